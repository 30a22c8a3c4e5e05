"""Writing to a terminal that may be frozen, gone, or in a hurry to be left."""

from __future__ import annotations

import os
import select
import termios
import threading
import time
from contextlib import suppress
from typing import TextIO


class Output:
    """A text file, for Textual's writer thread, that never waits for longer than it may.

    What is written goes out in one piece at `flush`. The terminal is opened a second time,
    not to wait in a write: the flag for that is shared with the shell otherwise. After
    `hurry`, or once the terminal is gone, everything is thrown away.
    """

    _PIECE = 65536

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._encoding = stream.encoding or "utf-8"
        self._fd, self._piece = self._open(stream.fileno())
        self._wake_read, self._wake_write = os.pipe()
        self._lock = threading.Lock()
        self._pending: list[str] = []
        self._until: float | None = None
        self.dropped = False

    def _open(self, fd: int) -> tuple[int, int]:
        """A descriptor that does not block; else the same one, in pieces that seldom do."""
        with suppress(OSError):
            own = os.open(os.ttyname(fd), os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
            # In a container the name may be that of somebody else's terminal.
            if os.fstat(own).st_rdev == os.fstat(fd).st_rdev:
                return own, self._PIECE
            os.close(own)
        return os.dup(fd), 256

    def fileno(self) -> int:
        return self._stream.fileno()

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self._pending.append(text)
        return len(text)

    def flush(self) -> None:
        """Send all that was written, unless it is to be thrown away."""
        text, self._pending = "".join(self._pending), []
        # One cell for a character that the terminal cannot show keeps the others in place.
        data = memoryview(text.encode(self._encoding, "replace"))
        while data and not self.dropped:
            try:
                data = data[self._send(data[: self._piece]) :]
            except BlockingIOError:
                self._wait()
            except OSError:
                self.dropped = True

    def _send(self, data: memoryview) -> int:
        with self._lock:
            return len(data) if self.dropped else os.write(self._fd, data)

    def _wait(self) -> None:
        left = None if self._until is None else self._until - time.monotonic()
        if left is not None and left <= 0:
            self.dropped = True
            return
        if select.select([self._wake_read], [self._fd], [], left)[0]:
            os.read(self._wake_read, 1)

    def hurry(self, seconds: float) -> None:
        """From now on wait `seconds` in all, then throw away. From any thread."""
        if self._until is None:
            self._until = time.monotonic() + seconds
            os.write(self._wake_write, b"!")

    def replace(self, text: str) -> None:
        """Throw away what the terminal has not read yet and send `text`, without waiting."""
        self.dropped = True
        # Where the terminal could not be opened again, a write may hold the lock for ever.
        self._lock.acquire(timeout=0.1)
        with suppress(OSError, termios.error):
            termios.tcflush(self._fd, termios.TCOFLUSH)
            os.write(self._fd, text.encode("ascii"))
