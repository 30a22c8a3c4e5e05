"""The first frame: a picture on the terminal before Textual is imported.

The terminal is taken as Textual takes it, so that what is typed meanwhile is not shown and stays in
its buffer. Textual then goes on with the same picture; if it does not come to that, the terminal is
given back as it was.
"""

from __future__ import annotations

import os
import signal
import termios
from contextlib import suppress
from types import FrameType, TracebackType
from typing import Any

from tui.terminal.glyphs import terminal_encoding
from tui.terminal.pen import Cell, Pen, are_even
from tui.terminal.runs import differing

ENTER = "\x1b[?1049h\x1b[?25l\x1b[?7l"
# Erased first, for terminals that have no other screen to go back to.
LEAVE = "\x1b[0m\x1b[H\x1b[J\x1b[?7h\x1b[?1049l\x1b[?25h"
_TOLD = (signal.SIGTERM, signal.SIGHUP)
_INPUT, _LOCAL, _CHARACTERS = 0, 3, 6  # places in the attributes of a terminal
_SMALLEST = (20, 5)


class FirstFrame:
    """A context in which a picture may stand before anybody else draws.

    `rows`: the cells that are shown; none before `show`, or where nothing can be shown.
    `attributes`: of the terminal as it was found. Once `is_taken_over` is set, others give the
    terminal back. It may be entered again inside itself.
    """

    def __init__(self) -> None:
        self.rows: list[list[Cell]] = []
        self.attributes: list[Any] = []
        self.is_taken_over = False
        self._is_taken = False
        self._text = ""
        self._before: dict[signal.Signals, Any] = {}

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the terminal in cells; 0, 0 where nothing can be drawn on it."""
        with suppress(OSError):
            size = os.get_terminal_size(0)
            if size.columns >= _SMALLEST[0] and size.lines >= _SMALLEST[1]:
                return size.columns, size.lines
        return 0, 0

    def show_kept(self, text: str) -> None:
        """Take the terminal, if that can be, and send `text`, which draws a picture."""
        try:
            self.attributes = termios.tcgetattr(0)
            termios.tcsetattr(0, termios.TCSANOW, _listening(self.attributes))
        except termios.error:
            return
        self._is_taken, self._text = True, text
        self._send(ENTER + text)

    def show(self, rows: list[list[Cell]]) -> None:
        """Draw the whole of `rows`, unless that is what is shown. Without rows, give back."""
        if not rows:
            self.give_back()
            return
        text = drawn(rows)
        if not self._is_taken:
            self.show_kept(text)
        elif text != self._text:
            self._send(f"\x1b[0m\x1b[2J{text}")
        self.rows = rows if self._is_taken else []

    def change(self, rows: list[list[Cell]]) -> None:
        """Draw what of `rows` is not shown yet."""
        pen = Pen(len(rows[0]))
        for y, (there, wanted) in enumerate(zip(self.rows, rows, strict=True)):
            is_even = are_even(there) and are_even(wanted)
            whole = [(0, len(wanted))] if there != wanted else []
            for at, to in differing(there, wanted) if is_even else whole:
                pen.write(at, y, wanted[at:to])
        pen.move(0, 0)
        self.rows = rows
        self._send(pen.taken())

    def give_back(self) -> None:
        """The terminal as it was found, if nobody took it over."""
        if self._is_taken and not self.is_taken_over:
            self._is_taken = False
            self._send(LEAVE)
            with suppress(termios.error):
                termios.tcsetattr(0, termios.TCSANOW, self.attributes)

    def __enter__(self) -> FirstFrame:
        for told in () if self._before else _TOLD:
            if signal.getsignal(told) is not signal.SIG_IGN:
                self._before[told] = signal.signal(told, _leave)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for told, handler in self._before.items():
            signal.signal(told, handler)
        self._before = {}
        self.give_back()

    def _send(self, text: str) -> None:
        data = text.encode(terminal_encoding(), "replace")
        with suppress(OSError):  # a terminal that is gone is noticed by whoever reads it
            while data:
                data = data[os.write(2, data) :]


def drawn(rows: list[list[Cell]]) -> str:
    """What to send so that `rows` are shown, on any terminal of their size."""
    pen = Pen(len(rows[0]))
    for y, row in enumerate(rows):
        pen.write(0, y, row)
    pen.move(0, 0)
    return pen.taken()


def _listening(attributes: list[Any]) -> list[Any]:
    """As Textual's driver sets a terminal: no echo, no lines, every key a byte."""
    changed = [*attributes[:_CHARACTERS], list(attributes[_CHARACTERS])]
    changed[_LOCAL] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    changed[_INPUT] &= ~(
        termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR
    )
    changed[_CHARACTERS][termios.VMIN] = 1
    return changed


def _leave(number: int, _: FrameType | None) -> None:
    raise SystemExit(128 + number)
