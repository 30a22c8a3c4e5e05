"""Periods: `10cal`, `15wd`, `8w`, `1m`; what they count, and dates typed as one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from tui.cases.deadline import Pause, Skipped
from tui.cases.errors import BadInput
from tui.deadlines.calendars import DAY, Calendar

FIRST_YEAR, LAST_YEAR = 2000, 2199
LONGEST = 3650

_PERIOD = re.compile(r"([0-9]+)\s*(cal|d|wd|w|m)", re.ASCII)
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


class Unit(StrEnum):
    """What a period counts."""

    CAL = "cal"
    WD = "wd"
    WEEK = "w"
    MONTH = "m"


@dataclass(frozen=True, slots=True)
class Period:
    """A number of days, working days, weeks or months; written `10wd`."""

    count: int
    unit: Unit

    def __str__(self) -> str:
        return f"{self.count}{self.unit}"


def parse_period(text: str) -> Period:
    """The period that `text` writes; `10d` is ten calendar days.

    Raises BadInput for anything else, and for counts outside 1..3650.
    """
    found = _PERIOD.fullmatch(text.strip().lower())
    if not found:
        raise BadInput(
            "“{text}” is not a period. Write a number and a unit, such as 10cal, 15wd, 8w or 1m.",
            text=text,
        )
    digits, unit = found.groups()
    # A count of thousands of digits is not worth reading, nor does Python read it.
    if len(digits) > 9 or not 1 <= int(digits) <= LONGEST:
        raise BadInput(
            "A period counts from 1 to {longest}, not {count}.", longest=LONGEST, count=digits
        )
    return Period(int(digits), Unit.CAL if unit == "d" else Unit(unit))


def parse_day(text: str, today: date, calendar: Calendar) -> date:
    """The day that `text` writes: `2026-11-22`, or `+10wd`, `+3d`, `+2w`, `+1m` from `today`.

    Raises BadInput for what is no day, or no day of the years 2000 to 2199.
    """
    typed = text.strip()
    if typed.startswith("+"):
        return run(today, parse_period(typed[1:]), calendar)[0]
    if not _ISO_DAY.fullmatch(typed):
        raise BadInput(
            "“{text}” is not a date. Write 2026-11-22, or +10wd, +3d, +2w, +1m.", text=text
        )
    try:
        return known_day(date.fromisoformat(typed))
    except ValueError:
        raise BadInput("There is no day {text} in any calendar.", text=typed) from None


def run(
    start: date, period: Period, calendar: Calendar, pauses: Sequence[Pause] = ()
) -> tuple[date, tuple[Skipped, ...]]:
    """The day on which `period` after `start` ends, and each day on the way not counted.

    `start` is not counted. Weeks and months end on the same weekday, or the same date or the
    last of a shorter month; every paused day moves that end by one. Raises BadInput where
    the end lies beyond 2199.
    """
    left, day, skipped = _to_count(known_day(start), period), start, []
    while left:
        day = known_day(day + DAY)
        if why := _not_counted(day, period.unit, calendar, pauses):
            skipped.append(Skipped(date=day, why=why))
        else:
            left -= 1
    return day, tuple(skipped)


def known_day(day: date) -> date:
    """`day` itself. Raises BadInput where it lies outside the years that can be worked with."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise BadInput(
            "{day} is out of reach: dates run from the year {first} to {last}.",
            day=day,
            first=FIRST_YEAR,
            last=LAST_YEAR,
        )
    return day


def _not_counted(day: date, unit: Unit, calendar: Calendar, pauses: Sequence[Pause]) -> str:
    if any(pause.start <= day <= pause.end for pause in pauses):
        return "paused"
    return calendar.why_off(day) if unit is Unit.WD else ""


def _to_count(start: date, period: Period) -> int:
    """How many days the period has; working days for `wd`, else calendar days."""
    if period.unit is Unit.WEEK:
        return (known_day(start + timedelta(weeks=period.count)) - start).days
    if period.unit is Unit.MONTH:
        # dateutil costs ten milliseconds, and few periods are months.
        from dateutil.relativedelta import relativedelta

        return (known_day(start + relativedelta(months=period.count)) - start).days
    return period.count
