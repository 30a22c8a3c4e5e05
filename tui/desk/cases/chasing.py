"""Reminding them again: at regular times, and several cases one after the other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from tui.advice.action import Action
from tui.advice.waiting.chasing import cannot_chase, why_chase
from tui.cases.card import card_of
from tui.cases.errors import BadInput
from tui.cases.put_off import chase_of
from tui.cases.sentence import Sentence, say
from tui.cases.snooze import WEEKDAYS, Chase
from tui.cases.words import DeadlineKind
from tui.deadlines.period import Period, Unit, is_period, parse_period
from tui.deadlines.weekdays import weekday_named
from tui.desk.cases.many import change_of
from tui.desk.cleaned import cleaned_card
from tui.desk.mail.beside_case import perhaps_of

if TYPE_CHECKING:
    from datetime import date

    from tui.cases.card import Card
    from tui.cases.case import Case
    from tui.desk.office import Office

_LONGEST = 999
_UNITS = (Unit.CAL, Unit.WD, Unit.WEEK)
_OFF = frozenset({"off", "no", "never", "нет", "выкл"})


class Chaser(Struct, frozen=True):
    """A case of the queue: `why` they are reminded, or why they are not."""

    card: Card
    why: Sentence


class Chasers(Struct, frozen=True):
    """Whom to remind now, and who is left out."""

    ready: tuple[Chaser, ...]
    left_out: tuple[Chaser, ...]


def chasers(office: Office, case_ids: Iterable[int] = ()) -> Chasers:
    """Of these cases, or of all in which they are late, those that can be reminded today.

    The longest late come first. Raises NotFound.
    """
    numbers = tuple(dict.fromkeys(case_ids)) or late_ones(office)
    cards = [office.at_present(cleaned_card(card_of(office.store.get(n)))) for n in numbers]
    ready, left_out = [], []
    for card in sorted(cards, key=lambda card: _since_when(office, card)):
        today = office.today(card)
        reason = _cannot(office, card, today)
        if reason is None:
            ready.append(Chaser(card, why_chase(card, today)))
        else:
            left_out.append(Chaser(card, reason))
    return Chasers(tuple(ready), tuple(left_out))


def _cannot(office: Office, card: Card, day: date) -> Sentence | None:
    """Why a case is left out; also one in which the next action is to wait, whatever is late."""
    reason = cannot_chase(card, office.playbook(card), day, perhaps_of(office, card))
    if reason is not None:
        return reason
    from tui.desk.ladder.advising import next_on  # few of those who import this ask for advice

    step = next_on(office, card, day)
    is_wait = step.action is Action.WAIT
    return say("Too early. Next: {what}.", what=step.sentence) if is_wait else None


def late_ones(office: Office) -> tuple[int, ...]:
    """The cases in which they owe something and are late with it."""
    day = office.days()
    return tuple(card.id for card in office.cards() if card.late(day(card)))


def _since_when(office: Office, card: Card) -> tuple[bool, str, int]:
    late = card.late(office.today(card))
    return (not late, str(late[0].late_after) if late else "", card.id)


def chase_every(office: Office, case_ids: Iterable[int], typed: str) -> tuple[Case, ...]:
    """Remind them regularly until they answer: on a weekday, or so long after I last wrote.

    `typed`: `monday`, `3wd`, `1w`; `off` ends it. Of all cases or of none. Raises BadInput,
    NotFound.
    """
    every = "" if typed.strip().lower() in _OFF else _every(typed)
    numbers = tuple(dict.fromkeys(case_ids))
    with office.store.writing(change_of(office, "chase", numbers)) as book:
        cases = [_in_rhythm(office, book.case(number), every) for number in numbers]
        return tuple(book.put(case) for case in cases)


def _every(typed: str) -> str:
    """A weekday by its English name, a period as `Chase.every` has it."""
    weekday = weekday_named(typed)
    if weekday is not None:
        return WEEKDAYS[weekday]
    period = parse_period(typed) if is_period(typed) else Period(0, Unit.HOUR)
    if period.unit not in _UNITS or not 1 <= period.count <= _LONGEST:
        raise BadInput(
            "“{value}” is no rhythm. Write a weekday such as monday, or 3wd, 5d, 1w; off ends it.",
            value=typed,
            name="every",
        )
    return str(period)


def _in_rhythm(office: Office, case: Case, every: str) -> Case:
    if not every:
        return replace(case, chase=None)
    if not case.stage.is_live or case.open_deadline(DeadlineKind.DATA):
        raise BadInput("In #{id} nobody owes you an answer now.", id=case.id)
    wish = Chase(every=every, since=office.today(case), after=len(case.timeline))
    return with_chase(office, replace(case, chase=wish))


def with_chase(office: Office, case: Case) -> Case:
    """The case with the day of the next regular reminder; without them once they are over."""
    chase = chase_of(case)
    if chase is None:
        return replace(case, chase=None) if case.chase else case
    from tui.advice.waiting.chase_day import chase_day  # counting days is needed by few cases

    on = chase_day(card_of(case), chase, office.calendar(case))
    return replace(case, chase=replace(chase, on=on))
