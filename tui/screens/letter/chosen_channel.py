"""By which channel a letter is to go: the one that was chosen for it, until it is sent."""

from __future__ import annotations

from collections.abc import MutableMapping

from tui.cases.case import Case
from tui.cases.words import EventKind

_OUT = (EventKind.SENT, EventKind.ESCALATED)


def chosen_channel(
    kept: MutableMapping[str, str], case: Case, letter: tuple[str, str], channel: str
) -> str:
    """`channel`, which is kept for this letter, or without one the one kept for it; else empty.

    `letter`: its step and kind, as they were asked for. What was sent before is another letter.
    """
    sent = sum(event.kind in _OUT for event in case.timeline)
    key = " ".join(("channel", case.uid, str(sent), *letter))
    if channel:
        kept[key] = channel
    return kept.get(key, "")
