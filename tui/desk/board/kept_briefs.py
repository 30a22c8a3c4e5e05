"""Briefs as they are kept beside a book, so that the next start need not read ten thousand cards.

They are a convenience: what cannot be read, or is of another book, is made anew.
"""

from __future__ import annotations

import zlib
from datetime import date

import msgspec
from msgspec import Struct

from tui.desk.board.brief import Standing
from tui.desk.board.briefs import Kept
from tui.desk.board.in_order import InOrder

MOST = 200_000
"""So many briefs are kept: they are read in a tenth of the time in which they are made."""


class _File(Struct, frozen=True, array_like=True):
    """`made_of`: what made them, in words of whoever keeps them; `mark`: where the book stood.

    `which`: the place in `standings` of how each stands. All else as in InOrder and in Kept.
    """

    shape: int
    made_of: str
    mark: str
    numbers: list[int]
    standings: list[Standing]
    which: list[int]
    words: list[str]
    days: dict[str, date]
    soonest: dict[str, date]
    timed: set[int]


_SHAPE = zlib.crc32(
    repr([list(kind.__annotations__.items()) for kind in (Standing, _File)]).encode()
)


def packed(kept: Kept, made_of: str, mark: str) -> bytes:
    """All briefs of a book; nothing where there are too many, or one has letters that are none."""
    briefs = kept.briefs
    if len(briefs.numbers) > MOST:
        return b""
    standings = list({id(standing): standing for standing in briefs.standings}.values())
    places = {id(standing): place for place, standing in enumerate(standings)}
    which = [places[id(standing)] for standing in briefs.standings]
    file = _File(
        _SHAPE, made_of, mark, briefs.numbers, standings, which, briefs.words,
        kept.days, kept.soonest, kept.timed,
    )  # fmt: skip
    try:
        return msgspec.msgpack.encode(file)
    except ValueError:  # half a surrogate pair
        return b""


def unpacked(content: bytes | memoryview, made_of: str) -> tuple[Kept | None, str]:
    """What was packed, and where the book stood then; None unless it was made of that."""
    try:
        file = msgspec.msgpack.decode(content, type=_File)
        if (file.shape, file.made_of) != (_SHAPE, made_of):
            return None, ""
        standings = list(map(file.standings.__getitem__, file.which))
    except (ValueError, IndexError):
        return None, ""
    if not len(file.numbers) == len(standings) == len(file.words):
        return None, ""
    briefs = InOrder(file.numbers, standings, file.words)
    return Kept(briefs, file.days, file.soonest, file.timed), file.mark
