"""Counting days from a start."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from tui.cases.deadline import Pause, Skipped
from tui.cases.errors import BadInput
from tui.deadlines.calendars import Calendar
from tui.deadlines.days import DAY
from tui.deadlines.period import Period, Unit, known_day
from tui.deadlines.rule import Counting


def run(
    start: date,
    period: Period,
    calendar: Calendar,
    pauses: Sequence[Pause] = (),
    counting: Counting = Counting.EXCLUDED,
) -> tuple[date, tuple[Skipped, ...]]:
    """The day on which `period` from `start` ends, and each day on the way not counted.

    The day after `start` is the first that counts; with Counting.INCLUSIVE it is `start`
    itself. Weeks, months and years end on the same weekday, or the same date or the last of
    a shorter month (inclusive: the day before it); every paused day moves that end by one.
    Raises BadInput where the end lies beyond 2199, and for a period of hours, which needs a
    moment to start from.
    """
    if period.unit.is_clock:
        raise BadInput(
            "“{period}” counts hours: give the time too, such as 2026-11-22T15:00.",
            period=str(period),
        )
    left, skipped = _to_count(known_day(start), period), []
    day = start - DAY if counting is Counting.INCLUSIVE else start
    while left:
        day = known_day(day + DAY)
        if why := _not_counted(day, period.unit, calendar, pauses):
            skipped.append(Skipped(date=day, why=why))
        else:
            left -= 1
    return day, tuple(skipped)


def _not_counted(day: date, unit: Unit, calendar: Calendar, pauses: Sequence[Pause]) -> str:
    if any(pause.start <= day <= pause.end for pause in pauses):
        return "paused"
    return calendar.why_off(day) if unit is Unit.WD else ""


def _to_count(start: date, period: Period) -> int:
    """How many days the period has; working days for `wd`, else calendar days."""
    if period.unit in (Unit.CAL, Unit.WD):
        return period.count
    if period.unit is Unit.WEEK:
        return (known_day(start + timedelta(weeks=period.count)) - start).days
    # dateutil costs ten milliseconds, and few periods are months.
    from dateutil.relativedelta import relativedelta

    months = period.count * 12 if period.unit is Unit.YEAR else period.count
    return (known_day(start + relativedelta(months=months)) - start).days
