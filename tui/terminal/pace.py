"""How much of what was sent a terminal has not taken yet.

What is written into a line is not seen at once, and ssh keeps megabytes for a slow one: held down,
a key would be followed by seconds of frames that nobody wants any more. So the terminal is asked
now and then whether it is well (DSR, ECMA-48, 8.3.35), which it answers when it has taken all that
came before; and while too much is on its way, frames are kept back, of which the newest is sent.
A terminal that never answered is never waited for.
"""

from __future__ import annotations

import re
import threading
import time
from collections import deque
from collections.abc import Callable

QUESTION = "\x1b[5n"
ANSWER = re.compile(r"\x1b\[[03]n")  # well, or not


class Pace:
    """`sent` and `is_full` are asked where frames are made, `answered` where input is read.

    `now`: seconds on a clock that only runs forward.
    """

    PATIENCE = 3.0  # seconds; on a line of 10 KB/s a large screen takes two
    _EACH = 1024  # bytes from one question to the next
    _LEAST, _MOST = 2048, 1 << 18  # bytes on their way
    _LATE = 0.15  # seconds that bytes wait for the line
    _UNHEARD = 4  # questions to one that never answered

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._asked: deque[tuple[int, float, int]] = deque()
        self._sent = self._taken = 0
        self._room = 4 * self._LEAST
        self._soonest = float("inf")
        self._is_heard = False
        self._silence = threading.Event()  # no question is open
        self._silence.set()

    def sent(self, text: str) -> str:
        """`text` is sent: with a question behind it where one is due."""
        self._sent += len(text.encode("utf-8", "replace"))
        newest = self._open_question(-1)
        last = newest[0] if newest else self._taken
        is_due = self._sent - last >= max(self._EACH, self._room // 8)
        if not is_due or (not self._is_heard and len(self._asked) >= self._UNHEARD):
            return text
        self._silence.clear()
        self._asked.append((self._sent, self._now(), self._sent - self._taken))
        return text + QUESTION

    @property
    def is_full(self) -> bool:
        """Whether what is to be sent now would only wait."""
        on_its_way = self._sent - self._taken
        oldest = self._open_question(0)
        if not self._is_heard or oldest is None or on_its_way <= self._LEAST:
            return False
        is_overdue = self._now() - oldest[1] - self._soonest > self._LATE
        return is_overdue or on_its_way > self._room

    def _open_question(self, place: int) -> tuple[int, float, int] | None:
        """One of those that were asked; None where the thread that reads heard all answers."""
        try:
            return self._asked[place]
        except IndexError:
            return None

    def answered(self) -> None:
        """The terminal has taken what came before the oldest question."""
        try:
            self._taken, asked, on_its_way = self._asked.popleft()
        except IndexError:  # forgotten meanwhile
            return
        took = self._now() - asked
        self._soonest, self._is_heard = min(self._soonest, took), True
        if took - self._soonest > self._LATE:
            self._room = max(self._LEAST, self._room // 2)
        elif on_its_way * 2 > self._room:  # the line takes what it was tried with, not more
            self._room = min(self._MOST, self._room * 2)
        if not self._asked:
            self._silence.set()

    def forget(self) -> None:
        """No answer is waited for: the terminal is somebody else's, gone, or does not answer."""
        self._asked.clear()
        self._taken, self._is_heard = self._sent, False
        self._silence.set()

    def settle(self, seconds: float) -> None:
        """Wait that long for answers, which would else come to whoever has the terminal next."""
        if self._is_heard:
            self._silence.wait(seconds)
        self.forget()
