"""Briefs as they are kept beside a book, so that the next start need not read ten thousand cards.

They are a convenience: what cannot be read, or is of another book, is made anew.
"""

from __future__ import annotations

import zlib

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from tui.desk.board.brief import Brief
from tui.desk.board.briefs import Kept

MOST = 200_000
"""So many briefs are kept: they are read in a tenth of the time in which they are made."""

_SHAPE = zlib.crc32(repr([sorted(kind.__annotations__.items()) for kind in (Brief, Kept)]).encode())


class _File(Struct, frozen=True, array_like=True):
    """`made_of`: what made them, in words of whoever keeps them; `mark`: where the book stood."""

    shape: int
    made_of: str
    mark: str
    kept: Kept


def packed(kept: Kept, made_of: str, mark: str) -> bytes:
    """All briefs of a book; nothing where there are too many, or one has letters that are none."""
    if len(kept.briefs) > MOST:
        return b""
    bare = [replace(brief, token=None) for brief in kept.briefs]
    try:
        return msgspec.msgpack.encode(_File(_SHAPE, made_of, mark, replace(kept, briefs=bare)))
    except ValueError:  # half a surrogate pair
        return b""


def unpacked(content: bytes, made_of: str) -> tuple[Kept | None, str]:
    """What was packed, and where the book stood then; None unless it was made of that."""
    try:
        file = msgspec.msgpack.decode(content, type=_File)
    except ValueError:
        return None, ""
    is_ours = (file.shape, file.made_of) == (_SHAPE, made_of)
    return (file.kept if is_ours else None), file.mark
