"""Whether those with whom a case stands have left a reminder without an answer before."""

from __future__ import annotations

from tui.cases.case import I_WRITE, Case, answers
from tui.cases.event import Event
from tui.cases.leaving import whom_of
from tui.cases.words import DeadlineKind, DeadlineState, EventKind


def ignored_a_reminder(case: Case) -> bool:
    """On an earlier step I reminded them after their time, and nothing came since."""
    whom = {event.id: who for event, who in whom_of(case)}
    last = next((e for e in reversed(case.timeline) if e.kind in I_WRITE and not e.aside), None)
    if last is None or last.step in case.taken[:1]:
        return False
    theirs = [event for event in case.timeline if whom[event.id] == whom[last.id]]
    since = [event for n, event in enumerate(theirs) if not any(map(answers, theirs[n:]))]
    missed = [
        d
        for d in case.deadlines
        if d.kind is DeadlineKind.ANSWER
        and d.state is DeadlineState.MISSED
        and whom.get(d.event) == whom[last.id]
    ]
    return any(d.late_after < e.day and d.step == e.step for e in since if _asks(e) for d in missed)


def _asks(event: Event) -> bool:
    """A letter or a call that is no climb."""
    return event.kind in I_WRITE and event.kind is not EventKind.ESCALATED
