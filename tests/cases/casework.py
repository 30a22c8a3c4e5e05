"""Cases, events and deadlines for these tests; days are days of October 2026."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from tui.cases.case import Case
from tui.cases.deadline import Deadline
from tui.cases.event import Event
from tui.cases.lifecycle import apply
from tui.cases.particulars import Identifier
from tui.cases.words import (
    Answer,
    DeadlineKind,
    DeadlineState,
    EventKind,
    Outcome,
    Owner,
    Problem,
    Stage,
)


def october(day: int) -> date:
    return date(2026, 10, day)


def on(day: int, kind: EventKind, **fields: Any) -> Event:
    return Event(at=datetime(2026, 10, day, 12, tzinfo=UTC), kind=kind, **fields)


def owed(kind: DeadlineKind, due: int, late_after: int | None = None) -> Deadline:
    """An open deadline: theirs for an answer or a promise, mine for the others."""
    theirs = kind in (DeadlineKind.ANSWER, DeadlineKind.PROMISE)
    return Deadline(
        owner=Owner.THEIRS if theirs else Owner.MINE,
        kind=kind,
        due=october(due),
        late_after=october(late_after or due),
        rule="given",
    )


def a_draft(**facts: Any) -> Case:
    given: dict[str, Any] = {
        "id": 12,
        "uid": "c-12",
        "company": "Severmart",
        "subject": "Refund of a kettle",
        "problem": Problem.REFUND,
        "identifiers": (Identifier(kind="order", value="77-1"),),
        "details": "It leaks.",
        "expected_result": "The money back.",
    }
    return Case(**{**given, **facts})


def after(*events: Event, case: Case | None = None) -> Case:
    case = case or a_draft()
    for event in events:
        case = apply(case, event)
    return case


def states(case: Case) -> dict[DeadlineKind, DeadlineState]:
    """The state of each deadline, for cases with one of a kind."""
    return {deadline.kind: deadline.state for deadline in case.deadlines}


SENT = on(1, EventKind.SENT, step="request", starts=(owed(DeadlineKind.ANSWER, 10),))
# A case in each stage, reached by the shortest lawful way.
IN_STAGE = {
    Stage.DRAFT: a_draft(),
    Stage.WAITING: after(SENT),
    Stage.MY_MOVE: after(SENT, on(2, EventKind.ANSWERED, answer=Answer.REFUSED)),
    Stage.ESCALATED: after(SENT, on(3, EventKind.ESCALATED, step="appeal")),
    Stage.CLOSED: after(SENT, on(3, EventKind.CLOSED, outcome=Outcome.UPHELD)),
}
# What each kind of event cannot do without.
NEEDS: dict[EventKind, dict[str, Any]] = {
    EventKind.PROMISE: {"promise": october(20)},
    EventKind.ANSWERED: {"answer": Answer.SOLVED},
    EventKind.EXTENDED: {"due": october(20)},
    EventKind.ESCALATED: {"step": "appeal"},
    EventKind.CLOSED: {"outcome": Outcome.UPHELD},
}
