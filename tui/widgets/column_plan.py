"""What stands where on a board of columns: the cursor, how far each is scrolled, and every line.

Knows no Textual: the first frame is drawn from it as well as the widget.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from tui.widgets.lines import Line, Span, Tone

CARD_LINES = 3
HEAD_LINES = 1
GAP = 1
_NARROWEST = 14  # cells a column needs to be readable


@dataclass(frozen=True, slots=True)
class CardColumn:
    """A heading and the keys of the cards below it, in order."""

    title: str
    keys: tuple[int, ...]


class Place(NamedTuple):
    """One column's part of a line: what stands in it, in how many cells, and whether the cursor."""

    line: Line
    width: int
    is_under_cursor: bool = False


Draw: TypeAlias = Callable[[int], tuple[Line, ...]]


class ColumnPlan:
    """Columns of cards with one cursor, in `width` and `height` cells.

    `at`: the column of the cursor.
    """

    def __init__(self) -> None:
        self.width = self.height = 0
        self.at = 0
        self.columns: tuple[CardColumn, ...] = ()
        self._draw: Draw = lambda _: ()
        self._drawn: dict[int, tuple[Line, ...]] = {}
        self._rows: list[int] = []
        self._tops: list[int] = []

    def show(self, columns: tuple[CardColumn, ...], draw: Draw) -> None:
        """These columns from now on. The cursor stays on its card, wherever the card went."""
        key = self.key
        self.columns, self._draw, self._drawn = columns, draw, {}
        self._rows = [_kept(self._rows, i, len(c.keys)) for i, c in enumerate(columns)]
        self._tops = [_kept(self._tops, i, len(c.keys)) for i, c in enumerate(columns)]
        if not self.find(key):
            self.at = self._nearest_filled()
        self.reveal()

    def resize(self, width: int, height: int) -> None:
        """There is that much room now."""
        self.width, self.height = width, height
        self.reveal()

    @property
    def key(self) -> int:
        """The card under the cursor; 0 where there is none."""
        if not self.columns:
            return 0
        keys = self.columns[self.at].keys
        return keys[self.row] if keys else 0

    @property
    def row(self) -> int:
        """Where in its column the cursor stands."""
        return self._rows[self.at] if self._rows else 0

    @property
    def room(self) -> int:
        """How many cards of a column are seen."""
        return max(1, (self.height - HEAD_LINES) // CARD_LINES)

    @property
    def is_narrow(self) -> bool:
        """Whether only one column fits at a time."""
        return self.width < len(self.columns) * (_NARROWEST + GAP)

    @property
    def visible(self) -> range:
        """The columns that are seen."""
        return range(self.at, self.at + 1) if self.is_narrow else range(len(self.columns))

    def width_of(self, index: int) -> int:
        """The cells of a column, without the gap behind it."""
        visible = self.visible
        share, rest = divmod(self.width, len(visible) or 1)
        return share - GAP + (1 if index - visible.start < rest else 0)

    def left_of(self, index: int) -> int:
        """Where a column begins."""
        return sum(self.width_of(i) + GAP for i in self.visible if i < index)

    def line_of(self, index: int) -> int:
        """The first line of the card under a column's cursor."""
        return HEAD_LINES + (self._rows[index] - self._tops[index]) * CARD_LINES

    def row_at(self, index: int, y: int) -> int | None:
        """Which card of a column stands on line `y`."""
        row = self._tops[index] + (y - HEAD_LINES) // CARD_LINES
        return row if y >= HEAD_LINES and row < len(self.columns[index].keys) else None

    def find(self, key: int) -> bool:
        """Put the cursor on a card; whether it is there."""
        for index, column in enumerate(self.columns):
            if key in column.keys:
                self.at = index
                self._rows[index] = column.keys.index(key)
                return True
        return False

    def reveal(self) -> bool:
        """Scroll the column so that its cursor is seen; whether that moved anything."""
        if not self.columns:
            return False
        top = self._tops[self.at]
        wanted = min(self.row, max(top, self.row - self.room + 1))
        self._tops[self.at] = wanted
        return wanted != top

    def move(self, row: int) -> bool:
        """Put the cursor on another card of its column; whether there is one."""
        count = len(self.columns[self.at].keys) if self.columns else 0
        if count:
            self._rows[self.at] = max(0, min(count - 1, row))
        return bool(count)

    def lines(self, y: int) -> Iterator[Place]:
        """What stands on line `y`, column by column; a gap follows each."""
        for index in self.visible:
            yield self._place(index, y, self.width_of(index))

    def _place(self, index: int, y: int, width: int) -> Place:
        """What stands on line `y` of a column: its heading, a card's line, or nothing."""
        if y < HEAD_LINES:
            return Place(self._heading(index), width)
        row = self.row_at(index, y)
        if row is None:
            return Place((), width)
        key = self.columns[index].keys[row]
        is_under = index == self.at and row == self._rows[index]
        return Place(self._card(key)[(y - HEAD_LINES) % CARD_LINES], width, is_under)

    def _heading(self, index: int) -> Line:
        column = self.columns[index]
        tone = Tone.HEAD if index == self.at else Tone.STRONG
        above, below = self._tops[index] > 0, self._tops[index] + self.room < len(column.keys)
        more = " ↑" * above + " ↓" * below
        counts = ""
        if self.is_narrow:
            others = (c for i, c in enumerate(self.columns) if i != self.at)
            counts = "   " + "  ".join(f"{c.title} {len(c.keys)}" for c in others)
        return (Span(f"{column.title} {len(column.keys)}", tone), Span(more + counts, Tone.DIM))

    def _card(self, key: int) -> tuple[Line, ...]:
        if key not in self._drawn:
            self._drawn[key] = self._draw(key)
        return self._drawn[key]

    def _nearest_filled(self) -> int:
        order = sorted(range(len(self.columns)), key=lambda i: abs(i - self.at))
        return next((i for i in order if self.columns[i].keys), 0)


def _kept(places: list[int], index: int, count: int) -> int:
    return min(places[index], max(0, count - 1)) if index < len(places) else 0
