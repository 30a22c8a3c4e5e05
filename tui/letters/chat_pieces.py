"""A long text in pieces that a chat takes, none of them cut where it hurts."""

from __future__ import annotations

import re
from collections.abc import Iterator

SHORTEST, USUAL, LONGEST = 100, 600, 4000  # characters of a piece
_NUMBERING = len("99/99 ")

# Where a text may be cut, the best first; of each kind the last place that fits. A place that
# would leave most of a piece empty is passed over for one of the next kind.
_BREAKS = (
    (re.compile(r"\n[ \t]*\n\s*"), 2),
    (re.compile(r"\n\s*"), 2),
    (re.compile(r"(?<=[.!?…;])[ \u00a0]+(?=[«“\"(A-ZА-ЯЁ0-9])"), 3),
    (re.compile(r"(?<!\d)\s+|\s+(?!\d)"), 5),  # “12 490” is one number
    (re.compile(r"\s+"), 5),
)


def pieces_of(text: str, limit: int = USUAL) -> tuple[str, ...]:
    """`text` in pieces of at most `limit` characters; several are numbered: “1/3 …”.

    Every word is there once, in its order. A word is cut only where it is longer than a piece.
    """
    text = text.strip()
    if len(text) <= limit:
        return (text,) if text else ()
    parts = tuple(_cut(text, limit - _NUMBERING))
    return tuple(f"{number}/{len(parts)} {part}" for number, part in enumerate(parts, 1))


def _cut(text: str, room: int) -> Iterator[str]:
    while len(text) > room:
        end, start = _place(text, room)
        yield text[:end].rstrip()
        text = text[start:]
    yield text


def _place(text: str, room: int) -> tuple[int, int]:
    """Where a piece ends, and where the next one begins."""
    for pattern, share in _BREAKS:
        # Two more: what follows a blank tells whether it may be cut there.
        found = [m for m in pattern.finditer(text, 0, room + 2) if 0 < m.start() <= room]
        if found and found[-1].start() >= room // share:
            rest = len(text) - len(text[found[-1].end() :].lstrip())
            return found[-1].start(), rest
    return room, room
