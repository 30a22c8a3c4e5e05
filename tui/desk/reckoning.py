"""A date with its working, without a case."""

from __future__ import annotations

from datetime import date

from tui.cases.deadline import Deadline, Pause
from tui.cases.errors import BadInput
from tui.cases.words import DeadlineKind, Owner
from tui.deadlines.arithmetic import mine, theirs, work_out
from tui.deadlines.calendars import Calendar, calendar_for
from tui.deadlines.period import parse_day, parse_period
from tui.desk.office import Office


def calc(
    office: Office,
    start: str,
    period: str,
    country: str = "",
    owner: Owner = Owner.THEIRS,
    pauses: tuple[str, ...] = (),
) -> Deadline:
    """The deadline of a period that starts after `start`; each pause is `A..B`, both included."""
    calendar = calendar_for(country or office.settings.config.country)
    first = parse_day(start, office.today(), calendar)
    counted = parse_period(period)
    working = work_out(
        first,
        counted,
        calendar,
        certainty="given",
        pauses=tuple(_pause(text, office.today(), calendar) for text in pauses),
    )
    owed = theirs if owner is Owner.THEIRS else mine
    return owed(working, calendar, DeadlineKind.ANSWER, str(counted))


def _pause(text: str, today: date, calendar: Calendar) -> Pause:
    begin, mark, end = text.partition("..")
    if not mark:
        raise BadInput("A pause is written 2026-11-01..2026-11-05, not “{text}”.", text=text)
    pause = Pause(start=parse_day(begin, today, calendar), end=parse_day(end, today, calendar))
    if pause.end < pause.start:
        raise BadInput("The pause {text} ends before it begins.", text=text)
    return pause
