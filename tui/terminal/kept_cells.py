"""The cells of a picture in few bytes, so that what a kept picture shows need not be reckoned."""

from __future__ import annotations

import msgspec

from tui.terminal.pen import Cell


class _Picture(msgspec.Struct, array_like=True):
    """`cells`: those that there are; `rows`: which of them stands where."""

    cells: list[Cell]
    rows: list[list[int]]


def packed(rows: list[list[Cell]]) -> bytes:
    """Nothing where a cell has letters that are none: half of a surrogate pair."""
    known: dict[Cell, int] = {}
    numbered = [[known.setdefault(cell, len(known)) for cell in row] for row in rows]
    try:
        return msgspec.msgpack.encode(_Picture(list(known), numbered))
    except ValueError:
        return b""


def unpacked(content: bytes | memoryview) -> list[list[Cell]]:
    """What was packed; nothing where it is something else."""
    try:
        picture = msgspec.msgpack.decode(content, type=_Picture)
        return [[picture.cells[number] for number in row] for row in picture.rows]
    except (ValueError, IndexError):
        return []
