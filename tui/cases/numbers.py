"""Their numbers for a case."""

from __future__ import annotations

from tui.cases.case import Case
from tui.cases.event import Event
from tui.cases.words import Channel, EventKind

_ON_THE_WAY = frozenset({EventKind.SENT, EventKind.ESCALATED, EventKind.DELIVERED})


def their_numbers(case: Case) -> tuple[str, ...]:
    """The numbers that they gave, in their order: tracking numbers of my letters are none."""
    postal = {event.reference for event in case.timeline if is_postal(event)}
    given = {event.reference for event in case.timeline if not is_postal(event)}
    numbers = (r.number for r in case.references if r.number not in postal - given)
    return tuple(dict.fromkeys(filter(None, numbers)))


def is_postal(event: Event) -> bool:
    """Whether the number of `event` is that of a registered letter of mine."""
    return event.channel is Channel.LETTER and event.kind in _ON_THE_WAY
