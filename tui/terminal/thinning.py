"""An application that sends no more than has changed. Where that cannot be told: as Textual does.

`_display`, `_driver`, `_running`, `_closed`, `_batch_count`, `_begin_batch`, `_end_batch`,
`_sync_available` are private names of Textual. Should an upgrade drop `_display`, this is not
called, and Textual sends its frames itself.
"""

from __future__ import annotations

import asyncio
from typing import Any

from rich.console import RenderableType
from textual._compositor import CompositorUpdate
from textual.app import App
from textual.screen import Screen

from tui.terminal.pace import Pace
from tui.terminal.placing import Placed
from tui.terminal.strips import keep_lines_only
from tui.terminal.wire import Wire

SYNC_START, SYNC_END = "\x1b[?2026h", "\x1b[?2026l"
SEEN_AT_ONCE = 512  # characters that reach any terminal in one piece


class ThinApp(App[None]):
    """`wire.shown` knows what the terminal shows."""

    def __init__(self, **textual: Any) -> None:
        keep_lines_only()
        self.wire = Wire()
        self.wire.when_answered = self._go_on
        self._is_kept_back, self._waits = False, 0  # because too much is on its way; how often
        self._delays = 0  # of changes from one screen to another, while nothing is drawn
        super().__init__(**textual)

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if renderable is None or self._batch_count or not self._is_drawing():
            super()._display(screen, renderable)
            return
        self._hold_if_full()
        frame = self._frame(renderable)
        if frame is None:
            super()._display(screen, renderable)
            return
        self._send(frame)
        self.post_display_hook()

    def show_kept(self) -> None:
        """A screen is whole: what was kept behind the first frame, or the one before, is shown."""
        if not self._is_kept_back:
            self._release()
        self._end_delay()

    def delay_update(self, delay: float = 0.05) -> None:
        """Draw nothing until the screen is whole, for so many seconds at most."""
        self._begin_batch()
        self._delays += 1
        self.set_timer(delay, self._end_delay)

    def _end_delay(self) -> None:
        if self._delays:
            self._delays -= 1
            self._end_batch()
            if not self._batch_count:
                self.screen.refresh()

    def _release(self) -> None:
        if self._is_drawing():
            self._send(self.wire.shown.release())

    def _hold_if_full(self) -> None:
        """Keep what comes now, where it would only wait."""
        if self.wire.pace.is_full and self.wire.shown.hold():
            self._keep_back()

    def _keep_back(self) -> None:
        self._is_kept_back = True
        self._waits += 1
        loop = asyncio.get_running_loop()
        loop.call_later(Pace.PATIENCE, self._stop_waiting, self._waits)

    def _go_on(self) -> None:
        """The terminal took what was on its way: the newest of what was kept back is next."""
        if self._is_kept_back and not self.wire.pace.is_full:
            self._is_kept_back = False
            self._release()

    def _stop_waiting(self, number: int) -> None:
        """No answer came, to the frame of that number."""
        if self._is_kept_back and number == self._waits:
            self.wire.pace.forget()
            self._go_on()

    def _send(self, frame: str) -> None:
        if frame and self._driver is not None:
            whole = self._sync_available and len(frame) > SEEN_AT_ONCE
            text = f"{SYNC_START}{frame}{SYNC_END}" if whole else frame
            self._driver.write(self.wire.pace.sent(text))
            self._driver.flush()

    def _is_drawing(self) -> bool:
        driver = self._driver
        return (
            self._running
            and not self._closed
            and not self.is_headless
            and driver is not None
            and not driver.is_inline
        )

    def _frame(self, renderable: RenderableType | list[Placed]) -> str | None:
        """What to send; None if Textual has to."""
        try:
            assert isinstance(renderable, CompositorUpdate | list)
            cursor = self.screen.outer_size.clamp_offset(self.cursor_position)
            return self.wire.shown.frame(renderable, self.console, self.size, cursor)
        except Exception:
            # Stock output brings the picture, or the error to the place that tells of it.
            self.wire.shown.forget()
            if self._is_kept_back:  # and not what was kept
                self._is_kept_back = False
                self.call_later(self.refresh, layout=True)
            return None
