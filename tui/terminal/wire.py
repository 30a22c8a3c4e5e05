"""The terminal as this process found it, and how to leave it so."""

from __future__ import annotations

import sys
import termios
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from typing import Any

from tui.terminal.first import FirstFrame
from tui.terminal.output import Output
from tui.terminal.pace import Pace
from tui.terminal.thin import Shown

# Cancel a sequence cut short; then off with synchronised output, paste, mouse, focus and
# resize reports, kitty keys; wrap on, main screen, cursor on, plain colours.
CANCEL, ERASE = "\x18", "\x1b[m\x1b[H\x1b[J"
RESTORE = (
    "\x1b[?2026l\x1b[?2004l\x1b[?2048l\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l"
    "\x1b[?1016l\x1b[?1004l\x1b[?7h\x1b[<u\x1b[?1049l\x1b[?25h\x1b[0m"
)


class Wire:
    """Both directions of the terminal, from before Textual takes it until after it is gone."""

    def __init__(self) -> None:
        self.when_gone: Callable[[], None] | None = None
        self.when_answered: Callable[[], None] = lambda: None  # in the main thread
        self.shown = Shown()
        self.pace = Pace()
        self._taken = self._adopted = False
        self._typed = b""
        self._attributes: list[Any] | None = None

    @cached_property
    def output(self) -> Output:
        assert sys.__stderr__ is not None, "the guard lets nobody in without a terminal"
        return Output(sys.__stderr__)

    @property
    def taken(self) -> bool:
        """Whether an application has the terminal, rather than the shell or an editor."""
        return self._taken

    @property
    def lent(self) -> bool:
        """Whether another program has the terminal meanwhile."""
        return self._attributes is not None and not self._taken

    def adopt(self, first: FirstFrame, typed: bytes) -> None:
        """The terminal was taken for a first frame: the application goes on with that.

        `typed`: what was read already, and is the application's to understand.
        """
        self._typed = typed
        first.is_taken_over = self._taken = self._adopted = True
        self._attributes = first.attributes
        self.shown.adopt(first.rows)

    def read_already(self) -> bytes:
        """What was typed before and read by somebody else; asked again, nothing."""
        typed, self._typed = self._typed, b""
        return typed

    def take(self) -> list[Any] | None:
        """An application is about to change the terminal.

        Where it was adopted, once: the attributes of the terminal as it was found.
        """
        if self._adopted:
            self._adopted = False
            return self._attributes
        if not self._taken:
            with suppress(termios.error):
                self._attributes = termios.tcgetattr(self._input)
        self._taken = True
        self.shown.forget()
        self.pace.forget()
        return None

    def give_back(self) -> None:
        """The application has written all that is needed to undo its changes."""
        self._taken = False

    def hurry(self, seconds: float) -> None:
        """Wait no longer than that for a terminal that does not read."""
        self.pace.forget()
        self.output.hurry(seconds)

    def restore(self) -> None:
        """Leave the terminal as it was found, if nobody did or what they wrote was dropped."""
        if not (self._taken or ("output" in self.__dict__ and self.output.dropped)):
            return
        # Erased, while it is ours, for terminals that have no other screen to go back to.
        self.output.replace(CANCEL + (ERASE if self._taken else "") + RESTORE)
        self._taken = False
        if self._attributes is not None:
            with suppress(termios.error):
                termios.tcsetattr(self._input, termios.TCSANOW, self._attributes)

    @property
    def _input(self) -> int:
        assert sys.__stdin__ is not None, "the guard lets nobody in without a terminal"
        return sys.__stdin__.fileno()
