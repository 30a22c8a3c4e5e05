"""Open cases that seem to be about the same matter.

A second request about the same thing goes to the end of the queue and often closes the
first: add to the open one instead (the rule “no duplicates over channels” of Upheld).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.cases.card import Card, card_of
from tui.cases.case import Case
from tui.cases.company import name_key
from tui.cases.sentence import Sentence, say
from tui.cases.words import Stage

ALIKE = 0.6  # the share of the shorter subject's words that the other one must have
_STEM = 4  # letters that Russian and English endings mostly leave alone
_SHORTEST_NUMBER = 3
_WORD = re.compile(r"[^\W_]+")


def similar_open(case: Case, cases: Iterable[Case]) -> tuple[Card, ...]:
    """The open cases of the same company about the same number or matter, newest first.

    `case` itself is left out. Why each is similar: `likeness`.
    """
    found = [card_of(other) for other in cases if likeness(case, other)]
    return tuple(sorted(found, key=lambda card: -card.id))


def likeness(case: Case, other: Case) -> Sentence | None:
    """Why two cases seem to be about the same; None if they do not, or `other` is closed."""
    if _is_same(case, other) or other.stage is Stage.CLOSED:
        return None
    if name_key(case.company) != name_key(other.company):
        return None
    if number := _shared_number(case, other):
        return say(
            "#{id} is about the same number, {number}: add to it instead of asking twice.",
            id=other.id,
            number=number,
        )
    if case.problem is not other.problem or _other_number(case, other):
        return None
    if is_alike(case.subject, other.subject):
        return say(
            "#{id} is about the same problem, “{subject}”: add to it instead of asking twice.",
            id=other.id,
            subject=other.subject,
        )
    return None


def is_alike(subject: str, other: str) -> bool:
    """Whether two subjects share most of the words of the shorter one, and name no other number."""
    ours, theirs = _stems(subject), _stems(other)
    numbers = [{stem for stem in stems if stem.isdigit()} for stems in (ours, theirs)]
    if all(numbers) and not numbers[0] & numbers[1]:
        return False
    shared = len(ours & theirs)
    return shared >= ALIKE * min(len(ours), len(theirs)) and (shared > 1 or ours == theirs != set())


def _is_same(case: Case, other: Case) -> bool:
    return bool(case.id and case.id == other.id) or bool(case.uid and case.uid == other.uid)


def _shared_number(case: Case, other: Case) -> str:
    """An identifier of the case that the other has too, whatever its kind and punctuation."""
    known = {_bare(identifier.value) for identifier in other.identifiers}
    shared = (i.value for i in case.identifiers if _bare(i.value) in known)
    return next((value for value in shared if len(_bare(value)) >= _SHORTEST_NUMBER), "")


def _other_number(case: Case, other: Case) -> bool:
    """Whether both name a number of the same kind, and not the same one: two orders."""
    ours = {i.kind.casefold(): _bare(i.value) for i in case.identifiers}
    theirs = {i.kind.casefold(): _bare(i.value) for i in other.identifiers}
    return any(ours[kind] != theirs[kind] for kind in ours.keys() & theirs.keys())


def _bare(number: str) -> str:
    return "".join(filter(str.isalnum, number)).casefold()


def _stems(subject: str) -> frozenset[str]:
    words = (word.casefold().replace("ё", "е") for word in _WORD.findall(subject))
    return frozenset(_stem(word) for word in words if len(word) > 2 or word.isdigit())


def _stem(word: str) -> str:
    return word if word.isdigit() else word[: min(_STEM, max(3, len(word) - 1))]
