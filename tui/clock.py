"""The only place that asks what time it is. Imports little: a shell prompt waits for it."""

from __future__ import annotations

import time as system
from datetime import date, datetime, time, timedelta, tzinfo

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol
else:
    Protocol = object


HOUR, QUARTER = 3600, 900  # seconds


class Clock(Protocol):
    """Tells the time. Everything that needs a date is given one of these."""

    def now(self) -> datetime:
        """The present moment, with its offset."""


class SystemClock:
    """The machine's clock, in the machine's zone."""

    def now(self) -> datetime:
        return datetime.now().astimezone()


class FixedClock:
    """A clock that stands still until it is moved: for `--on` and for tests."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment

    @classmethod
    def on(cls, day: date, zone: tzinfo | None = None) -> FixedClock:
        """Noon of `day`, in `zone` or the machine's own."""
        noon = datetime.combine(day, time(12), zone)
        return cls(noon if zone else noon.astimezone())

    def now(self) -> datetime:
        return self._moment

    def pass_days(self, days: int) -> None:
        """Move on by whole days."""
        self._moment += timedelta(days=days)


def second() -> int:
    """The second that runs now, since 1970 in UTC."""
    return int(system.time())


def stretch(seconds: int) -> tuple[int, int]:
    """From which second to which the stretch of so many seconds lasts that runs now."""
    start = second() // seconds * seconds
    return start, start + seconds


def midnight_after(day: date, zone: str) -> int:
    """The second at which `day` is over there; in the machine's own zone if `zone` is empty."""
    midnight = datetime.combine(day + timedelta(days=1), time())
    if not zone:
        return int(midnight.timestamp())
    from zoneinfo import ZoneInfo

    return int(midnight.replace(tzinfo=ZoneInfo(zone)).timestamp())


def day_in(moment: datetime, zone: str) -> date:
    """The date of `moment` where the company is; in the moment's own zone if `zone` is empty."""
    if not zone:
        return moment.date()
    from zoneinfo import ZoneInfo

    return moment.astimezone(ZoneInfo(zone)).date()
