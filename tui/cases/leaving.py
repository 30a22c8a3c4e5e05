"""Whom a climb leaves, and what becomes of what they owe.

A company, a body above it, the next body: each has a clock of its own. Who goes on from one to the
other gives no day of theirs up.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.clocks import Deadlines, lapsed
from tui.cases.deadline import Deadline
from tui.cases.event import Event
from tui.cases.words import DeadlineKind, EventKind

COMPANY = "company"
_RUNS_ON = frozenset({DeadlineKind.ANSWER, DeadlineKind.PROMISE})


def whom_of(case: Case) -> Iterator[tuple[Event, str]]:
    """Each event with whom it was: the role of a party, "company", or the id of the step of a body.

    In an older book nothing tells a company from the body above it; both are empty there.
    """
    standing = COMPANY
    for event in case.timeline:
        if _moves(event):
            standing = event.addressee
        yield event, event.party or standing


def leave(case: Case, event: Event) -> Deadlines:
    """The deadlines, those of whom the event leaves under their own name.

    Their time goes on while it runs; where it is over, or stands still, the climb ends it. What
    those owe to whom it goes back is owed by whom the case stands with again.
    """
    left = _stands_with(case)
    if not _moves(event) or "" in (left, event.addressee) or left == event.addressee:
        return case.deadlines
    at = lapsed(case.deadlines, event.day, event.at)
    again = ((d, now) for d, now in zip(case.deadlines, at, strict=True))
    return tuple(_of(d, now, event, left) for d, now in again)


def _of(deadline: Deadline, now: Deadline, event: Event, left: str) -> Deadline:
    if deadline.party == event.addressee:
        return replace(deadline, party="")
    runs = now.kind in _RUNS_ON and now.paused_on is None and not now.past_on(event.day)
    if deadline.is_open and not deadline.party and (runs or now.kind is DeadlineKind.DEED):
        return replace(deadline, party=left)
    return deadline


def _stands_with(case: Case) -> str:
    """With whom a case stands that is with no party; empty where an older book does not tell."""
    climbs = (event.addressee for event in reversed(case.timeline) if _moves(event))
    return next(climbs, COMPANY)


def _moves(event: Event) -> bool:
    """Whether it is a climb to the company or a body, and not to a party or beside."""
    return event.kind is EventKind.ESCALATED and not event.party
