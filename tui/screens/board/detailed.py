"""A board with the case under the cursor beside it, where the terminal is wide enough."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial

from textual.events import Key, Resize

from tui.commands import keys_of
from tui.screens.board.boardlines import next_line
from tui.screens.board.detail_lines import BARS, detail_lines, detail_width
from tui.screens.board.marking import Marking
from tui.screens.context import Context
from tui.terminal.immediate import ImmediateApp
from tui.terminal.widths import cell_len
from tui.widgets.bars import Bar
from tui.widgets.columns import Columns
from tui.widgets.sheet import Sheet
from tui.widgets.spans import Line, Span, Tone

RESTS_AFTER = 0.12  # seconds; a key that is held down comes again sooner


class Detailed(Marking):
    """Has a Sheet, and a Bar called `next`: one of them is shown."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._rest: asyncio.TimerHandle | None = None  # runs until the cursor has come to rest
        self._is_said = False  # something, where the next action stands usually
        self._laid_out = (0, 0)  # the size of the terminal when it was told of a card last
        self._beside = -1  # cells of the sheet as it is laid out

    def at_once(self, key: Key) -> Callable[[], object] | None:
        """The steps of the cursor, and what takes something back."""
        columns = self.focused
        if not isinstance(columns, Columns):
            return super().at_once(key)
        if super().is_telling:  # in a line of its own: when that goes, all moves
            return None
        if key.key in keys_of(self.desk.commands["undo"]):
            return partial(self.attempt, self.undo_now)
        step = columns.act_of(key)
        return step and partial(self._step, step)

    def _step(self, step: Callable[[], object]) -> None:
        """What is said goes with the key, as with any other."""
        if self._is_said:
            self.tell("")
        self.attempt(step)

    @property
    def is_telling(self) -> bool:
        return self._is_said or super().is_telling

    def tells_in_line(self, said: str, *, wrong: bool) -> bool:
        """In the line of the next action, if there is room for the line and all of it fits."""
        bar, was_said = self.query_one("#next", Bar), self._is_said
        fits = "\n" not in said and cell_len(said) < self.app.size.width - 1
        self._is_said = bool(said) and fits and bar.display
        if self._is_said:
            bar.left = (Span(f" {said}", Tone.LATE if wrong else Tone.STRONG),)
        elif was_said:
            bar.left = self._next(self.case_id)
        return self._is_said

    @property
    def said_of_none(self) -> str:
        """What is said where no card is under the cursor."""
        return ""

    def show_case(self) -> None:
        """Tell of the card under the cursor, as it is now: what a key does at once goes first."""
        is_at_once = isinstance(self.app, ImmediateApp) and self.app.is_at_once
        (self.follow if is_at_once else self.show_under)(self.case_id)

    def follow(self, key: int) -> None:
        """The cursor came to another card. What stands beside the board is shown where it rests."""
        if self._beside <= 0 or self._beside != self._width_beside:
            self.show_under(key)
            return
        if self._rest is not None:
            self._rest.cancel()
        # Of the loop itself: a timer of Textual is a task, and one would be made for every key.
        loop = asyncio.get_running_loop()
        self._rest = loop.call_later(RESTS_AFTER, self.call_later, self._show_rested)

    def _show_rested(self) -> None:
        self._rest = None
        if self.is_mounted:
            self.attempt(lambda: self.show_under(self.case_id))

    def show_under(self, key: int) -> None:
        """Tell of the card under the cursor; of none (0) as `said_of_none` does."""
        self._laid_out, width = self.app.size, self._width_beside
        sheet, bar = self.query_one(Sheet), self.query_one("#next", Bar)
        if width != self._beside:
            self._beside, sheet.styles.width = width, width
            sheet.display = bool(width)
        if width:
            sheet.show(self._lines(key, width))
        if not self._is_said:
            bar.left = self._next(key)

    @property
    def _width_beside(self) -> int:
        return detail_width(*self.app.size) if self.desk.shows_detail else 0

    def _next(self, key: int) -> Line:
        """The next action, where that does not stand beside the board."""
        if self._beside > 0:
            return ()
        if key:
            return next_line(self.desk, self.words, self._cards[key].card)
        return (Span(f" {self.said_of_none}", Tone.ACCENT),)

    def _lines(self, key: int, width: int) -> tuple[Line, ...]:
        if not key:
            return ((Span(self.said_of_none, Tone.ACCENT),),)
        height = self.app.size.height - BARS
        return detail_lines(self.desk, self.words, self._cards[key], width, height)

    def on_resize(self, _: Resize) -> None:
        if self.is_mounted and self._laid_out != self.app.size:
            self._show_rested()

    def action_detail(self) -> None:
        """Show it, or not; kept for the next time. Where there is no room nothing is switched: it
        would be seen only in a wider terminal, and not be understood there."""
        if detail_width(*self.app.size):
            self.attempt(lambda: self.desk.next_value("detail"))
        else:
            self.tell(self.words.t("The case beside the board needs a terminal of 120 columns."))
