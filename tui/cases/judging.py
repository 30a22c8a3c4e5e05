"""What they wrote, and when somebody judged it.

Between the day on which a message of theirs comes and the day on which the person says what
it was, days may pass that are not the company's.
"""

from __future__ import annotations

from datetime import datetime

from tui.cases.case import I_WRITE, Case, answer_of
from tui.cases.event import Event
from tui.cases.words import EventKind

IS_ANSWER = frozenset({EventKind.REFUSED, EventKind.ASKED, EventKind.PROMISE})
_JUDGES = IS_ANSWER | {EventKind.ANSWERED, EventKind.EXTENDED}


def is_unjudged(event: Event) -> bool:
    """A message of theirs of which nobody has said what it is."""
    return event.kind is EventKind.RECEIVED and answer_of(event) is None


def unjudged_since(case: Case) -> datetime | None:
    """The moment of the first message of theirs that nobody has judged, or written after."""
    since = None
    for event in reversed(case.timeline):
        if event.kind in I_WRITE or event.kind in _JUDGES:
            return since
        if is_unjudged(event):
            since = event.at
    return since


def acted_at(case: Case, event: Event) -> datetime:
    """When it counts: what they wrote, when it came, and not when it was judged."""
    came = unjudged_since(case) if event.kind in _JUDGES else None
    return min(came, event.at) if came else event.at
