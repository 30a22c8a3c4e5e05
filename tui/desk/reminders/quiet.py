"""The hours in which nobody is told anything."""

from __future__ import annotations

from datetime import datetime, time, timedelta


def quiet_until(quiet: str, now: datetime) -> datetime | None:
    """When the quiet hours end in which `now` lies; None where it lies in none.

    `quiet`: such as 22:00-08:00, by the clock on the wall of `now`; empty for no quiet hours.
    The first minute is quiet, the last is not. From an hour to the same hour is never.
    """
    if not quiet:
        return None
    begin, end = (time.fromisoformat(part) for part in quiet.split("-"))
    clock = now.time().replace(second=0, microsecond=0)
    over_midnight = begin > end
    is_quiet = clock >= begin or clock < end if over_midnight else begin <= clock < end
    if not is_quiet:
        return None
    day = now.date() + timedelta(days=1) if over_midnight and clock >= begin else now.date()
    return datetime.combine(day, end, now.tzinfo)
