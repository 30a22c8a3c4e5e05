"""Facts that a reply offers: a mail, a chat or an SMS that was pasted. The person decides."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta

from tui.cases.numbers import bare
from tui.mail import limits
from tui.mail.amounts import amounts_in
from tui.mail.day_words import day_words
from tui.mail.durations import Working
from tui.mail.fact import Fact, FactKind
from tui.mail.promises import Due, days_set, promises_nothing, promises_there
from tui.mail.sentences import sentences
from tui.mail.stances import asks, is_final, leaves_alone, refuses, refuses_for_now
from tui.mail.their_numbers import numbers_in
from tui.mail.trim import split

_PLAIN = str.maketrans({"ё": "е", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "’": "'", "‑": "-"})
_ORDER = tuple(FactKind)


def facts_in(
    text: str,
    *,
    told_at: datetime,
    day_first: bool,
    working: Working,
    subject: str = "",
    mine: Collection[str] = (),
) -> tuple[Fact, ...]:
    """The facts of a reply, their number first, each once; its first 20 KB are looked at.

    `told_at`: when it was written, in the company's zone. `day_first`: how 12/05/2026 is read
    in the company's country. `working(day, n)`: the n-th working day after `day`. `mine`:
    numbers that are known already for something else than the case, such as the order's.
    What is quoted in the text is left out first.
    """
    new, _ = split(text[: limits.FACTS])
    known = {bare(number) for number in mine}
    found = list(_numbers(subject[:500], low_of(subject[:500]), known, is_subject=True))
    for sentence in sentences(new):
        low = low_of(sentence)
        found += (*_numbers(sentence, low, known), *_amounts(sentence, low))
        days = tuple(_days(sentence, low, told_at, day_first, working))
        is_promised = any(fact.kind is FactKind.PROMISE for fact in days)
        found += (*days, *_stances(sentence, low, is_promised))
    return tuple(sorted(_once(found), key=lambda fact: _ORDER.index(fact.kind)))


def low_of(sentence: str) -> str:
    """The sentence as the rules read it: lower case, plain blanks, no ё; as long as it was."""
    low = sentence.lower().translate(_PLAIN)
    return low if len(low) == len(sentence) else sentence.translate(_PLAIN)


def _numbers(sentence: str, low: str, known: set[str], is_subject: bool = False) -> Iterator[Fact]:
    for told in numbers_in(low, is_subject):
        number = sentence[told.start : told.end]
        is_theirs = told.is_theirs and bare(number) not in known
        kind = FactKind.NUMBER if is_theirs else FactKind.ORDER
        yield Fact(kind=kind, words=number, sentence=sentence, number=number)


def _days(
    sentence: str, low: str, told_at: datetime, day_first: bool, working: Working
) -> Iterator[Fact]:
    """A day that stands in a request is one until which I must act, or leave them alone."""
    if alone := tuple(_left_alone(sentence, low, told_at.date(), day_first)):
        yield from alone
        return
    wanted = asks(low)
    dues = list(days_set(low, told_at, day_first, working))
    if wanted:
        due = dues[-1] if dues else None
        yield (
            _dated(FactKind.REQUEST, sentence, due)
            if due
            else Fact(kind=FactKind.REQUEST, words=wanted, sentence=sentence)
        )
        return
    denies = promises_nothing(low)
    for due in dues:
        if not denies or promises_there(low, due):
            yield _dated(FactKind.PROMISE, sentence, due)


def _left_alone(sentence: str, low: str, today: date, day_first: bool) -> Iterator[Fact]:
    """They ask me not to come back before a day."""
    for word in day_words(low, today, day_first):
        if alone := leaves_alone(low[: word.start]):
            day = word.day + timedelta(days=alone == "after")
            words = sentence[word.start : word.end]
            yield Fact(kind=FactKind.NOT_BEFORE, words=words, sentence=sentence, day=day)


def _dated(kind: FactKind, sentence: str, due: Due) -> Fact:
    return Fact(
        kind=kind, words=sentence[due.start : due.end], sentence=sentence,
        day=due.day, unit=due.unit, count=due.count,
    )  # fmt: skip


def _amounts(sentence: str, low: str) -> Iterator[Fact]:
    for told in amounts_in(low):
        words = sentence[told.start : told.end].strip()
        yield Fact(kind=FactKind.AMOUNT, words=words, sentence=sentence, money=told.money)


def _stances(sentence: str, low: str, is_promised: bool) -> Iterator[Fact]:
    words = refuses(low)
    if words and not (is_promised and refuses_for_now(low)):
        yield Fact(kind=FactKind.REFUSAL, words=words, sentence=sentence)
    if words := is_final(low):
        yield Fact(kind=FactKind.FINAL, words=words, sentence=sentence)


def _once(facts: list[Fact]) -> list[Fact]:
    """Of what says the same twice, the first."""
    by_value = {
        (
            f.kind,
            bare(f.number),
            f.day,
            f.money,
            "" if f.number or f.day or f.money else f.sentence,
        ): f
        for f in reversed(facts)
    }
    return [fact for fact in facts if fact in by_value.values()]
