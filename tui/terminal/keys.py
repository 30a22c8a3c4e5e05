"""From the bytes of the terminal to Textual's messages; knows no thread and no file."""

from __future__ import annotations

import codecs
import time
from collections.abc import Callable, Iterable, Iterator

from textual._time import get_time
from textual._xterm_parser import XTermParser
from textual.message import Message

from tui.terminal.escape import ESCAPE, Held, apart, escape, meant
from tui.terminal.pace import ANSWER
from tui.terminal.paste import PasteWatch


class Keys:
    """Decodes and parses what is typed. No byte whatever can make it fail.

    `answered` is called for each answer of the terminal to a question of ours.
    """

    # What Textual polls at: used if its parser no longer tells when it wants to be called.
    _POLL = 0.1

    def __init__(
        self,
        debug: bool = False,
        now: Callable[[], float] = time.monotonic,
        answered: Callable[[], None] = lambda: None,
    ) -> None:
        self._debug, self._answered = debug, answered
        self._paste = PasteWatch(now)
        self._held = Held(now)
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._parser = XTermParser(debug)

    def feed(self, data: bytes) -> Iterator[Message]:
        """The messages that `data` completes."""
        if text := self._held.with_held(self._decoder.decode(data)):
            is_pasting = self._paste.is_open
            if not is_pasting:
                text, answers = ANSWER.subn("", text)
                for _ in range(answers):
                    self._answered()
            yield from self._parse(apart(self._paste.passed(text), is_pasting=is_pasting))

    def tick(self) -> Iterator[Message]:
        """The messages that only time completes: a lone Escape, a paste without an end."""
        if self._held.due_in() == 0 and not self._paste.is_open:
            yield from self._parse((self._held.taken(),))
        for message in self._parser.tick():
            yield from meant(message)
        if self._paste.due_in() == 0:
            yield from self._parse(apart(self._held.taken() + self._paste.cut(), is_pasting=True))

    def wait(self) -> float | None:
        """Seconds until `tick` has something to do; None if only bytes can change that."""
        held = None if self._paste.is_open else self._held.due_in()
        waits = [self._paste.due_in(), held, self._sequence_due_in()]
        return min((wait for wait in waits if wait is not None), default=None)

    def _sequence_due_in(self) -> float | None:
        due = getattr(self._parser, "_timeout_time", get_time() + self._POLL)
        return None if due is None else max(0.0, due - get_time())

    def _parse(self, pieces: Iterable[str]) -> Iterator[Message]:
        try:
            for piece in pieces:
                if piece == ESCAPE:
                    yield escape()
                    continue
                for message in self._parser.feed(piece):
                    yield from meant(message)
        except (ValueError, OverflowError):
            # A key report with an impossible number in it: the parser is dead, the rest of
            # these bytes is lost, the person types on.
            self._parser = XTermParser(self._debug)
