"""From the bytes of the terminal to Textual's messages; knows no thread and no file."""

from __future__ import annotations

import codecs
import time
from collections.abc import Callable, Iterator

from textual._time import get_time
from textual._xterm_parser import XTermParser
from textual.message import Message

from tui.terminal.paste import PasteWatch


class Keys:
    """Decodes and parses what is typed. No byte whatever can make it fail."""

    # What Textual polls at: used if its parser no longer tells when it wants to be called.
    _POLL = 0.1

    def __init__(self, debug: bool = False, now: Callable[[], float] = time.monotonic) -> None:
        self._debug = debug
        self._paste = PasteWatch(now)
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._parser = XTermParser(debug)

    def feed(self, data: bytes) -> Iterator[Message]:
        """The messages that `data` completes."""
        if text := self._decoder.decode(data):
            yield from self._parse(self._paste.passed(text))

    def tick(self) -> Iterator[Message]:
        """The messages that only time completes: a lone Escape, a paste without an end."""
        yield from self._parser.tick()
        if self._paste.due_in() == 0:
            yield from self._parse(self._paste.cut())

    def wait(self) -> float | None:
        """Seconds until `tick` has something to do; None if only bytes can change that."""
        waits = [self._paste.due_in(), self._escape_due_in()]
        return min((wait for wait in waits if wait is not None), default=None)

    def _escape_due_in(self) -> float | None:
        due = getattr(self._parser, "_timeout_time", get_time() + self._POLL)
        return None if due is None else max(0.0, due - get_time())

    def _parse(self, text: str) -> Iterator[Message]:
        try:
            yield from self._parser.feed(text)
        except (ValueError, OverflowError):
            # A key report with an impossible number in it: the parser is dead, the rest of
            # these bytes is lost, the person types on.
            self._parser = XTermParser(self._debug)
