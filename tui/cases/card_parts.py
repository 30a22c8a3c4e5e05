"""Single facts of a card, as a case tells them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from tui.cases.case import I_WRITE, Case
from tui.cases.deadline import Deadline
from tui.cases.event import Event
from tui.cases.judging import is_message
from tui.cases.words import DeadlineKind, DeadlineState, EventKind

_BROUGHT = frozenset({EventKind.NOTE, EventKind.UNDELIVERED})


def contacts(case: Case) -> tuple[tuple[str, date], ...]:
    """A reminder counts for those who got it; a climb answers the silence of all below."""
    days: dict[str, date] = {}
    for event in case.timeline:
        if event.kind is EventKind.ESCALATED and not event.aside:
            days = dict.fromkeys((*days, event.party), event.day)
        elif event.kind in I_WRITE:
            days[event.party] = event.day
    return tuple(days.items())


def taken_on(case: Case) -> tuple[tuple[str, date], ...]:
    """The day on which each step was first taken."""
    days: dict[str, date] = {}
    for event in case.timeline:
        if event.step and event.kind in I_WRITE:
            days.setdefault(event.step, event.day)
    return tuple(days.items())


def that_press(case: Case) -> Iterator[Deadline]:
    """What is still to be done after an answer presses nobody: the ladder leads on from that."""
    return (d for d in case.open_deadlines if d.kind is not DeadlineKind.DEED)


def without_working(deadline: Deadline) -> Deadline:
    return msgspec.structs.replace(deadline, working=None)


def broken_promises(case: Case) -> int:
    """Promises of theirs that the history knows as missed."""
    promises = (d for d in case.deadlines if d.kind is DeadlineKind.PROMISE)
    return sum(d.state is DeadlineState.MISSED for d in promises)


def recorded_on(case: Case) -> date | None:
    """On which day I recorded something last; None where a letter of mine came back since.

    What a mail brought by itself nobody recorded.
    """
    last = case.timeline[-1] if case.timeline else None
    if last is None or (_came_by_itself(last) and last.kind is EventKind.UNDELIVERED):
        return None
    days = (e.noted or e.day for e in case.timeline if not _came_by_itself(e))
    return max(days, default=None)


def _came_by_itself(event: Event) -> bool:
    brought = is_message(event) or event.automatic or event.kind in _BROUGHT
    return bool(event.mail) and not event.noted and brought
