"""A list drawn by line: only what is visible is ever put together."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import ClassVar

from rich.style import Style
from textual.binding import BindingType
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from tui.widgets.keys import bindings
from tui.widgets.row import BLANK, Row, heading, selectable
from tui.widgets.scrolled import Scrolled
from tui.widgets.spans import Tone, segments

__all__ = ["BLANK", "Row", "Rows", "heading"]


class Rows(Scrolled, can_focus=True):
    """Rows with a cursor. Values in by `show`, messages out."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor"}
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "down", "up", "top", "bottom", "page_down", "page_up", "open"
    )
    DEFAULT_CSS = """
    Rows {
        height: 1fr; scrollbar-size-vertical: 1; scrollbar-size-horizontal: 0;
        scrollbar-gutter: stable;
    }
    Rows:focus { background-tint: transparent; }
    """

    IS_LED: ClassVar[bool] = False
    """Whether a field that has the focus moves the cursor, so that it is seen all the same."""

    cursor: var[int] = var(0)

    class Highlighted(Message):
        """The cursor stands on another row."""

        def __init__(self, rows: Rows, key: str) -> None:
            super().__init__()
            self.rows = rows
            self.key = key

        @property
        def control(self) -> Rows:
            return self.rows

    class Chosen(Highlighted):
        """Enter was pressed on a row, or it was double-clicked."""

    class Rewidened(Message):
        """A line has another width than before: what was wrapped for it is to be shown anew."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._rows: tuple[Row, ...] = ()
        self._tops: list[int] = [0]
        self._told_room = 0

    def show(self, rows: tuple[Row, ...]) -> None:
        """Show these rows; the cursor stays on its row by key, else by place."""
        key = self.key
        self._rows = rows
        self._tops = list(accumulate((len(row.lines) for row in rows), initial=0))
        self.virtual_size = Size(self.size.width, self._tops[-1])
        same = next((i for i, row in enumerate(rows) if key and row.key == key), None)
        self.set_reactive(Rows.cursor, self._selectable(self.cursor if same is None else same, 1))
        self._keep_in_sight()
        self.refresh()
        if self.key != key:
            self.post_message(self.Highlighted(self, self.key))

    @property
    def key(self) -> str:
        """The key under the cursor; empty where there is none."""
        return self._rows[self.cursor].key if 0 <= self.cursor < len(self._rows) else ""

    @property
    def room(self) -> int:
        """How many cells a line has here; before the list is laid out, about as many as it will."""
        return self.scrollable_content_region.width or max(20, self.app.size.width - 2)

    def select(self, key: str) -> None:
        """Put the cursor on the row with `key`, if there is one."""
        found = next((i for i, row in enumerate(self._rows) if row.key == key), None)
        if found is not None:
            self._move_to(found)

    def render_line(self, y: int) -> Strip:
        width = self.room
        place = y + self.scroll_offset.y
        if place >= self._tops[-1]:
            return Strip.blank(width, self.look(Tone.PLAIN))
        index = bisect_right(self._tops, place) - 1
        row = self._rows[index]
        over = self._cursor_style(index, row)
        return Strip(segments(row.lines[place - self._tops[index]], width, self.look, over), width)

    def _cursor_style(self, index: int, row: Row) -> Style:
        if index == self.cursor and row.key and (self.has_focus or self.IS_LED):
            return self.get_component_rich_style("rows--cursor", partial=True)
        return Style.null()

    def _selectable(self, index: int, step: int) -> int:
        return selectable(self._rows, index, step)

    def _move_to(self, index: int, step: int = 1) -> None:
        before, target = self.cursor, self._selectable(index, step)
        if not self._rows or not self._rows[target].key:
            super()._step(step)
            return
        self.set_reactive(Rows.cursor, target)
        self._refresh_row(before)
        self._refresh_row(target)
        self._reveal(target)
        if target != before:
            self.post_message(self.Highlighted(self, self.key))

    def _refresh_row(self, index: int) -> None:
        if index < len(self._rows):
            top = self._tops[index] - self.scroll_offset.y
            self.refresh(Region(0, top, self.size.width, len(self._rows[index].lines)))

    def _reveal(self, index: int) -> None:
        """Scroll so that the row is seen whole, with the headings above the first one."""
        if not self.key or not self.size.height:
            return
        top, bottom = self._tops[index], self._tops[index + 1]
        if self._selectable(0, 1) == index:
            top = 0
        if top < self.scroll_offset.y:
            self._scroll(top)
        elif bottom > self.scroll_offset.y + self.size.height:
            self._scroll(min(top, bottom - self.size.height))

    def _keep_in_sight(self) -> None:
        """The row under the cursor, when all is shown anew."""
        self._reveal(self.cursor)

    def _step(self, step: int) -> None:
        target = self._selectable(self.cursor + step, step)
        at_edge = target == self.cursor or (target - self.cursor) * step < 0
        if at_edge or not self.key:
            super()._step(step)
        else:
            self._move_to(target, step)

    def action_top(self) -> None:
        self._move_to(0, 1)
        self._scroll(0)

    def action_bottom(self) -> None:
        self._move_to(len(self._rows) - 1, -1)
        self._scroll(self._tops[-1])

    def _page(self, step: int) -> None:
        if not self.key:
            super()._page(step)
            return
        place = self._tops[self.cursor] + step * self.size.height
        index = bisect_right(self._tops, max(0, min(place, self._tops[-1] - 1))) - 1
        self._move_to(index, step)

    def action_open(self) -> None:
        if self.key:
            self.post_message(self.Chosen(self, self.key))

    def on_click(self, event: Click) -> None:
        """A click moves to a row, a double one chooses it."""
        place = event.y + self.scroll_offset.y
        if place >= self._tops[-1]:
            return
        index = bisect_right(self._tops, place) - 1
        if self._rows[index].key:
            self._move_to(index)
            if event.chain == 2:
                self.action_open()

    def on_resize(self) -> None:
        self._keep_in_sight()
        if self.room != self._told_room:
            self._told_room = self.room
            self.post_message(self.Rewidened())

    def on_focus(self) -> None:
        self._refresh_row(self.cursor)

    def on_blur(self) -> None:
        self._refresh_row(self.cursor)
