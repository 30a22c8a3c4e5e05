"""What cannot have happened as it was typed: a slip here becomes a false accusation later."""

from __future__ import annotations

from tui.cases.case import I_WRITE, Case
from tui.cases.errors import BadInput
from tui.cases.event import Event
from tui.cases.words import DeadlineKind, EventKind

_ARRIVES = frozenset({EventKind.DELIVERED, EventKind.REGISTERED})


def require_sense(case: Case, event: Event) -> None:
    """Raises BadInput for an event that contradicts the history of the case."""
    _require_sent_before(case, event)
    answer = case.open_deadline(DeadlineKind.ANSWER, event.party)
    since = answer.paused_on if answer else None
    if event.kind is EventKind.RESUMED and since and event.day < since:
        raise BadInput(
            "Their time stands still since {since}: it cannot have gone on again on {day}.",
            since=since,
            day=event.day,
        )


def _require_sent_before(case: Case, event: Event) -> None:
    sent = [past.day for past in case.timeline if past.kind in I_WRITE]
    if event.kind in _ARRIVES and sent and event.day < min(sent):
        raise BadInput(
            "{day}: nothing had been sent by then; the first was on {first}.",
            day=event.day,
            first=min(sent),
        )
