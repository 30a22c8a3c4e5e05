"""In which zone the hours of a card are told: what is packed keeps the moment alone.

A moment comes back from MessagePack as one of UTC; a person is told the hour that the case has.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta, timezone

from msgspec.structs import replace

from tui.cases.deadline import Deadline

_MINUTE = timedelta(minutes=1)


def offsets_of(deadlines: Iterable[Deadline]) -> tuple[int, ...]:
    """The minutes east of UTC of each hour at which one of these ends, in their order."""
    ends = (deadline.due_at for deadline in deadlines if deadline.due_at)
    return tuple((end.utcoffset() or timedelta(0)) // _MINUTE for end in ends)


def in_their_zones(
    deadlines: tuple[Deadline, ...], offsets: tuple[int, ...]
) -> tuple[Deadline, ...]:
    """The deadlines, each hour as it was told before they were packed."""
    left = iter(offsets)
    return tuple(_told(d, next(left, 0)) if d.due_at else d for d in deadlines)


def _told(deadline: Deadline, minutes: int) -> Deadline:
    zone = timezone(minutes * _MINUTE)
    return replace(deadline, due_at=deadline.due_at.astimezone(zone) if deadline.due_at else None)
