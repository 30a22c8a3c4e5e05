"""The numbers of a case: theirs, and those by which they know it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.cases.case import I_WRITE, Case
from tui.cases.event import Event
from tui.cases.on_steps import on_steps
from tui.cases.particulars import Reference
from tui.cases.words import Channel, EventKind

_ON_THE_WAY = frozenset({EventKind.SENT, EventKind.ESCALATED, EventKind.DELIVERED})

# Where one has a person there who could say the number at once.
_AT_ONCE = frozenset({Channel.PHONE, Channel.CHAT, Channel.IN_PERSON})

THEIR_NUMBER = "reference"  # the kind of a number that they gave
_BEFORE = re.compile(r"^\W*(?:no|nr|num|номер)\b\W*(?=\d)")  # “No. 4821”
_DATED = re.compile(r"\s(?:of|from|dated|от)\s.*$")  # “4821-77 of 20.10.2026”
_ALIKE = str.maketrans("авекмнорстух", "abekmhopctyx")  # Cyrillic letters that look Latin


def their_numbers(case: Case) -> tuple[str, ...]:
    """The numbers that they gave, in their order: tracking numbers of my letters are none."""
    return tuple(dict.fromkeys(r.number for r in their_references(case) if r.number))


def their_references(case: Case) -> tuple[Reference, ...]:
    """The same with channel and page."""
    postal = {event.reference for event in case.timeline if has_postal(event)}
    given = {event.reference for event in case.timeline if not has_postal(event)}
    return tuple(r for r in case.references if r.number not in postal - given)


def heard_on(case: Case) -> tuple[tuple[str, str], ...]:
    """Their numbers, each with the step on which those who gave it were written to.

    The step is empty where it was the company while the case stood with somebody above it, and
    where no event tells it.
    """
    found = {event.reference: step for event, step in on_steps(case)}
    return tuple((number, found.get(number, "")) for number in their_numbers(case))


def gave_no_number(case: Case, kind: EventKind, channel: Channel | None) -> bool:
    """Whether their number is still to be asked for in such a contact of mine, before it ends."""
    return is_live(kind, channel) and not their_numbers(case)


def is_live(kind: EventKind, channel: Channel | None) -> bool:
    """Whether one hears their words at once in such a contact of mine: in a call, in a chat."""
    return kind is EventKind.CALL or (kind in I_WRITE and channel in _AT_ONCE)


def is_postal(kind: EventKind, channel: Channel | None) -> bool:
    """Whether the number of such an event is that of a registered letter of mine.

    What was delivered is known by that number, however it was told.
    """
    by_post = channel is Channel.LETTER or (channel is None and kind is EventKind.DELIVERED)
    return by_post and kind in _ON_THE_WAY


def has_postal(event: Event) -> bool:
    """Whether the number of `event` is that of a registered letter of mine."""
    return is_postal(event.kind, event.channel)


def latest_given(events: Sequence[Event]) -> str:
    """The last number that somebody gave in these events; empty where none did."""
    given = (e.reference for e in reversed(events) if e.reference.strip() and not has_postal(e))
    return next(given, "")


def bare(number: str) -> str:
    """A number whatever its spelling: letters and digits of “№ 4821/77” and “4821-77” alike."""
    low = _DATED.sub("", _BEFORE.sub("", number.casefold().strip()))
    return "".join(filter(str.isalnum, low)).translate(_ALIKE)


def known_numbers(case: Case) -> tuple[tuple[str, str], ...]:
    """All numbers of a case, bare, each after its kind as it was written; theirs come last."""
    ours = ((i.kind.casefold().strip(), bare(i.value)) for i in case.identifiers)
    theirs = ((THEIR_NUMBER, bare(number)) for number in their_numbers(case))
    return tuple(dict.fromkeys((kind, number) for kind, number in (*ours, *theirs) if number))
