"""Days off written out, and the working days that are left of a year."""

from __future__ import annotations

from datetime import date, timedelta

from tui.deadlines.calendars import Calendar

SATURDAY = 5


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]


def listed(year: int, text: str) -> set[date]:
    """`"01-01 05-09"` as days of `year`."""
    return {date.fromisoformat(f"{year}-{day}") for day in text.split()}


def left_to_work(year: int, off: str, working_weekend: str = "") -> set[date]:
    """Monday to Friday, less the weekdays `off`, and the weekend days that are worked."""
    weekdays = {day for day in days_of(year) if day.weekday() < SATURDAY}
    named, moved = listed(year, off), listed(year, working_weekend)
    assert named <= weekdays, "a weekend day is off anyway"
    assert not moved & weekdays, "a weekday is worked anyway"
    return weekdays - named | moved


def worked_in(calendar: Calendar, year: int) -> set[date]:
    return {day for day in days_of(year) if calendar.is_working(day)}
