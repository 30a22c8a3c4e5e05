"""Textual's driver, made to survive what terminals and lines do.

Private names of LinuxDriver (`_file`, `_auto_restart`, `_loop`, the two signal handlers, the mode
switches, `_get_terminal_size`) are set or overridden here. Where an upgrade drops one, what Textual
does by itself comes back, and the tests say so.
"""

from __future__ import annotations

import os
import select
import signal
from contextlib import suppress
from typing import Any, Protocol, cast, runtime_checkable

from textual import constants
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from tui.terminal.guard import is_plain
from tui.terminal.keys import Keys
from tui.terminal.wire import ERASE, Wire

_ANSWERS_WITHIN = 1.0  # seconds


@runtime_checkable
class Wired(Protocol):
    """An application that keeps its wire where others can reach it."""

    wire: Wire


class SafeDriver(LinuxDriver):
    """Wakes only for input, takes any byte, leaves when the terminal is gone."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._wire = app.wire if isinstance(app, Wired) else Wire()
        self._file = cast("Any", self._wire.output)
        self._wake: tuple[int, int] | None = None
        self._is_entered = False  # whether the terminal shows a first frame already
        self._plain = is_plain(os.environ.get("TERM", ""))

    # Output

    def write(self, data: str) -> None:
        """Send `data`, but not the end of kitty keys or the shape of a mouse that are not used."""
        unused = constants.DISABLE_KITTY_KEY and data == "\x1b[<u"
        # Entered again, some terminals would clear what they show.
        unused = unused or (self._is_entered and data == "\x1b[?1049h")
        if not unused and (self._mouse or not data.startswith("\x1b]22;")):
            super().write(data)

    def _request_terminal_sync_mode_support(self) -> None:
        if not self._plain:
            super()._request_terminal_sync_mode_support()

    def _query_in_band_window_resize(self) -> None:
        if not self._plain:
            super()._query_in_band_window_resize()

    def _enable_mouse_support(self) -> None:
        """Clicks and the wheel; not movements, which are costly over a slow line."""
        if self._mouse:
            self.write("\x1b[?1000h\x1b[?1006h")

    def _disable_mouse_support(self) -> None:
        if self._mouse:
            self.write("\x1b[?1000l\x1b[?1006l\x1b[?1016l")

    def _get_terminal_size(self) -> tuple[int, int]:
        """As the first frame was told it: Textual asks `shutil`, which knows archives too."""
        with suppress(OSError):
            size = os.get_terminal_size(0)
            if all(size):
                return size.columns, size.lines
        width, height = super()._get_terminal_size()
        return width, height

    # Coming and going

    def start_application_mode(self) -> None:
        found = self._wire.take()
        if self._wake is None:
            self._wake = os.pipe()
        self._is_entered = found is not None
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._is_entered = False
        if found is not None:  # what Textual found is what the first frame made of it
            self.attrs_before = found

    def stop_application_mode(self) -> None:
        # Thin output goes on in the colours of the last cell; and where there is no other screen to
        # go back to (the console of Linux, screen as it is by default) ours would stay.
        self.write(ERASE)
        super().stop_application_mode()

    def disable_input(self) -> None:
        self._wire.pace.settle(_ANSWERS_WITHIN)
        if self._wake is not None:
            os.write(self._wake[1], b"!")
        super().disable_input()

    def close(self) -> None:
        super().close()
        self._wire.give_back()
        if self._wake is not None:
            for end in self._wake:
                os.close(end)
            self._wake = None

    def _sigtstp_application(self, *_: Any) -> None:
        # Not in the handler: the thread that it interrupts may hold the writer's lock.
        if self._auto_restart:
            self._loop.call_soon_threadsafe(self._stop)
        else:
            os.kill(os.getpid(), signal.SIGSTOP)

    def _sigcont_application(self, *_: Any) -> None:
        if self._auto_restart:
            self._loop.call_soon_threadsafe(self._come_back)

    def _stop(self) -> None:
        self.suspend_application_mode()
        os.kill(0, signal.SIGSTOP)  # with a script that started it: the shell waits for that

    def _come_back(self) -> None:
        if self._wire.taken:
            # Stopped by force: the shell has changed the terminal behind our back.
            self.suspend_application_mode()
        self._must_signal_resume = True
        self.resume_application_mode()

    # Input

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except Exception as error:
            self._app.call_later(_throw, error)

    def run_input_thread(self) -> None:
        """Wait for bytes, for the moment they mean something, or to be woken to end."""
        assert self._wake is not None, "the thread is started in application mode"
        woken, keys = self._wake[0], Keys(self._debug, answered=self._answered)
        for message in keys.feed(self._wire.read_already()):
            self.process_message(message)
        while True:
            ready = select.select([self.fileno, woken], [], [], keys.wait())[0]
            if woken in ready:
                return
            # Bytes before time: the rest of an arrow key may be there, only looked at late.
            if self.fileno in ready:
                data = self._read()
                if not data:
                    self._gone()
                    return
                for message in keys.feed(data):
                    self.process_message(message)
            for message in keys.tick():
                self.process_message(message)

    def _answered(self) -> None:
        self._wire.pace.answered()
        self._loop.call_soon_threadsafe(self._wire.when_answered)

    def _read(self) -> bytes:
        """What was typed; empty when the terminal is gone, which a read also says with EIO."""
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            return b""

    def _gone(self) -> None:
        if self._wire.when_gone is not None:
            self._wire.when_gone()
        else:
            self._loop.call_soon_threadsafe(self._app.exit)


def _throw(error: Exception) -> None:
    raise error
