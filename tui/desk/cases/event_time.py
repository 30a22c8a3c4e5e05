"""When something happened, as a person types it."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from tui.cases.case import Case
from tui.cases.errors import BadInput
from tui.deadlines.period import known_day
from tui.deadlines.typed import spoken_day
from tui.desk.office import Office, zone_of

_TIMED = re.compile(r"(?:(\S+)\s+)?([0-9]{1,2}):([0-9]{2})")


def moment_of(office: Office, case: Case, text: str) -> datetime:
    """When it happened, in the company's zone: now, a day (its noon), or a day and a time."""
    now = office.now(case)
    if not text:
        return now
    at = _typed_moment(text, now)
    known_day(at.date())
    zone = zone_of(case) or now.tzinfo
    at = at.replace(tzinfo=zone) if at.tzinfo is None else at.astimezone(zone)
    # Not `at > now`: in one zone that compares the clocks on the wall, and in autumn an hour
    # stands on them twice.
    if at.timestamp() > now.timestamp():
        raise BadInput("{day} lies ahead: record it when it has happened.", day=at.date())
    return at


def _typed_moment(text: str, now: datetime) -> datetime:
    """ISO, or `22.11.2026 14:05`, `22.11 14:05`, `yesterday 14:05`, `14:05`, or a day alone."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return _spoken_moment(text, now)
    return at if len(text) > len("2026-11-22") else _some_time_on(at.date(), now)


def _spoken_moment(text: str, now: datetime) -> datetime:
    timed = _TIMED.fullmatch(text)
    # What is recorded has happened: 30.12 typed in January is last year's.
    day = spoken_day((timed[1] or "today") if timed else text, now.date(), past=True)
    try:
        if day is not None and timed:
            return datetime.combine(day, time(int(timed[2]), int(timed[3])))
    except ValueError:
        day = None
    if day is None:
        raise BadInput(
            "“{value}” is not a date. "
            "Write 22.11.2026 14:05, 2026-11-22 14:05, 14:05 or yesterday.",
            value=text,
        )
    return _some_time_on(day, now)


def _some_time_on(day: date, now: datetime) -> datetime:
    return now if day == now.date() else datetime.combine(day, time(12))
