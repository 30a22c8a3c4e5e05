"""What of cells has to be written, in which pieces. Imports no Textual."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.terminal.looks import blank
from tui.terminal.pen import Cell, Run

_BRIDGE = 4  # equal cells that are cheaper written again than leapt over


def by_look(run: Run) -> Iterator[Run]:
    """In pieces of one look: another piece that looks the same may be nearer than a new look."""
    x, y, cells = run
    start, look = 0, cells[0][1]
    for at, (_, other) in enumerate(cells):
        if other in (look, blank(look)):
            continue
        if blank(other) != look:  # blanks go with the letters behind them
            yield x + start, y, cells[start:at]
            start = at
        look = other
    yield x + start, y, cells[start:]


def overlap(one: Run, other: Run) -> bool:
    """Whether they share a cell."""
    (x, y, cells), (other_x, other_y, other_cells) = one, other
    return y == other_y and x < other_x + len(other_cells) and other_x < x + len(cells)


def differing(there: Sequence[Cell | None], wanted: Sequence[Cell]) -> list[tuple[int, int]]:
    """From where to where they differ. What costs no more than to leap over it is taken along."""
    runs: list[tuple[int, int]] = []
    start = end = -1
    for at, (old, new) in enumerate(zip(there, wanted, strict=True)):
        if old == new:
            continue
        is_near = end >= 0 and at - end <= _BRIDGE
        if at == end or (is_near and _is_one(wanted[end - 1 : at])):
            end = at + 1
            continue
        if end >= 0:
            runs.append((start, end))
        start, end = at, at + 1
    return [*runs, (start, end)] if end >= 0 else runs


def _is_one(cells: Sequence[Cell]) -> bool:
    """Whether they can be written one after the other without a change of look."""
    first = cells[0][1]
    return all(look in (first, blank(first)) for _, look in cells)
