"""Thin output: of what Textual draws, only the cells that the terminal does not show yet.

Textual sends every strip that may have changed, each with its whole style. Here the cells that the
terminal shows are remembered, and a frame is what differs, in one piece. What comes from Textual is
read in `placing.py`: where that fails, so does `frame`, and the caller sends what Textual would.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, product
from typing import TypeAlias

from rich.color import ColorSystem
from rich.console import Console
from textual._compositor import CompositorUpdate

from tui.terminal.pen import Cell, Pen, Run, are_even
from tui.terminal.placing import NotThin, Placed, cells_of, placed
from tui.terminal.runs import by_look, differing, overlap

__all__ = ["NotThin", "Shown"]

Kept: TypeAlias = tuple[int, list[Cell]]  # column, what begins there
Row: TypeAlias = list[Cell | None]
_NOWHERE = (0, 0)  # where Textual has the cursor, which is hidden, while nobody wants it elsewhere
_FEW = 16  # runs that are put in order together


class Shown:
    """The cells that the terminal shows: None where that is not known.

    While it is held, frames are kept together and nothing is sent: what is shown already is
    better than what Textual shows before its first screen is whole.
    """

    def __init__(self) -> None:
        self._size = (0, 0)
        self._rows: list[Row] = []
        self._pen = Pen(0)
        self._runs: list[Run] = []  # what is still to be written, in any order
        self._lines: set[int] = set()  # on which that is
        self._kept: list[list[Kept]] = []  # by line, while it is held

    def forget(self) -> None:
        """The terminal was somebody else's: nothing is known of it."""
        self._size = (0, 0)
        self._kept = []

    def resized(self, size: tuple[int, int]) -> None:
        """What a terminal makes of its cells then is its own affair."""
        if size != self._size:
            self.forget()

    def adopt(self, rows: Sequence[Sequence[Cell]]) -> None:
        """The whole terminal shows this, drawn by somebody else, and is held from now on."""
        self._begin((len(rows[0]), len(rows)))
        self._rows = [list(row) for row in rows]
        self._kept = [[] for _ in rows]

    def hold(self) -> bool:
        """Keep frames together from now on; whether that can be, and was not so before."""
        if self._kept or not self._rows or self._size == (0, 0):
            return False
        self._kept = [[] for _ in self._rows]
        return True

    def release(self) -> str:
        """No longer held; what to send so that everything is shown that was kept."""
        kept, self._kept = self._kept, []
        for y, line in enumerate(kept):
            for x, cells in line:
                self._put(x, y, cells)
        return self._taken()

    def frame(
        self, update: CompositorUpdate | Iterable[Placed], console: Console, size: tuple[int, int],
        cursor: tuple[int, int],
    ) -> str:  # fmt: skip
        """What to send so that `update` is shown; the cursor stands at `cursor` then, if anywhere.

        `size`: width and height of the screen. Raises NotThin, or whatever a compositor does
        that is not the one that was read; then nothing is known of the terminal any more.
        """
        if size != self._size:
            self.forget()
            self._begin(size)
        depth = console._color_system or ColorSystem.TRUECOLOR
        try:
            for x, y, line in placed(update):
                cells = line if isinstance(line, list) else cells_of(line, depth)
                if self._kept:
                    self._keep(x, y, cells)
                else:
                    self._put(x, y, cells)
        except Exception:
            self._taken()
            self.forget()
            raise
        if self._kept:
            return ""
        self._write()
        if cursor != _NOWHERE:
            self._pen.move(*cursor)
        return self._pen.taken()

    def _begin(self, size: tuple[int, int]) -> None:
        width, height = self._size = size
        self._rows = [[None] * width for _ in range(height)]
        self._pen = Pen(width)

    def _keep(self, x: int, y: int, cells: list[Cell]) -> None:
        """Instead of what it covers. Not cell by cell: half of a wide one would be left."""
        end, line = x + len(cells), self._kept[y]
        line[:] = [(at, old) for at, old in line if at < x or at + len(old) > end]
        line.append((x, cells))

    def _put(self, x: int, y: int, cells: list[Cell]) -> None:
        row = self._rows[y]
        cells = cells[: len(row) - x]
        there, end = row[x : x + len(cells)], x + len(cells)
        if there == cells:
            return
        if are_even(cells) and are_even(there):
            runs = [(x + at, y, cells[at:to]) for at, to in differing(there, cells)]
            if y in self._lines and any(overlap(*pair) for pair in product(self._runs, runs)):
                self._write()
            self._lines.add(y)
            self._runs += chain.from_iterable(map(by_look, runs))
            if len(self._runs) >= _FEW:
                self._write()
        else:  # what may take other cells than were reckoned keeps its place among the others
            self._write()
            self._pen.write(x, y, cells)
        # Half of what is wider than a cell equals nothing that is ever put there.
        row[x:end] = cells

    def _write(self) -> None:
        """Write what is still to be written, what costs least first."""
        runs, self._runs = self._runs, []
        self._lines.clear()
        while runs:
            cheapest = min(runs, key=self._pen.cost) if len(runs) > 1 else runs[0]
            runs.remove(cheapest)
            self._pen.write(*cheapest)

    def _taken(self) -> str:
        self._write()
        return self._pen.taken()
