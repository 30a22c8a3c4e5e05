"""What happened, by the days on which it did."""

from __future__ import annotations

from tui.cases.case import Case
from tui.cases.event import Event
from tui.cases.words import EventKind


def in_order(case: Case) -> tuple[Event, ...]:
    """The events by their day: one may be recorded long after it happened."""
    return tuple(sorted(case.timeline, key=lambda event: event.day))


def after(case: Case, event: Event) -> tuple[Event, ...]:
    """What happened after `event`, by the days."""
    events = in_order(case)
    return events[events.index(event) + 1 :]


def is_reopened(case: Case, since: Event | None = None) -> bool:
    """Whether I reopened the case, after an event where one is named."""
    later = after(case, since) if since else case.timeline
    return any(event.kind is EventKind.REOPENED for event in later)
