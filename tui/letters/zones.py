"""The hours of a letter, and the zone in which they are counted where there could be another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time

from tui.cases.case import Case
from tui.cases.event import Event
from tui.letters.matter import Matter

# A day that was typed without a time is recorded as its noon.
UNTOLD = time(12)

_ZONE = re.compile(
    r"(?<!\w)(?:UTC|GMT|BST|CET|CEST|EET|EEST|[ECMP][SD]T|MSK|МСК)(?!\w)"
    r"|\d:\d\d(?::\d\d)?(?:Z\b| ?[+\u2212-]\d\d:?\d\d\b)"
    r"|\bпо (?:Москве|московскому|Гринвичу|местному)\b"
)


def hour(matter: Matter, at: datetime) -> str:
    """23:45, or 23:45 UTC+3 where the company or the text has another zone than mine."""
    is_told = matter.is_abroad or names_zone(matter.case)
    return hour_in_zone(at) if is_told else f"{at:%H:%M}"


def hour_in_zone(at: datetime) -> str:
    """23:45 UTC+3."""
    return f"{at:%H:%M} {_offset(at)}"


def names_zone(case: Case) -> bool:
    """Whether the person's own words say in which zone an hour is meant."""
    told = "\n".join((case.subject, case.details, case.done_already, case.expected_result))
    return bool(_ZONE.search(told))


def days_with_hours(case: Case) -> frozenset[date]:
    """The days on which it matters at what hour something happened: where somebody’s time is one
    of hours, those on which such a time ended, or more than one thing happened."""
    ends = {moment.date() for moment in _hours(case)}
    often = Counter(event.day for event in case.timeline)
    return frozenset(ends | {day for day, times in often.items() if times > 1} if ends else ())


def when(matter: Matter, event: Event, days: frozenset[date]) -> str:
    """The day of an event, with its hour on `days`: 29 November 2026, 08:20."""
    day = matter.day(event.day)
    return f"{day}, {hour(matter, event.at)}" if has_hour(event, days) else day


def has_hour(event: Event, days: frozenset[date]) -> bool:
    """Whether it is told at what hour something happened, where that matters on `days`."""
    return event.day in days and event.at.time() != UNTOLD


def _hours(case: Case) -> Iterator[datetime]:
    """The moments at which times ended, as they were once or as they stand."""
    now = iter(case.deadlines)
    then = (deadline for event in case.timeline for deadline in event.starts)
    return (d.due_at for those in (now, then) for d in those if d.due_at)


def _offset(at: datetime) -> str:
    """UTC, UTC+3, UTC+5:30: every other name of a zone is that of several."""
    offset = at.utcoffset()
    minutes = int(offset.total_seconds()) // 60 if offset else 0
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "\u2212"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")
