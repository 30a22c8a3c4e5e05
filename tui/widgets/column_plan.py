"""What stands where on a board of columns: the cursor, how far each is scrolled, and every line.

Knows no Textual: the first frame is drawn from it as well as the widget.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from tui.widgets.column_heads import CardColumn, heading, rule, strip
from tui.widgets.lines import Line, Tone, wrapped

__all__ = [
    "CARD_LINES", "GAP", "HEAD_LINES", "STEPS", "UNDER_CURSOR", "CardColumn", "ColumnPlan", "Draw",
    "Place",
]  # fmt: skip

CARD_LINES = 3
HEAD_LINES = 1  # and below it a rule, where there is room for one
GAP = 1
UNDER_CURSOR = Tone.STRONG  # one for all that stands there: a change of colour takes many bytes
_NARROWEST = 12  # cells a column needs to be readable
_RULED = 10  # lines from which on there is a rule below the headings


class Place(NamedTuple):
    """One column's part of a line: what stands in it, in how many cells, on how many the cursor.

    The cursor is the first line of a card and the first cell of the others: a whole card would
    have to be sent anew with every step.
    """

    line: Line
    width: int
    under: int = 0


STEPS = ("down", "up", "left", "right", "top", "bottom", "page_down", "page_up")
Draw: TypeAlias = Callable[[int], tuple[Line, ...]]


class ColumnPlan:
    """Columns of cards with one cursor, in `width` and `height` cells. `at`: its column."""

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
        if not self.find(key):
            self.at = self._nearest_filled()
        self._fill()

    def resize(self, width: int, height: int) -> None:
        """There is that much room now."""
        self.width, self.height = width, height
        self._fill()

    def _fill(self) -> None:
        """Leave no room empty below the cards of a column that has others above."""
        free = [len(column.keys) - self.room + 1 for column in self.columns]
        self._tops = [_kept(self._tops, i, count) for i, count in enumerate(free)]
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
        return max(1, (self.height - self.head) // CARD_LINES)

    @property
    def head(self) -> int:
        """The line on which the cards begin."""
        return HEAD_LINES + (self.height >= _RULED)

    @property
    def is_narrow(self) -> bool:
        """Whether only one column fits at a time."""
        return self.width + GAP < len(self.columns) * (_NARROWEST + GAP)

    @property
    def visible(self) -> range:
        """The columns that are seen."""
        return range(self.at, self.at + 1) if self.is_narrow else range(len(self.columns))

    def width_of(self, index: int) -> int:
        """The cells of a column, without the gap behind it; the last one has none."""
        visible = self.visible
        share, rest = divmod(self.width + GAP, len(visible) or 1)
        return share - GAP + (1 if index - visible.start < rest else 0)

    def left_of(self, index: int) -> int:
        """Where a column begins."""
        return sum(self.width_of(i) + GAP for i in self.visible if i < index)

    def line_of(self, index: int) -> int:
        """The first line of the card under a column's cursor."""
        return self.head + (self._rows[index] - self._tops[index]) * CARD_LINES

    def row_at(self, index: int, y: int) -> int | None:
        """Which card of a column stands on line `y`; one that does not fit whole is not shown."""
        place, top = (y - self.head) // CARD_LINES, self._tops[index]
        is_one = 0 <= place < self.room and top + place < len(self.columns[index].keys)
        return top + place if is_one else None

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

    def row_after(self, step: str) -> int:
        """The row to which a step leads, if there are so many: `down`, `top`, `page_up` ..."""
        last = len(self.columns[self.at].keys) if self.columns else 0
        steps = {"down": 1, "up": -1, "page_down": self.room, "page_up": -self.room}
        return {"top": 0, "bottom": last}.get(step, self.row + steps.get(step, 0))

    def column_after(self, step: str) -> int:
        """The column to which a step leads: `left` or `right`."""
        aside = {"left": -1, "right": 1}.get(step, 0)
        return max(0, min(len(self.columns) - 1, self.at + aside))

    def step(self, step: str) -> None:
        """Take it, where nobody has to be told."""
        if step in {"left", "right"}:
            self.at = self.column_after(step)
        else:
            self.move(self.row_after(step))
        self.reveal()

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
        if y < self.head:
            return Place(self._heading(index, width) if y < HEAD_LINES else rule(width), width)
        row, number = self.row_at(index, y), (y - self.head) % CARD_LINES
        if row is None:
            return self._in_empty(index, y - self.head, width)
        key = self.columns[index].keys[row]
        is_under = index == self.at and row == self._rows[index]
        return Place(self._card(key)[number], width, (1 if number else width) * is_under)

    def _in_empty(self, index: int, y: int, width: int) -> Place:
        """Line `y` below the cards, or of a column that has none: what it says instead."""
        column = self.columns[index]
        if column.keys:
            return Place((), width)
        is_here = index == self.at
        told = wrapped(column.hint or "–" * is_here, width - 2, Tone.DIM, "  ")
        under = (width if y == 0 else 1) * (is_here and y < CARD_LINES)
        return Place(told[y] if y < len(told) else (), width, under)

    def _heading(self, index: int, width: int) -> Line:
        column = self.columns[index]
        above, below = self._tops[index] > 0, self._tops[index] + self.room < len(column.keys)
        more = " ↑" * above + " ↓" * below
        if self.is_narrow:
            return strip(self.columns, index, more, width)
        return heading(column, more)

    def _card(self, key: int) -> tuple[Line, ...]:
        if key not in self._drawn:
            self._drawn[key] = self._draw(key)
        return self._drawn[key]

    def _nearest_filled(self) -> int:
        order = sorted(range(len(self.columns)), key=lambda i: abs(i - self.at))
        return next((i for i in order if self.columns[i].keys), 0)


def _kept(places: list[int], index: int, count: int) -> int:
    return min(places[index], max(0, count - 1)) if index < len(places) else 0
