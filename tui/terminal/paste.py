"""A bracketed paste that never ends (the line hiccupped) must not swallow every key."""

from __future__ import annotations

import time
from collections.abc import Callable

START = "\x1b[200~"
END = "\x1b[201~"


class PasteWatch:
    """Follows the marks of a paste in what is typed, and says when to end one by force.

    `now`: seconds on a clock that only runs forward.
    """

    PATIENCE = 2.0  # seconds without a byte
    _BURST = 64  # characters at once that nobody types

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._open = False
        self._cut = False
        self._tail = ""
        self._last = 0.0

    @property
    def is_open(self) -> bool:
        """Whether a paste has begun and not ended."""
        return self._open

    def passed(self, text: str) -> str:
        """`text` as the parser should get it.

        What comes late of a paste that was ended by force is a paste again: as keys, its
        letters would run commands.
        """
        if self._cut:
            text = START + text if self._goes_on(text) else text
            self._cut = False
        seen = self._tail + text
        start, end = seen.rfind(START), seen.rfind(END)
        if start != end:
            self._open = start > end
        self._tail = seen[1 - len(START) :]
        self._last = self._now()
        return text

    def due_in(self) -> float | None:
        """Seconds until a paste has to be ended by force; None while there is none."""
        return max(0.0, self._last + self.PATIENCE - self._now()) if self._open else None

    def cut(self) -> str:
        """End the paste: what to give the parser, which then hands over all that came."""
        self._open, self._cut, self._tail = False, True, ""
        return END

    def _goes_on(self, text: str) -> bool:
        before, end, _ = text.partition(END)
        if end:
            return START not in before
        return len(text) >= self._BURST and "\x1b" not in text
