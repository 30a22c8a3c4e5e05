"""The ledger of promises: who at the company named which day, and what became of it.

All of it follows from the timeline and the deadlines that its events started.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from msgspec import Struct

from tui.cases.case import I_WRITE, Case, answer_of
from tui.cases.deadline import Deadline
from tui.cases.event import Event
from tui.cases.leaving import whom_of
from tui.cases.order import after, in_order
from tui.cases.words import Answer, Channel, DeadlineKind, DeadlineState, EventKind

_OVERTAKES_A_PROMISE = frozenset({Answer.PARTLY, Answer.REFUSED, Answer.ASKED})
_ENDS_AND_BEGINS = frozenset({EventKind.CLOSED, EventKind.REOPENED})


class Kept(StrEnum):
    """What became of a promised date."""

    KEPT = "kept"
    BROKEN = "broken"
    MOVED = "moved"  # another date was named before this one came
    PENDING = "pending"
    DROPPED = "dropped"  # the case was closed before it came
    OVERTAKEN = "overtaken"  # they answered before it came, and not with what they promised


class Promise(Struct, frozen=True):
    """One date that they gave: made by `agent` on `made_on` over `channel`, for `due`.

    `text` is what was said, `party` the role of whom the event was with, `event` its id.
    """

    event: int
    made_on: date
    due: date
    state: Kept
    agent: str = ""
    channel: Channel | None = None
    text: str = ""
    party: str = ""


def promises_of(case: Case, today: date) -> tuple[Promise, ...]:
    """Every promise, by the day on which it was made. `today` is the company's day."""
    found = ((e, promised_for(case, e), kept(case, e, today)) for e in in_order(case))
    return tuple(
        Promise(e.id, e.day, due, state, e.agent, e.channel, e.text, e.party)
        for e, due, state in found
        if due and state
    )


def broken_of(promises: Iterable[Promise]) -> tuple[Promise, ...]:
    """Those that were not kept."""
    return tuple(promise for promise in promises if promise.state is Kept.BROKEN)


def promised_for(case: Case, event: Event) -> date | None:
    """The day that `event` promised: the one they named, else what a rule made of it."""
    if event.promise:
        return event.promise
    given = started(case, event, DeadlineKind.PROMISE) or next(_in_event(event), None)
    return given.due if given else None


def kept(case: Case, event: Event, today: date) -> Kept | None:
    """What became of the date that `event` promised; None where it promised none."""
    due = promised_for(case, event)
    if due is None:
        return None
    deadline = started(case, event, DeadlineKind.PROMISE)
    whom = {e.id: by for e, by in whom_of(case)}
    theirs = (e for e in after(case, event) if whom.get(e.id) == whom.get(event.id))
    until_then = [e for e in theirs if e.day <= due]
    if ended := _ended(case, until_then):
        return ended
    if deadline and not deadline.is_open:
        return Kept.KEPT if deadline.state is DeadlineState.MET else Kept.BROKEN
    if _closed_by(case, event, due):
        return Kept.DROPPED
    late = deadline.late_on(today) if deadline else today > due
    return Kept.BROKEN if late else Kept.PENDING


def started(case: Case, event: Event, kind: DeadlineKind) -> Deadline | None:
    """The deadline of `kind` that `event` started, as it stands in the case."""
    mine = (d for d in case.deadlines if d.event == event.id and d.kind is kind)
    return next(mine, None) if event.id else None


def _ended(case: Case, until_then: Iterable[Event]) -> Kept | None:
    """What the first event before a promised day made of the promise, if it made anything.

    A refusal is an answer, and no promise was kept by it. What they asked for holds it up only
    until they have it.
    """
    events = tuple(until_then)
    for place, event in enumerate(events, 1):
        answer = answer_of(event)
        if answer is Answer.ASKED and any(e.kind in I_WRITE for e in events[place:]):
            continue
        if answer is Answer.SOLVED:
            return Kept.KEPT
        if answer in _OVERTAKES_A_PROMISE:
            return Kept.OVERTAKEN
        if promised_for(case, event):
            return Kept.MOVED
    return None


def _in_event(event: Event) -> Iterator[Deadline]:
    return (d for d in event.starts if d.kind is DeadlineKind.PROMISE)


def _closed_by(case: Case, event: Event, due: date) -> bool:
    """Whether the case was closed when the day came: then nobody looked whether they kept it."""
    turns = [e for e in after(case, event) if e.kind in _ENDS_AND_BEGINS and e.day <= due]
    return bool(turns) and turns[-1].kind is EventKind.CLOSED
