"""The numbers of a case: theirs, and those by which they know it."""

from __future__ import annotations

import re

from tui.cases.case import I_WRITE, Case, Reference
from tui.cases.event import Event
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
    postal = {event.reference for event in case.timeline if is_postal(event)}
    given = {event.reference for event in case.timeline if not is_postal(event)}
    return tuple(r for r in case.references if r.number not in postal - given)


def gave_no_number(case: Case, kind: EventKind, channel: Channel | None) -> bool:
    """Whether their number is still to be asked for in such a contact of mine, before it ends."""
    live = kind is EventKind.CALL or (kind in I_WRITE and channel in _AT_ONCE)
    return live and not their_numbers(case)


def is_postal(event: Event) -> bool:
    """Whether the number of `event` is that of a registered letter of mine."""
    return event.channel is Channel.LETTER and event.kind in _ON_THE_WAY


def bare(number: str) -> str:
    """A number whatever its spelling: letters and digits of “№ 4821/77” and “4821-77” alike."""
    low = _DATED.sub("", _BEFORE.sub("", number.casefold().strip()))
    return "".join(filter(str.isalnum, low)).translate(_ALIKE)


def known_numbers(case: Case) -> tuple[tuple[str, str], ...]:
    """All numbers of a case, bare, each after its kind as it was written; theirs come last."""
    ours = ((i.kind.casefold().strip(), bare(i.value)) for i in case.identifiers)
    theirs = ((THEIR_NUMBER, bare(number)) for number in their_numbers(case))
    return tuple(dict.fromkeys((kind, number) for kind, number in (*ours, *theirs) if number))
