"""The board's columns, drawn by line. Ten cards or ten thousand cost the same per key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.geometry import Region
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.keys import bindings
from tui.widgets.spans import TONES, Line, Span, Tone, segments, tone_style

CARD_LINES = 3
_HEAD_LINES = 1
_NARROWEST = 14  # cells a column needs to be readable
_GAP = 1


@dataclass(frozen=True, slots=True)
class CardColumn:
    """A heading and the keys of the cards below it, in order."""

    title: str
    keys: tuple[int, ...]


class Columns(Widget, can_focus=True):
    """Columns of cards with one cursor.

    `show` takes the columns and a function that draws a card by its key; it is called for
    visible cards only, and again after the next `show`.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {*TONES, "columns--cursor"}
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "down", "up", "left", "right", "top", "bottom", "page_down", "page_up", "open"
    )
    DEFAULT_CSS = "Columns { height: 1fr; }"

    at: var[int] = var(0)  # the column of the cursor

    class Highlighted(Message):
        """The cursor stands on another card, or on none (0)."""

        def __init__(self, key: int) -> None:
            super().__init__()
            self.key = key

    class Chosen(Highlighted):
        """Enter was pressed on a card, or it was clicked twice."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._columns: tuple[CardColumn, ...] = ()
        self._draw: Callable[[int], tuple[Line, ...]] = lambda _: ()
        self._drawn: dict[int, tuple[Line, ...]] = {}
        self._rows: list[int] = []
        self._tops: list[int] = []

    def show(
        self, columns: tuple[CardColumn, ...], draw: Callable[[int], tuple[Line, ...]]
    ) -> None:
        """Show these columns. The cursor stays on its card, wherever the card went."""
        key = self.key
        self._columns, self._draw, self._drawn = columns, draw, {}
        self._rows = [self._kept(self._rows, i, len(c.keys)) for i, c in enumerate(columns)]
        self._tops = [self._kept(self._tops, i, len(c.keys)) for i, c in enumerate(columns)]
        if not self._find(key):
            self.set_reactive(Columns.at, self._nearest_filled(self.at))
        self._reveal()
        self.refresh()
        if self.key != key:
            self.post_message(self.Highlighted(self.key))

    @property
    def key(self) -> int:
        """The card under the cursor; 0 where there is none."""
        if not self._columns:
            return 0
        keys = self._columns[self.at].keys
        return keys[self._rows[self.at]] if keys else 0

    @property
    def is_narrow(self) -> bool:
        """Whether only one column fits at a time."""
        return self.size.width < len(self._columns) * (_NARROWEST + _GAP)

    def select(self, key: int) -> None:
        """Put the cursor on a card."""
        if key != self.key and self._find(key):
            self._reveal()
            self.refresh()
            self.post_message(self.Highlighted(self.key))

    def render_line(self, y: int) -> Strip:
        parts: list[Segment] = []
        for index in self._visible():
            width = self._width(index)
            parts += segments(*self._content(index, y, width))
            parts.append(Segment(" " * _GAP, self._style(Tone.PLAIN)))
        strip = Strip(parts)
        return strip.adjust_cell_length(self.size.width, self._style(Tone.PLAIN))

    def _content(
        self, index: int, y: int, width: int
    ) -> tuple[Line, int, Callable[[Tone], Style], Style]:
        """What stands on line `y` of a column: its heading, a card's line, or nothing."""
        column, none = self._columns[index], Style.null()
        if y < _HEAD_LINES:
            return self._heading(index), width, self._style, none
        place, within = divmod(y - _HEAD_LINES, CARD_LINES)
        row = self._tops[index] + place
        if row >= len(column.keys):
            return (), width, self._style, none
        focused = index == self.at and row == self._rows[index] and self.has_focus
        over = self.get_component_rich_style("columns--cursor", partial=True) if focused else none
        return self._card(column.keys[row])[within], width, self._style, over

    def _heading(self, index: int) -> Line:
        column = self._columns[index]
        tone = Tone.HEAD if index == self.at else Tone.STRONG
        above, below = self._tops[index] > 0, self._tops[index] + self._room < len(column.keys)
        more = " ↑" * above + " ↓" * below
        counts = ""
        if self.is_narrow:
            others = (c for i, c in enumerate(self._columns) if i != self.at)
            counts = "   " + "  ".join(f"{c.title} {len(c.keys)}" for c in others)
        return (Span(f"{column.title} {len(column.keys)}", tone), Span(more + counts, Tone.DIM))

    def _card(self, key: int) -> tuple[Line, ...]:
        if key not in self._drawn:
            self._drawn[key] = self._draw(key)
        return self._drawn[key]

    def _style(self, tone: Tone) -> Style:
        return tone_style(self, tone)

    @property
    def _room(self) -> int:
        return max(1, (self.size.height - _HEAD_LINES) // CARD_LINES)

    def _visible(self) -> range:
        return range(self.at, self.at + 1) if self.is_narrow else range(len(self._columns))

    def _width(self, index: int) -> int:
        visible = self._visible()
        share, rest = divmod(self.size.width, len(visible) or 1)
        return share - _GAP + (1 if index - visible.start < rest else 0)

    def _left(self, index: int) -> int:
        return sum(self._width(i) + _GAP for i in self._visible() if i < index)

    @staticmethod
    def _kept(places: list[int], index: int, count: int) -> int:
        return min(places[index], max(0, count - 1)) if index < len(places) else 0

    def _find(self, key: int) -> bool:
        for index, column in enumerate(self._columns):
            if key in column.keys:
                self.set_reactive(Columns.at, index)
                self._rows[index] = column.keys.index(key)
                return True
        return False

    def _nearest_filled(self, index: int) -> int:
        count = len(self._columns)
        order = sorted(range(count), key=lambda i: abs(i - index))
        return next((i for i in order if self._columns[i].keys), 0)

    def _reveal(self) -> bool:
        """Scroll the column so that its cursor is seen; whether that moved anything."""
        if not self._columns:
            return False
        row, top = self._rows[self.at], self._tops[self.at]
        wanted = min(row, max(top, row - self._room + 1))
        self._tops[self.at] = wanted
        return wanted != top

    def _move(self, row: int) -> None:
        count = len(self._columns[self.at].keys) if self._columns else 0
        if not count:
            return
        before, after = self._rows[self.at], max(0, min(count - 1, row))
        self._rows[self.at] = after
        if self._reveal():
            self.refresh(Region(self._left(self.at), 0, self._width(self.at), self.size.height))
        else:
            self._refresh_card(self.at, before)
            self._refresh_card(self.at, after)
        if before != after:
            self.post_message(self.Highlighted(self.key))

    def _refresh_card(self, index: int, row: int) -> None:
        y = _HEAD_LINES + (row - self._tops[index]) * CARD_LINES
        self.refresh(Region(self._left(index), y, self._width(index), CARD_LINES))

    def _go(self, step: int) -> None:
        if not self._columns:
            return
        before, target = self.at, max(0, min(len(self._columns) - 1, self.at + step))
        if target == before:
            return
        self.set_reactive(Columns.at, target)
        if self.is_narrow or self._reveal():
            self.refresh()
        for index in (before, target):
            self._refresh_card(index, self._rows[index])
            self.refresh(Region(self._left(index), 0, self._width(index), _HEAD_LINES))
        self.post_message(self.Highlighted(self.key))

    def action_down(self) -> None:
        self._move(self._rows[self.at] + 1 if self._rows else 0)

    def action_up(self) -> None:
        self._move(self._rows[self.at] - 1 if self._rows else 0)

    def action_left(self) -> None:
        self._go(-1)

    def action_right(self) -> None:
        self._go(1)

    def action_top(self) -> None:
        self._move(0)

    def action_bottom(self) -> None:
        self._move(len(self._columns[self.at].keys) if self._columns else 0)

    def action_page_down(self) -> None:
        self._move((self._rows[self.at] if self._rows else 0) + self._room)

    def action_page_up(self) -> None:
        self._move((self._rows[self.at] if self._rows else 0) - self._room)

    def action_open(self) -> None:
        if self.key:
            self.post_message(self.Chosen(self.key))

    def on_click(self, event: Click) -> None:
        before = self.key
        for index in self._visible():
            if self._left(index) <= event.x < self._left(index) + self._width(index):
                self._go(index - self.at)
                row = self._tops[index] + (event.y - _HEAD_LINES) // CARD_LINES
                if event.y >= _HEAD_LINES and row < len(self._columns[index].keys):
                    self._move(row)
                    if before == self.key:
                        self.action_open()

    def on_mouse_scroll_down(self, _: MouseScrollDown) -> None:
        self.action_down()

    def on_mouse_scroll_up(self, _: MouseScrollUp) -> None:
        self.action_up()

    def on_resize(self) -> None:
        self._reveal()

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()
