"""Leaving when told to, or when the terminal is gone: what was typed is kept first."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Any, Protocol

from tui.terminal.nudge import Nudge
from tui.terminal.wire import Wire


class Leaver(Protocol):
    """What has to be left."""

    wire: Wire

    def keep_typed(self) -> None:
        """Write what was typed and not saved yet. Fast, once, and without raising."""

    def leave(self, status: int) -> None:
        """End in good order, soon. Called in a signal handler."""

    def soon(self, call: Callable[[], None]) -> None:
        """Call that in the main thread, between two messages. From any thread."""


class Leaving:
    """Handlers for SIGTERM, SIGHUP and SIGINT, and for a terminal that went without a word.

    `signal.signal` and not the loop: while a line is frozen the main thread waits in a write,
    and the loop does not turn. A signal ignored from the start (nohup) stays ignored. What is
    not done in good order within `PATIENCE` is cut short.
    """

    PATIENCE = 2.0  # seconds
    _OUTPUT_PATIENCE = 0.3  # seconds for a terminal that does not read
    _TOLD = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
    _OURS = (*_TOLD, signal.SIGALRM)
    # Textual's driver takes these and never gives them back.
    _BORROWED = (signal.SIGTSTP, signal.SIGCONT, signal.SIGWINCH)

    def __init__(self, leaver: Leaver) -> None:
        self._leaver = leaver
        self._nudge = Nudge(self._unheard)
        self._before: dict[signal.Signals, Any] = {}
        self.status = 0

    def __enter__(self) -> Leaving:
        self._before = {s: signal.getsignal(s) for s in (*self._OURS, *self._BORROWED)}
        for told in self._TOLD:
            if self._before[told] is not signal.SIG_IGN:
                signal.signal(told, self._told)
        signal.signal(signal.SIGALRM, self._cut_short)
        self._nudge.start()
        self._leaver.wire.when_gone = self.terminal_gone
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        self._nudge.stop()
        for number, handler in self._before.items():
            if handler is not None:  # None: set by other than Python, and so not ours to change
                signal.signal(number, handler)

    def terminal_gone(self) -> None:
        """From the thread that reads it. Ends like a SIGHUP, which may never come."""
        signal.setitimer(signal.ITIMER_REAL, self.PATIENCE)
        self._leaver.soon(lambda: self._begin(128 + signal.SIGHUP))

    def _told(self, number: int, _: FrameType | None) -> None:
        if self._meant(number):
            self._begin(128 + number)

    def _meant(self, number: int) -> bool:
        """On our screens Ctrl+C is a key; while an editor has the terminal it is meant for that."""
        return number != signal.SIGINT or not self._leaver.wire.lent

    def _unheard(self, number: int) -> bool:
        # Not an interrupt: repeated late, one meant for the editor would come when that is gone.
        return number in (signal.SIGTERM, signal.SIGHUP) and not self.status

    def _begin(self, status: int) -> None:
        if self.status:
            return
        self.status = status
        signal.setitimer(signal.ITIMER_REAL, self.PATIENCE)
        self._leaver.wire.hurry(self._OUTPUT_PATIENCE)
        self._leaver.keep_typed()
        self._leaver.leave(status)

    def _cut_short(self, *_: object) -> None:
        self._leaver.keep_typed()
        self._leaver.wire.restore()
        os._exit(self.status or 128 + signal.SIGHUP)
