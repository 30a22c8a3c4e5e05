"""Cases told by their events, for the tests of ladder and advice. Real cases, real lifecycle."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from msgspec.structs import replace

from tui.cases.card import Card, card_of
from tui.cases.case import Case
from tui.cases.deadline import Deadline
from tui.cases.event import Event
from tui.cases.lifecycle import apply
from tui.cases.particulars import Identifier
from tui.cases.words import Answer, Channel, DeadlineKind, EventKind, Outcome, Owner, Problem

COMPLETE = Case(
    company="Severmart",
    subject="Refund of order 4821-77",
    problem=Problem.REFUND,
    identifiers=(Identifier(kind="order", value="4821-77"),),
    details="Paid on 20 October, never delivered.",
    expected_result="Refund 12 490 by 2 December.",
)


def nov(day: int) -> date:
    return date(2026, 11, day)


def event(kind: EventKind, day: date, **facts: Any) -> Event:
    return Event(at=datetime.combine(day, time(12), UTC), kind=kind, **facts)


def owed(kind: DeadlineKind, due: date, late_after: date | None = None) -> Deadline:
    owner = Owner.MINE if kind is DeadlineKind.DATA else Owner.THEIRS
    return Deadline(owner=owner, kind=kind, due=due, late_after=late_after or due, rule="given")


def window(due: date, act_by: date | None = None, step: str = "court") -> Deadline:
    """My time for a step."""
    own = Deadline(
        owner=Owner.MINE, kind=DeadlineKind.WINDOW, due=due, late_after=due, rule="given", step=step
    )
    return replace(own, act_by=act_by)


def sent(
    day: date,
    step: str = "request",
    *,
    answer: date | None = None,
    late_after: date | None = None,
    contact: date | None = None,
    number: str = "",
    channel: Channel = Channel.EMAIL,
) -> Event:
    """I wrote: they must answer by `answer`; I agreed to come back on `contact`."""
    starts = [owed(DeadlineKind.ANSWER, answer, late_after)] if answer else []
    starts += [owed(DeadlineKind.CONTACT, contact)] if contact else []
    return event(
        EventKind.SENT if step == "request" else EventKind.ESCALATED,
        day,
        step=step,
        channel=channel,
        reference=number,
        starts=tuple(starts),
    )


def promised(day: date, until: date, late_after: date | None = None, **facts: Any) -> Event:
    starts = (owed(DeadlineKind.PROMISE, until, late_after),)
    return event(EventKind.PROMISE, day, promise=until, starts=starts, **facts)


def asked(day: date, by: date | None = None, act_by: date | None = None) -> Event:
    data = replace(owed(DeadlineKind.DATA, by), act_by=act_by) if by else None
    return event(EventKind.ASKED, day, due=by, starts=(data,) if data else ())


def answered(day: date, answer: Answer, **facts: Any) -> Event:
    return event(EventKind.ANSWERED, day, answer=answer, **facts)


def closed(day: date) -> Event:
    return event(EventKind.CLOSED, day, outcome=Outcome.REJECTED)


def told(*events: Event, case: Case = COMPLETE) -> Case:
    """A case to which this happened."""
    for happened in events:
        case = apply(case, happened)
    return case


def story(*events: Event, case: Case = COMPLETE) -> Card:
    """Its card."""
    return card_of(told(*events, case=case))
