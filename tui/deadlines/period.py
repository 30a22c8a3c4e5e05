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

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_DOTTED_DAY = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})(?:\.([0-9]{4}))?", re.ASCII)
_NAMED_DAYS = {"yesterday": -1, "вчера": -1, "today": 0, "сегодня": 0, "tomorrow": 1, "завтра": 1}
# A year without 29 February may be followed by seven more: 2096 is a leap year, then 2104.
_LEAP_GAP = 8


class Unit(StrEnum):
    """What a period counts."""

    CAL = "cal"
    WD = "wd"
    WEEK = "w"
    MONTH = "m"


# As a person writes it, in English or in Russian.
_UNITS = {unit.value: unit for unit in Unit} | {
    "d": Unit.CAL,
    "д": Unit.CAL,
    "кд": Unit.CAL,
    "рд": Unit.WD,
    "н": Unit.WEEK,
    "нед": Unit.WEEK,
    "м": Unit.MONTH,
    "мес": Unit.MONTH,
}
_PERIOD = re.compile(rf"([0-9]+)\s*({'|'.join(_UNITS)})")


@dataclass(frozen=True, slots=True)
class Period:
    """A number of days, working days, weeks or months; written `10wd`."""

    count: int
    unit: Unit

    def __str__(self) -> str:
        return f"{self.count}{self.unit}"


def parse_period(text: str) -> Period:
    """The period that `text` writes; `10d` is ten calendar days, `10рд` ten working days.

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
    return Period(int(digits), _UNITS[unit])


def parse_day(text: str, today: date, calendar: Calendar) -> date:
    """The day that `text` writes: `2026-11-22`, `+10wd` from `today`, or as `spoken_day` reads it.

    Raises BadInput for what is no day, or no day of the years 2000 to 2199.
    """
    typed = text.strip()
    sign, count = typed[:1], typed[1:].strip()
    if sign == "+" and _PERIOD.fullmatch(count.lower()):
        return run(today, parse_period(count), calendar)[0]
    if _ISO_DAY.fullmatch(typed):
        try:
            return known_day(date.fromisoformat(typed))
        except ValueError:
            raise _no_such_day(typed) from None
    day = spoken_day(typed, today)
    if day is None:
        raise BadInput(
            "“{text}” is not a date. Write 30.11.2026, 2026-11-30, +10wd or tomorrow.", text=text
        )
    return day


def spoken_day(text: str, today: date, *, past: bool = False) -> date | None:
    """The day written as `16.11.2026` or `16.11`, or named as `tomorrow` or `завтра`; else None.

    The day stands before the month. Without a year it is the next such day from `today` on,
    or with `past` the latest one up to `today`. Raises BadInput as `parse_day` does.
    """
    typed = text.strip().lower()
    if typed in _NAMED_DAYS:
        return known_day(today + timedelta(days=_NAMED_DAYS[typed]))
    found = _DOTTED_DAY.fullmatch(typed)
    if not found:
        return None
    way = -1 if past else 1
    years = [int(found[3])] if found[3] else [today.year + way * n for n in range(_LEAP_GAP + 1)]
    for year in years:
        try:
            day = date(year, int(found[2]), int(found[1]))
        except ValueError:
            continue
        if found[3] or (day - today).days * way >= 0:
            return known_day(day)
    raise _no_such_day(typed)


def _no_such_day(typed: str) -> BadInput:
    return BadInput("There is no day {text} in any calendar.", text=typed)


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
