"""Letters of mine that came back: nobody got them, so nothing rests on them."""

from __future__ import annotations

from tui.cases.case import I_WRITE, Case
from tui.cases.event import Event
from tui.cases.words import EventKind


def returned(case: Case) -> frozenset[int]:
    """The ids of the letters that came back.

    Which one, its Message-ID tells; where that is not known it was the last before.
    """
    found = (letter_of(case, event) for event in case.timeline if _came_back(event))
    return frozenset(event.id for event in found if event)


def is_returned(case: Case) -> bool:
    """Whether the last that I sent came back, and nothing was sent since."""
    last = case.last_contact
    return last is not None and last.id in returned(case)


def _came_back(event: Event) -> bool:
    return event.kind is EventKind.UNDELIVERED


def letter_of(case: Case, back: Event) -> Event | None:
    """The letter that came back with `back`; None where it is none of this case."""
    mine = [e for e in case.timeline if e.kind in I_WRITE and e.id < back.id]
    named = (e for e in mine if back.message_id and e.message_id == back.message_id)
    return next(named, mine[-1] if mine and not back.message_id else None)
