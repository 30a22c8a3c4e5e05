"""The cells of a picture in few bytes, so that what a kept picture shows need not be reckoned."""

from __future__ import annotations

import msgspec

from tui.terminal.looks import Look
from tui.terminal.pen import Cell


class _Picture(msgspec.Struct, array_like=True):
    """`rows`: the text of each cell, and which of the looks it has."""

    looks: list[Look]
    rows: list[list[tuple[str, int]]]


def packed(rows: list[list[Cell]]) -> bytes:
    """Nothing where a cell has letters that are none: half of a surrogate pair."""
    looks: dict[Look, int] = {}
    numbered = [[(text, looks.setdefault(look, len(looks))) for text, look in row] for row in rows]
    try:
        return msgspec.msgpack.encode(_Picture(list(looks), numbered))
    except ValueError:
        return b""


def unpacked(content: bytes | memoryview) -> list[list[Cell]]:
    """What was packed; nothing where it is something else."""
    try:
        picture = msgspec.msgpack.decode(content, type=_Picture)
        looks = picture.looks
        return [[(text, looks[number]) for text, number in row] for row in picture.rows]
    except (ValueError, IndexError):
        return []
