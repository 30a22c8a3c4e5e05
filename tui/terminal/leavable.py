"""An application that can be left at any moment without losing what was typed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any

from textual import constants, on
from textual.driver import Driver

from tui.terminal.driver import SafeDriver
from tui.terminal.immediate import ImmediateApp


class LeavableApp(ImmediateApp):
    """To be overridden: `save_now`. The rest is for the driver and the signal handlers."""

    def __init__(self, **textual: Any) -> None:
        self._keeping = False
        self._turning: asyncio.AbstractEventLoop | None = None
        super().__init__(**textual)

    def save_now(self) -> None:
        """Write what was typed and not saved yet.

        Also called in a signal handler, so between any two steps of the program: it reads
        plain values kept for this, waits for no lock, and may interrupt itself.
        """

    def save_failed(self, error: Exception) -> None:
        """`save_now` raised. Called where it was."""

    def keep_typed(self) -> None:
        """`save_now`, not inside itself, and without raising."""
        if self._keeping:
            return
        self._keeping = True
        try:
            self.save_now()
        except Exception as error:
            self.save_failed(error)
        finally:
            self._keeping = False

    def get_driver_class(self) -> type[Driver]:
        if constants.DRIVER:  # let through by the guard for developers only
            return super().get_driver_class()
        return SafeDriver

    @on(Driver.SignalResume)
    def repaint(self) -> None:
        """Draw everything anew: the terminal was somebody else's."""
        self.refresh(layout=True)

    async def run_async(self, **options: Any) -> None:
        self._turning = asyncio.get_running_loop()
        self._turning.set_exception_handler(self._task_failed)
        try:
            await super().run_async(**options)
        finally:
            self._turning = None

    def soon(self, call: Callable[[], None]) -> None:
        """Call that in the main thread, between two messages. From any thread."""
        if self._turning is not None:
            self._turning.call_soon_threadsafe(call)

    def leave(self, status: int) -> None:
        """End in good order, soon. Called in a signal handler."""
        if self._turning is None:
            raise SystemExit(status)
        self.soon(partial(self.exit, return_code=status))

    def failed_aside(self, error: BaseException) -> None:
        """Something failed beside the screens, which can go on."""

    def _task_failed(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        if (error := context.get("exception")) is not None:
            self.failed_aside(error)
