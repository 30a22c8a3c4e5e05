"""The board's columns, drawn by line. Ten cards or ten thousand cost the same per key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partialmethod
from typing import ClassVar

from textual.binding import BindingType
from textual.events import Click, Key, MouseScrollDown, MouseScrollUp, Resize
from textual.geometry import Region
from textual.message import Message

from tui.widgets.column_lines import ColumnLines
from tui.widgets.column_plan import (
    CARD_LINES,
    HEAD_LINES,
    STEPS,
    CardColumn,
    ColumnPlan,
    Draw,
)
from tui.widgets.keys import bindings
from tui.widgets.stretches import stretches

__all__ = ["CARD_LINES", "CardColumn", "Columns"]


class Columns(ColumnLines, can_focus=True):
    """Columns of cards with one cursor.

    `show` takes the columns and a function that draws a card by its key; it is called for
    visible cards only, and again after the next `show`. `told` is called with the key of the card
    under the cursor, or with none (0), when a step leads to another: at once, so that what follows
    from it is in the same frame. `plan`: where a cursor stood already.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(*STEPS, "open")
    DEFAULT_CSS = "Columns { height: 1fr; }"

    class Chosen(Message):
        """Enter was pressed on a card, or it was clicked twice."""

        def __init__(self, key: int) -> None:
            super().__init__()
            self.key = key

    def __init__(
        self, *, told: Callable[[int], None] = lambda _: None, plan: ColumnPlan | None = None,
        id: str | None = None,  # noqa: A002
    ) -> None:  # fmt: skip
        super().__init__(plan or ColumnPlan(), id=id)
        self._told = told
        self._acts: dict[str, Callable[[], None]] | None = None  # what keys do while it has focus

    def show(self, columns: tuple[CardColumn, ...], draw: Draw) -> None:
        """Show these columns. The cursor stays on its card, wherever the card went."""
        with self._showing_changes():
            self.plan.show(columns, draw)

    @contextmanager
    def _showing_changes(self) -> Iterator[None]:
        """Draw the columns anew that look otherwise afterwards."""
        plan, before = self.plan, self.plan.drawn()
        yield
        if before.keys() != set(plan.visible):
            self.refresh()
            return
        for run in stretches(plan.differing(before)):
            left, right = plan.ends_of(plan.visible[run.start], plan.visible[run.stop - 1])
            self.refresh(Region(left, 0, right - left, self.size.height))

    @property
    def at(self) -> int:
        """The column of the cursor."""
        return self.plan.at

    @property
    def key(self) -> int:
        """The card under the cursor; 0 where there is none."""
        return self.plan.key

    @property
    def is_narrow(self) -> bool:
        """Whether only one column fits at a time."""
        return self.plan.is_narrow

    def act_of(self, key: Key) -> Callable[[], None] | None:
        """What a key does here that changes nothing but the place of the cursor."""
        if self._acts is None:
            self._acts = {
                of: getattr(self, f"action_{active.binding.action}")
                for of, active in self.screen.active_bindings.items()
                if active.node is self and active.binding.action in STEPS
            }
        return self._acts.get(key.key)

    def select(self, key: int) -> None:
        """Put the cursor on a card, if there is that one."""
        if key and key != self.key:
            with self._showing_changes():
                if self.plan.find(key):
                    self.plan.reveal()

    def _move(self, row: int) -> None:
        plan, key, line = self.plan, self.key, self.plan.columns and self.plan.line_of(self.at)
        if not plan.move(row):
            return
        if self.key != key:  # first, so that what follows is not late for the frame
            self._told(self.key)
        left, width = plan.left_of(plan.at), plan.width_of(plan.at)
        if plan.reveal():
            self.refresh(Region(left, 0, width, self.size.height))
        elif self.key != key:
            for y in (line or 0, plan.line_of(plan.at)):
                self.refresh(Region(left, y, width, CARD_LINES))

    def _go(self, target: int) -> None:
        plan, before = self.plan, self.plan.at
        if target == before or not plan.columns:
            return
        plan.go_aside(target)
        self._told(self.key)
        if plan.is_narrow or plan.reveal():
            self.refresh()
        else:
            for index in (before, target):
                left, width = plan.left_of(index), plan.width_of(index)
                self.refresh(Region(left, plan.line_of(index), width, CARD_LINES))
                self.refresh(Region(left, 0, width, HEAD_LINES))

    def _step(self, step: str) -> None:
        self._move(self.plan.row_after(step))

    action_down = partialmethod(_step, "down")
    action_up = partialmethod(_step, "up")
    action_top = partialmethod(_step, "top")
    action_bottom = partialmethod(_step, "bottom")
    action_page_down = partialmethod(_step, "page_down")
    action_page_up = partialmethod(_step, "page_up")

    def action_left(self) -> None:
        self._go(self.plan.column_after("left"))

    def action_right(self) -> None:
        self._go(self.plan.column_after("right"))

    def action_open(self) -> None:
        if self.key:
            self.post_message(self.Chosen(self.key))

    def on_click(self, event: Click) -> None:
        before, plan = self.key, self.plan
        for index in plan.visible:
            if plan.left_of(index) <= event.x < plan.left_of(index) + plan.width_of(index):
                self._go(index)
                row = plan.row_at(index, event.y)
                if row is not None:
                    self._move(row)
                    if before == self.key:
                        self.action_open()

    def on_mouse_scroll_down(self, _: MouseScrollDown) -> None:
        self.action_down()

    def on_mouse_scroll_up(self, _: MouseScrollUp) -> None:
        self.action_up()

    def on_resize(self, _: Resize) -> None:
        self.plan.resize(*self.size)
        self.refresh()

    def on_focus(self) -> None:
        self._acts = None
        self.forget_cells()
        self.refresh()

    def on_blur(self) -> None:
        self.forget_cells()
        self.refresh()
