"""The only place that asks what time it is."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo
from typing import Protocol
from zoneinfo import ZoneInfo


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


def day_in(moment: datetime, zone: str) -> date:
    """The date of `moment` where the company is; in the moment's own zone if `zone` is empty."""
    return (moment.astimezone(ZoneInfo(zone)) if zone else moment).date()
