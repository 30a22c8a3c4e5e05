"""An application that sends no more than has changed. Where that cannot be told: as Textual does.

`_display`, `_driver`, `_running`, `_closed`, `_batch_count`, `_sync_available` are private names of
Textual. Should an upgrade drop `_display`, this is not called, and Textual sends its frames itself.
"""

from __future__ import annotations

from typing import Any

from rich.console import RenderableType
from textual._compositor import CompositorUpdate
from textual.app import App
from textual.screen import Screen

from tui.terminal.wire import Wire

SYNC_START, SYNC_END = "\x1b[?2026h", "\x1b[?2026l"
SEEN_AT_ONCE = 512  # characters that reach any terminal in one piece


class ThinApp(App[None]):
    """`wire.shown` knows what the terminal shows."""

    def __init__(self, **textual: Any) -> None:
        self.wire = Wire()
        super().__init__(**textual)

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if renderable is None or self._batch_count or not self._is_drawing():
            super()._display(screen, renderable)
            return
        frame = self._frame(renderable)
        if frame is None:
            super()._display(screen, renderable)
            return
        self._send(frame)
        self.post_display_hook()

    def show_kept(self) -> None:
        """The first screen is whole: what was kept behind the first frame is shown."""
        if self._is_drawing():
            self._send(self.wire.shown.release())

    def _send(self, frame: str) -> None:
        if frame and self._driver is not None:
            whole = self._sync_available and len(frame) > SEEN_AT_ONCE
            self._driver.write(f"{SYNC_START}{frame}{SYNC_END}" if whole else frame)
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

    def _frame(self, renderable: RenderableType) -> str | None:
        """What to send; None if Textual has to."""
        try:
            assert isinstance(renderable, CompositorUpdate)
            cursor = self.screen.outer_size.clamp_offset(self.cursor_position)
            return self.wire.shown.frame(renderable, self.console, self.size, cursor)
        except Exception:
            # Stock output brings the picture, or the error to the place that tells of it.
            self.wire.shown.forget()
            return None
