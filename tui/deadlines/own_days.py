"""Calendars with something laid over them: a person's own days, and years that are in doubt."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from msgspec import Struct

from tui.cases.errors import BadInput
from tui.deadlines.calendars import Calendar, calendar_for


class OwnDay(Struct, frozen=True):
    """A day that a person knows better: `works`, or is off under its `name`.

    `calendar` is a country or a part of one; the day holds there and in all that lies below.
    """

    calendar: str
    date: date
    works: bool
    name: str = ""

    def holds_in(self, calendar_id: str) -> bool:
        return f"{calendar_id}-".startswith(f"{self.calendar}-")


class WithOwnDays:
    """A calendar on which a person's own days win; of two for one date, the later in `days`.

    Flags what one of them may have changed with "own_days".
    """

    def __init__(self, calendar: Calendar, days: Iterable[OwnDay]) -> None:
        self._calendar = calendar
        self._days = {day.date: day for day in days}

    @property
    def id(self) -> str:
        return self._calendar.id

    def is_working(self, day: date) -> bool:
        own = self._days.get(day)
        return own.works if own else self._calendar.is_working(day)

    def why_off(self, day: date) -> str:
        own = self._days.get(day)
        if own is None:
            return self._calendar.why_off(day)
        return "" if own.works else own.name

    def flags(self, first: date, last: date) -> tuple[str, ...]:
        own = ("own_days",) if any(first <= day <= last for day in self._days) else ()
        return (*self._calendar.flags(first, last), *own)


class OneSource:
    """A calendar whose days after the year `confirmed_until` rest on one source only.

    Flags them with "calendar_one_source", unless nobody has published them at all.
    """

    def __init__(self, calendar: Calendar, confirmed_until: int) -> None:
        self._calendar = calendar
        self._confirmed_until = confirmed_until

    @property
    def id(self) -> str:
        return self._calendar.id

    def is_working(self, day: date) -> bool:
        return self._calendar.is_working(day)

    def why_off(self, day: date) -> str:
        return self._calendar.why_off(day)

    def flags(self, first: date, last: date) -> tuple[str, ...]:
        flags = self._calendar.flags(first, last)
        if last.year <= self._confirmed_until or "calendar_unpublished" in flags:
            return flags
        return (*flags, "calendar_one_source")


class OwnRegion:
    """A part of a country of which a person knows days of its own.

    Where no calendar of the part is known, it has the days of the country. That is found out
    when a day is asked.
    """

    def __init__(self, calendar: Calendar) -> None:
        self._part = calendar

    @property
    def id(self) -> str:
        return self._part.id

    def is_working(self, day: date) -> bool:
        return self._calendar.is_working(day)

    def why_off(self, day: date) -> str:
        return self._calendar.why_off(day)

    def flags(self, first: date, last: date) -> tuple[str, ...]:
        return self._calendar.flags(first, last)

    @cached_property
    def _calendar(self) -> Calendar:
        try:
            self._part.is_working(date(2026, 1, 1))  # any day tells
        except BadInput:
            return calendar_for(self.id.partition("-")[0])
        return self._part
