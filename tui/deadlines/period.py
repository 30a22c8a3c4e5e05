"""Periods: `10cal`, `15wd`, `8w`, `1m`, `4h`, `8bh`; what they count."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

from msgspec import Struct

from tui.cases.errors import BadInput

FIRST_YEAR, LAST_YEAR = 2000, 2199
LONGEST = 3650


class Unit(StrEnum):
    """What a period counts."""

    CAL = "cal"
    WD = "wd"
    WEEK = "w"
    MONTH = "m"
    YEAR = "y"
    HOUR = "h"
    MINUTE = "min"
    BUSINESS_HOUR = "bh"
    BUSINESS_MINUTE = "bmin"

    @property
    def is_clock(self) -> bool:
        """Whether it counts hours or minutes, and so ends at a moment."""
        return self in _MINUTES

    @property
    def is_business(self) -> bool:
        """Whether only hours count in which they are open."""
        return self in {Unit.BUSINESS_HOUR, Unit.BUSINESS_MINUTE}


_MINUTES = {
    Unit.HOUR: 60,
    Unit.MINUTE: 1,
    Unit.BUSINESS_HOUR: 60,
    Unit.BUSINESS_MINUTE: 1,
}

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
    "г": Unit.YEAR,
    "лет": Unit.YEAR,
    "ч": Unit.HOUR,
    "мин": Unit.MINUTE,
    "рч": Unit.BUSINESS_HOUR,
}
_PERIOD = re.compile(rf"([0-9]+)\s*({'|'.join(_UNITS)})")


class Period(Struct, frozen=True):
    """A number of days, working days, weeks, months, years, hours or minutes; written `10wd`."""

    count: int
    unit: Unit

    @property
    def minutes(self) -> int:
        """How many minutes a period of hours or minutes has."""
        return self.count * _MINUTES[self.unit]

    def __str__(self) -> str:
        return f"{self.count}{self.unit}"


def is_period(text: str) -> bool:
    """Whether `parse_period` would read it, but for the size of its count."""
    return bool(_PERIOD.fullmatch(text.strip().lower()))


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
