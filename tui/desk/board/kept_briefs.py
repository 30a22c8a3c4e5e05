"""Briefs as they are kept beside a book, so that the next start need not read ten thousand cards.

They are a convenience: what cannot be read, or does not fit the cards that there are, is made anew.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from datetime import date

import msgspec
from msgspec import Struct

from tui.cases.words import Stage
from tui.desk.board.briefs import Brief, above_of, place_of
from tui.desk.views import Mark
from tui.store.all_cards import Token

MOST = 20_000
"""So many briefs are kept: of more, their file would take as long to write as they take to make."""


class _Kept(Struct, frozen=True, array_like=True, gc=False):
    """A brief without that from which it is read, and its place without its number."""

    number: int
    zone: str
    day: date
    above: int
    stage: Stage
    mark: Mark
    is_asleep: bool
    is_linked: bool
    is_timed: bool
    words: str
    points: int | None


_SHAPE = zlib.crc32(repr(sorted(_Kept.__annotations__.items())).encode())


class _File(Struct, frozen=True, array_like=True):
    """`made_of`: the book they are of, in words of whoever keeps them."""

    shape: int
    made_of: str
    briefs: list[_Kept]


def packed(briefs: list[Brief], made_of: str) -> bytes:
    """All briefs of a book; nothing where there are too many, or one has letters that are none."""
    if len(briefs) > MOST:
        return b""
    try:
        return msgspec.msgpack.encode(_File(_SHAPE, made_of, [_of(brief) for brief in briefs]))
    except ValueError:  # half a surrogate pair
        return b""


def unpacked(content: bytes, made_of: str, tokens: Mapping[int, Token]) -> list[Brief]:
    """The briefs in the order of the board; none unless they are those of all these cards."""
    try:
        file = msgspec.msgpack.decode(content, type=_File)
    except ValueError:
        return []
    if (file.shape, file.made_of, len(file.briefs)) != (_SHAPE, made_of, len(tokens)):
        return []
    try:
        return list(_with_tokens(file.briefs, tokens))
    except KeyError:
        return []


def _of(brief: Brief) -> _Kept:
    return _Kept(
        brief.number,
        brief.zone,
        brief.day,
        above_of(brief.place, brief.number),
        brief.stage,
        brief.mark,
        brief.is_asleep,
        brief.is_linked,
        brief.is_timed,
        brief.words,
        brief.points,
    )


def _with_tokens(kept: list[_Kept], tokens: Mapping[int, Token]) -> Iterator[Brief]:
    return (
        Brief(
            number=one.number,
            token=tokens[one.number],
            zone=one.zone,
            day=one.day,
            place=place_of(one.above, one.number),
            stage=one.stage,
            mark=one.mark,
            is_asleep=one.is_asleep,
            is_linked=one.is_linked,
            is_timed=one.is_timed,
            words=one.words,
            points=one.points,
        )
        for one in kept
    )
