"""Thin output: of what Textual draws, only the cells that the terminal does not show yet.

Textual sends every strip that may have changed, each with its whole style. Here the cells that the
terminal shows are remembered, and a frame is what differs, in one piece. `chops`, `spans`,
`chop_ends`, `strips` are private to Textual's compositor: where an upgrade changes them, `frame`
raises, and the caller sends what Textual would send.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from typing import TypeAlias

from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from textual._cells import cell_len
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

from tui.terminal.looks import blank, look_of
from tui.terminal.pen import Cell, Pen, are_even, cells_of_text

Row: TypeAlias = list[Cell | None]
Placed: TypeAlias = tuple[int, int, Strip]  # column, line, what begins there
_BRIDGE = 4  # equal cells that are cheaper written again than leapt over


class NotThin(ValueError):
    """An update that has to be sent as Textual sends it."""


class Shown:
    """The cells that the terminal shows: None where that is not known.

    While it is held, frames are kept together and nothing is sent: what is shown already is
    better than what Textual shows before its first screen is whole.
    """

    def __init__(self) -> None:
        self._size = (0, 0)
        self._rows: list[Row] = []
        self._pen = Pen(0)
        self._kept: list[Row] = []  # what is to be shown, while it is held

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
        self._kept = [[None] * len(row) for row in rows]

    def release(self) -> str:
        """No longer held; what to send so that everything is shown that was kept."""
        kept, self._kept = self._kept, []
        for y, row in enumerate(kept):
            for is_there, run in groupby(enumerate(row), lambda at: at[1] is not None):
                cells = [(x, cell) for x, cell in run if cell is not None]
                if is_there and cells:
                    self._put(cells[0][0], y, [cell for _, cell in cells])
        return self._pen.taken()

    def frame(
        self, update: CompositorUpdate, console: Console, size: tuple[int, int],
        cursor: tuple[int, int],
    ) -> str:  # fmt: skip
        """What to send so that `update` is shown; the cursor stands at `cursor` then.

        `size`: width and height of the screen. Raises NotThin, or whatever a compositor does
        that is not the one that was read; then nothing is known of the terminal any more.
        """
        if size != self._size:
            self.forget()
            self._begin(size)
        depth = console._color_system or ColorSystem.TRUECOLOR
        try:
            for x, y, strip in _placed(update):
                cells = _cells(strip, depth)
                if self._kept:
                    self._kept[y][x : x + len(cells)] = cells[: size[0] - x]
                else:
                    self._put(x, y, cells)
        except Exception:
            self._pen.taken()
            self.forget()
            raise
        if self._kept:
            return ""
        sent = self._pen.taken()
        self._pen.move(*cursor)
        return sent + self._pen.taken()

    def _begin(self, size: tuple[int, int]) -> None:
        width, height = self._size = size
        self._rows = [[None] * width for _ in range(height)]
        self._pen = Pen(width)

    def _put(self, x: int, y: int, cells: list[Cell]) -> None:
        row = self._rows[y]
        cells = cells[: len(row) - x]
        there, end = row[x : x + len(cells)], x + len(cells)
        if there == cells:
            return
        runs = [(0, len(cells))]
        if are_even(cells) and are_even(there):
            runs = _differing(there, cells)
        for start, stop in runs:
            self._pen.write(x + start, y, cells[start:stop])
        # Half of what is wider than a cell equals nothing that is ever put there.
        row[x:end] = cells


def _differing(there: Sequence[Cell | None], wanted: Sequence[Cell]) -> list[tuple[int, int]]:
    """From where to where they differ. What costs no more than to leap over it is taken along."""
    runs: list[tuple[int, int]] = []
    for at, (old, new) in enumerate(zip(there, wanted, strict=True)):
        if old == new:
            continue
        if runs and at - runs[-1][1] <= _BRIDGE and _is_one(wanted[runs[-1][1] - 1 : at]):
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
    return runs


def _is_one(cells: Sequence[Cell]) -> bool:
    """Whether they can be written one after the other without a change of look."""
    first = cells[0][1]
    return all(look in (first, blank(first)) for _, look in cells)


def _cells(strip: Strip, depth: ColorSystem) -> list[Cell]:
    return list(chain.from_iterable(_segment(segment, depth) for segment in strip))


def _segment(segment: Segment, depth: ColorSystem) -> list[Cell]:
    text, style, control = segment
    if control or (style is not None and style.link):
        raise NotThin
    codes = "" if style is None else style._ansi
    if codes is None and style is not None:
        codes = Strip.render_ansi(style, depth)
    width = cell_len(text)
    if text and not width:  # it goes on top of what stands before it
        raise NotThin
    return cells_of_text(text, look_of(codes or ""), width)


def _placed(update: CompositorUpdate) -> Iterator[Placed]:
    if isinstance(update, LayoutUpdate):
        for y, strips in enumerate(update.strips, update.region.y):
            x = update.region.x
            for strip in strips:
                yield x, y, strip
                x += strip.cell_length
    elif isinstance(update, ChopsUpdate):
        for y, x1, x2 in update.spans:
            yield from _of_span(update, y, x1, x2)
    else:
        raise NotThin


def _of_span(update: ChopsUpdate, y: int, x1: int, x2: int) -> Iterator[Placed]:
    """As ChopsUpdate.render_segments goes through a span."""
    for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
        if strip is not None and x <= x2 and end > x1:
            whole = x2 > x >= x1 and end <= x2
            yield x, y, strip if whole else strip.crop(0, min(end, x2) - x)
