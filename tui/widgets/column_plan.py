"""What stands where on a board of columns: every line, as the cursor and the scrolling have it.

Knows no Textual: the first frame is drawn from it as well as the widget.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from tui.widgets.column_cursor import CARD_LINES, GAP, HEAD_LINES, STEPS, ColumnCursor
from tui.widgets.column_heads import CardColumn, heading, rule, strip
from tui.widgets.lines import Line, Tone, wrapped

__all__ = [
    "CARD_LINES", "GAP", "HEAD_LINES", "STEPS", "UNDER_CURSOR", "CardColumn", "ColumnPlan", "Draw",
    "Place",
]  # fmt: skip

UNDER_CURSOR = Tone.STRONG  # one for all that stands there: a change of colour takes many bytes


class Place(NamedTuple):
    """One column's part of a line: what stands in it, in how many cells, on how many the cursor.

    The cursor is the first line of a card and the first cell of the others: a whole card would
    have to be sent anew with every step.
    """

    line: Line
    width: int
    under: int = 0


class _Span(NamedTuple):
    """The cells of a column, without the gap behind it."""

    left: int
    width: int


Draw: TypeAlias = Callable[[int], tuple[Line, ...]]


class ColumnPlan(ColumnCursor):
    """Columns of cards, each drawn when it is seen."""

    def __init__(self) -> None:
        super().__init__()
        self._draw: Draw = lambda _: ()
        self._drawn: dict[int, tuple[Line, ...]] = {}

    def show(self, columns: tuple[CardColumn, ...], draw: Draw) -> None:
        """These columns from now on. The cursor stays on its card, wherever the card went."""
        self._draw, self._drawn = draw, {}
        self._take(columns)

    def width_of(self, index: int) -> int:
        """The cells of a column, without the gap behind it; the last one has none."""
        return self._spans[index - self.visible.start].width

    def left_of(self, index: int) -> int:
        """Where a column begins."""
        return self._spans[index - self.visible.start].left

    def line_of(self, index: int) -> int:
        """The first line of the card under a column's cursor."""
        return self.head + (self._rows[index] - self._tops[index]) * CARD_LINES

    def row_at(self, index: int, y: int) -> int | None:
        """Which card of a column stands on line `y`; one that does not fit whole is not shown."""
        place, top = (y - self.head) // CARD_LINES, self._tops[index]
        is_one = 0 <= place < self.room and top + place < len(self.columns[index].keys)
        return top + place if is_one else None

    def ends_of(self, first: int, last: int) -> tuple[int, int]:
        """The cell in which a column begins, and that behind the same or another one."""
        return self.left_of(first), self.left_of(last) + self.width_of(last)

    def lines(self, y: int) -> Iterator[Place]:
        """What stands on line `y`, column by column; a gap follows each."""
        return iter(self.between(y, 0, self.width)[1])

    def between(self, y: int, start: int, end: int) -> tuple[int, list[Place]]:
        """Where the first of the columns begins that have cells from `start` on and before `end`;
        and what stands on line `y` in each of them.
        """
        places, first = [], end
        for index, (left, width) in enumerate(self._spans, self.visible.start):
            if left < end and start < left + width + GAP:
                places.append(self._place(index, y, width))
                first = min(first, left)
        return first, places

    def drawn(self) -> dict[int, object]:
        """All that was drawn of each visible column: what equals that looks the same."""
        return {index: self._seen_of(index, self._drawn.get) for index in self.visible}

    def differing(self, before: dict[int, object]) -> Iterator[bool]:
        """Of each visible column, whether there is something else to be drawn now."""
        return (before.get(i) != self._seen_of(i, self._card) for i in self.visible)

    def _seen_of(self, index: int, card: Callable[[int], object]) -> object:
        column, top = self.columns[index], self._tops[index]
        cards = [card(key) for key in column.keys[top : top + self.room]]
        under = self._rows[index] - top if index == self.at else None
        return self._heading(index, self.width_of(index)), column.hint, under, cards

    @property
    def _spans(self) -> tuple[_Span, ...]:
        """Where the visible columns stand."""
        return _shared_out(self.width, len(self.visible))

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


@lru_cache(8)
def _shared_out(width: int, count: int) -> tuple[_Span, ...]:
    """So many columns in `width` cells."""
    share, rest = divmod(width + GAP, count or 1)
    widths = [share - GAP + (index < rest) for index in range(count)]
    return tuple(_Span(sum(widths[:i]) + i * GAP, each) for i, each in enumerate(widths))
