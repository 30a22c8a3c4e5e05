"""Writes cells in the fewest bytes: knows where the terminal's cursor stands and how it writes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TypeAlias

from tui.terminal.looks import Look, blank, blank_after, change
from tui.terminal.widths import is_even

Cell: TypeAlias = tuple[str, Look]
"""What stands in a cell, and its look. The first of several that are one holds the whole text,
the others an empty one. A blank has only what is seen of a look."""
Run: TypeAlias = tuple[int, int, Sequence[Cell]]
"""Column and line, and the cells to be written from there on."""


def are_even(cells: Sequence[Cell | None]) -> bool:
    """Whether nothing in `cells` may take others on the terminal than was reckoned."""
    text = "".join([cell[0] if cell else " " for cell in cells])
    return len(text) == len(cells) and is_even(text)


def cells_of_text(text: str, look: Look, width: int) -> list[Cell]:
    """`text`, which takes `width` cells, in cells."""
    if len(text) == width and is_even(text):
        bare = blank(look)
        return [_cell(character, bare if character == " " else look) for character in text]
    return [(text, look), *[("", look)] * (width - 1)] if width else []


@lru_cache(4096)  # a screen is a few letters in a few looks: what is one is compared at once
def _cell(character: str, look: Look) -> Cell:
    return character, look


class Pen:
    """Everything that is written to a screen of `width` cells, as long as nobody else writes.

    What was written since is taken by `taken`.
    """

    def __init__(self, width: int) -> None:
        self._width = width
        self._out: list[str] = []
        self.lost()

    def lost(self) -> None:
        """Somebody else wrote, or may have: nothing is known of the terminal any more."""
        self._at: tuple[int, int] | None = None
        self._look: Look | None = None

    def taken(self) -> str:
        """What was written since this was asked last."""
        text = "".join(self._out)
        self._out.clear()
        return text

    def move(self, x: int, y: int) -> None:
        """Put the cursor there."""
        if self._at != (x, y):
            self._out.append(self._way(x, y))
            self._at = (x, y)

    def cost(self, run: Run) -> int:
        """How many bytes it takes until `run` can be written."""
        x, y, cells = run
        text, look = cells[0]
        wanted = blank_after(self._look, look) if text == " " else look
        way = 0 if self._at == (x, y) else len(self._way(x, y))
        return way + len(change(self._look, wanted))

    def write(self, x: int, y: int, cells: Sequence[Cell]) -> None:
        """Write `cells` from there on."""
        self.move(x, y)
        out, now = self._out, self._look
        for text, look in cells:
            wanted = blank_after(now, look) if text == " " else look
            if wanted is not now and text:
                out.append(change(now, wanted))
                now = wanted
            out.append(text)
        self._look = now
        end = x + len(cells)
        # In the last column, and behind what may be wider, terminals do not agree.
        self._at = (end, y) if end < self._width and are_even(cells) else None

    def _way(self, x: int, y: int) -> str:
        there = "\x1b[H" if x == y == 0 else f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H"
        if self._at is None:
            return there
        was_x, was_y = self._at
        if y not in {was_y, was_y + 1}:
            return there
        # A vertical tab goes down as a line feed does (VT100 User Guide, control characters), and
        # on the way to the terminal no driver puts a return before it.
        down = "" if y == was_y else "\v"
        aside = _ahead(x - was_x) if x >= was_x else "\b" * (was_x - x)
        return min((f"{down}{aside}", f"{down}\r{_ahead(x)}", there), key=len)


def _ahead(cells: int) -> str:
    return "" if not cells else "\x1b[C" if cells == 1 else f"\x1b[{cells}C"
