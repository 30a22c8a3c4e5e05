"""Open cases that seem to be about the same matter.

A second request about the same thing goes to the end of the queue and often closes the
first: add to the open one instead (the rule “no duplicates over channels” of Upheld).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from tui.cases.card import Card
from tui.cases.case import Case
from tui.cases.company import name_key
from tui.cases.numbers import THEIR_NUMBER, bare, known_numbers, their_numbers
from tui.cases.sentence import Sentence, say
from tui.cases.words import Problem, Stage
from tui.terminal.clean import clean_line

MOST = 3  # more than a person looks at
ALIKE = 0.6  # the share of the shorter subject's words that the other one must have
_STEM = 4  # letters that Russian and English endings mostly leave alone
_SHORTEST_NUMBER = 3
_LONG_NUMBER = 5  # in a subject: what is shorter may be a year or a sum
_WORD = re.compile(r"[^\W_]+")
_IN_A_SUBJECT = re.compile(r"[^\W_]+(?:[-/.][^\W_]+)*")
_DIGIT = re.compile(r"\d")
_SAY_NOTHING = frozenset({
    *("the", "and", "for", "not", "with", "from"),
    *("для", "при", "что", "как", "или", "мне", "мой", "моя", "мое", "без"),
})  # fmt: skip
_ONE_MATTER = (frozenset({Problem.BILLING, Problem.REFUND}),)

# Who has many cases with a company has one contract for all of them: such a number says who
# writes, and not what about.
_WHO_I_AM = frozenset({
    *("account", "contract", "customer", "customer number", "client", "login", "agreement"),
    *("email", "e-mail", "phone", "address", "member", "card", "plan"),
    *("аккаунт", "лицевой счёт", "лицевой счет", "договор", "номер договора", "клиент"),
    *("номер клиента", "логин", "почта", "телефон", "адрес", "участник", "карта", "тариф"),
})  # fmt: skip


class Duplicate(Struct, frozen=True):
    """An open case that seems to be about the same, and why."""

    card: Card
    why: Sentence

    @property
    def id(self) -> int:
        return self.card.id

    @property
    def subject(self) -> str:
        return self.card.subject


class _Matter:
    """What is asked about now, looked at once for all the cases it is compared with."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.company = name_key(case.company)
        alone = frozenset({case.problem})
        self.problems = next((kinds for kinds in _ONE_MATTER if alone <= kinds), alone)
        self.numbers = known_numbers(case)
        self.by_kind = dict(self.numbers)
        self.stems = _stems(case.subject)
        told = (*(i.value for i in case.identifiers), *their_numbers(case))
        self.spelled = {bare(number): clean_line(number) for number in told}
        words = _IN_A_SUBJECT.findall(case.subject) if _DIGIT.search(case.subject) else ()
        named = {bare(word): word for word in words if _DIGIT.search(word)}
        self.named = {number: word for number, word in named.items() if len(number) >= _LONG_NUMBER}

    def shared(self, other: Card) -> dict[str, str]:
        """The numbers that the other has too, whatever their kind and punctuation, by kind."""
        known = {number for _, number in other.numbers}
        told = ((kind, n) for kind, n in self.numbers if len(n) >= _SHORTEST_NUMBER)
        shared = {kind: self.spelled[n] for kind, n in told if n in known}
        named = next((word for n, word in self.named.items() if n in known), "")
        return {THEIR_NUMBER: named} if named and not shared else shared

    def is_one_problem(self, other: Card) -> bool:
        """The same kind of problem, and no two numbers of one kind, which would be two orders."""
        if other.problem not in self.problems:
            return False
        theirs = dict(other.numbers)
        kinds = self.by_kind.keys() & theirs.keys() - {THEIR_NUMBER}
        return not any(self.by_kind[kind] != theirs[kind] for kind in kinds)

    def is_me(self, other: Card) -> bool:
        case = self.case
        return bool(case.id and case.id == other.id) or bool(case.uid and case.uid == other.uid)


def similar_open(case: Case, cards: Iterable[Card]) -> tuple[Duplicate, ...]:
    """The open cases of the same company about the same number or matter.

    The best three: those with a number in common, then those about the same problem, then
    those of the same contract or account; the newest first. `case` itself is left out.
    """
    matter = _Matter(case)
    same: dict[str, bool] = {}
    found: list[tuple[int, int, Duplicate]] = []
    for card in cards:
        name = card.company
        if name not in same:  # few names, each told hundreds of times
            same[name] = name_key(name) == matter.company
        if same[name] and (weighed := _weighed(matter, card)):
            rank, why = weighed
            found.append((rank, -card.id, Duplicate(card, why)))
    return tuple(duplicate for _, _, duplicate in sorted(found, key=lambda one: one[:2])[:MOST])


def _weighed(matter: _Matter, other: Card) -> tuple[int, Sentence] | None:
    """What speaks for it, the strongest being 0, in words."""
    if other.stage is Stage.CLOSED or matter.is_me(other):
        return None
    shared = matter.shared(other)
    if number := next((n for kind, n in shared.items() if kind not in _WHO_I_AM), ""):
        return 0, say(
            "#{id} is about the same number, {number}: add to it instead of asking twice.",
            id=other.id,
            number=number,
        )
    if matter.is_one_problem(other) and _alike(matter.stems, _stems(other.subject)):
        return 1, say(
            "#{id} is about the same problem, “{subject}”: add to it instead of asking twice.",
            id=other.id,
            subject=clean_line(other.subject),
        )
    if number := next(iter(shared.values()), ""):
        return 2, say(
            "#{id} “{subject}” is open under the same {number}: is it the same matter?",
            id=other.id,
            subject=clean_line(other.subject),
            number=number,
        )
    return None


def _alike(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two subjects share most words of the shorter one, and name no other number."""
    shared = len(ours & theirs)
    if shared < 2 and (ours != theirs or not ours):
        return False
    if shared < ALIKE * min(len(ours), len(theirs)):
        return False
    numbers = [{stem for stem in stems if stem.isdigit()} for stems in (ours, theirs)]
    return not all(numbers) or bool(numbers[0] & numbers[1])


def _stems(subject: str) -> frozenset[str]:
    words = _WORD.findall(subject.casefold().replace("ё", "е"))
    return frozenset(
        _stem(word)
        for word in words
        if (len(word) > 2 and word not in _SAY_NOTHING) or word.isdigit()
    )


def _stem(word: str) -> str:
    return word if word.isdigit() else word[: min(_STEM, max(3, len(word) - 1))]
