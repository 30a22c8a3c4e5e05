"""Putting cases off until a day, until they answer, or until whichever comes first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.advice.waiting.snoozed import breaks_through, put_off_until, wakes_on
from tui.cases.card import card_of
from tui.cases.errors import BadInput
from tui.cases.judging import unjudged
from tui.cases.sentence import Sentence, say
from tui.cases.snooze import Snooze
from tui.cases.words import DeadlineKind, Stage
from tui.deadlines.period import is_period
from tui.deadlines.typed import parse_day
from tui.deadlines.weekdays import next_weekday, weekday_named
from tui.desk.cases.chasing import with_chase
from tui.desk.cases.many import change_of

if TYPE_CHECKING:
    from tui.cases.case import Case
    from tui.desk.office import Office


def snooze(
    office: Office, case_ids: Iterable[int], until: str = "", *, reply: bool = False
) -> tuple[Case, ...]:
    """Put cases off, all of them or none. A snooze that was set before is replaced.

    `until`: a day as forms read it, a weekday (the next one), or a length such as `3d`; `reply`:
    an answer of theirs ends it, too. Raises BadInput, NotFound.
    """
    if not until.strip() and not reply:
        raise BadInput("Say until when: a day, or until they answer.", name="until")
    numbers = tuple(dict.fromkeys(case_ids))
    with office.store.writing(change_of(office, "snooze", numbers)) as book:
        cases = [_put_off(office, book.case(number), until, reply) for number in numbers]
        return tuple(book.put(case) for case in cases)


def wake(office: Office, case_ids: Iterable[int]) -> tuple[Case, ...]:
    """End the snooze of cases; of one that has none nothing changes. Raises NotFound."""
    numbers = tuple(dict.fromkeys(case_ids))
    with office.store.writing(change_of(office, "wake", numbers)) as book:
        cases = [replace(book.case(number), snooze=None) for number in numbers]
        return tuple(book.put(with_chase(office, case)) for case in cases)


def _put_off(office: Office, case: Case, until: str, reply: bool) -> Case:
    today = office.today(case)
    if case.stage is Stage.CLOSED:
        raise BadInput("#{id} is closed: there is nothing to put off.", id=case.id)
    if reply and case.stage is Stage.DRAFT:
        raise BadInput("Nothing went out yet in #{id}: nobody can answer.", id=case.id)
    day = _day(office, case, until, today) if until.strip() else None
    wish = Snooze(since=today, until=day, reply=reply, after=len(case.timeline))
    put_off = replace(case, snooze=wish)
    if wakes_on(office.at_present(card_of(put_off))) is None:
        raise BadInput(
            "Nothing says when they must answer in #{id}: name a day, too.",
            id=case.id,
            name="until",
        )
    return with_chase(office, put_off)


def ends(office: Office, case: Case, lengths: Iterable[str]) -> tuple[tuple[str, date], ...]:
    """Each of these lengths with the day on which a snooze of today would end."""
    today = office.today(case)
    return tuple((length, _day(office, case, length, today)) for length in lengths)


def _day(office: Office, case: Case, typed: str, today: date) -> date:
    weekday = weekday_named(typed)
    if weekday is not None:
        return next_weekday(weekday, today)
    text = f"+{typed.strip()}" if is_period(typed) else typed
    day = parse_day(text, today, office.calendar(case))
    if day <= today:
        raise BadInput("A snooze ends after today, not on {day}.", day=day, name="until")
    return day


def held_back(office: Office, case_id: int) -> Sentence | None:
    """What breaks through the snooze of a case before it ends; None where nothing does."""
    card = office.at_present(office.store.cards[case_id])
    if card.unread and put_off_until(card, office.today(card)):
        return _to_judge(office.store.get(case_id))
    disturber = breaks_through(card, office.today(card))
    if disturber is None:
        return None
    safe = disturber.safe_day
    if disturber.kind is DeadlineKind.CONTACT:
        return say("#{id} comes back on {day}, as agreed with them.", id=card.id, day=safe)
    return say("#{id} comes back before that: act by {day}.", id=card.id, day=safe)


def _to_judge(case: Case) -> Sentence:
    """What they wrote before comes first. A mail is judged where it stands, before the snooze."""
    not_yet = say("#{id} is not put off yet: first judge what they wrote.", id=case.id)
    by_reply = case.snooze is not None and case.snooze.reply
    if by_reply and not all(event.mail for event in unjudged(case)):
        return say("{first} An answer among it ends the snooze.", first=not_yet)
    return say("{first} Then the snooze holds.", first=not_yet)
