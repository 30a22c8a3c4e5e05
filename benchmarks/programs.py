"""A program in a pseudo-terminal of its own: times, bytes, writes, memory."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

QUIET, QUIET_AT_START, PATIENCE = 0.25, 1.2, 60.0  # seconds
RESTING = 0.2  # of the time at most a program works that has come to rest
QUESTION, WELL = b"\x1b[5n", b"\x1b[0n"  # whether a terminal is well, and what it answers
_SEQUENCE = re.compile(rb"\x1b(\[[0-9;?<>=$]*[A-Za-z]|\][^\x07\x1b]*(\x07|\x1b\\)|[()][A-Z0-9]|.)")


class Answer(NamedTuple):
    """What a program sent: milliseconds until its first text and its last byte, bytes, writes."""

    first: float
    last: float
    count: int
    writes: int


class Program:
    """A program that has begun. `started`: how it came up.

    `at_once`: what is typed as soon as there is something to read; `accepted`: the milliseconds
    until its effect is there: all that was sent matches that pattern. Without one the last byte is
    that of the effect.
    """

    def __init__(
        self, argv: Sequence[str], env: Mapping[str, str], columns: int, rows: int,
        at_once: bytes = b"", effect: bytes = b"",
    ) -> None:  # fmt: skip
        self._effect, self.accepted, self._work = effect, 0.0, 0.0
        self._fd, slave = os.openpty()
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        began = time.perf_counter()
        self.process = subprocess.Popen(
            argv, stdin=slave, stdout=slave, stderr=slave, start_new_session=True, env=dict(env),
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509
        )  # fmt: skip
        os.close(slave)
        self.started = self._answer(began, QUIET_AT_START, at_once)

    def key(self, data: bytes, quiet: float = QUIET) -> Answer:
        """What it sends when that is typed, until it has neither sent nor worked for so long."""
        self._worked()
        began = time.perf_counter()
        os.write(self._fd, data)
        return self._answer(began, quiet)

    def told(self, number: signal.Signals) -> float:
        """Milliseconds from that signal to its end; SIGHUP comes with a terminal that is gone."""
        began = time.perf_counter()
        if number is signal.SIGHUP:
            os.close(self._fd)
        else:
            self.process.send_signal(number)
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(PATIENCE / 10)
        self.process.kill()
        return _ms(time.perf_counter(), began)

    def _answer(self, began: float, quiet: float, at_once: bytes = b"") -> Answer:
        first, last, raw, writes = 0.0, began, b"", 0
        while True:
            until = PATIENCE if not first and quiet == QUIET_AT_START else quiet
            if not select.select([self._fd], [], [], until)[0]:
                if self._worked() < RESTING * until:
                    break
                continue  # it says nothing because it works
            try:
                piece = os.read(self._fd, 1 << 20)
            except OSError:
                break
            last, writes, raw = time.perf_counter(), writes + 1, raw + piece
            os.write(self._fd, WELL * piece.count(QUESTION))
            if not first and _SEQUENCE.sub(b"", raw).strip():
                first = last
                os.write(self._fd, at_once)
            if not self.accepted and self._effect and re.search(self._effect, raw, re.DOTALL):
                self.accepted = _ms(last, began)
        self.accepted = self.accepted or _ms(last, began)
        return Answer(_ms(first or last, began), _ms(last, began), len(raw), writes)

    def _worked(self) -> float:
        """Seconds of processor time since it was asked last."""
        before, self._work = self._work, 0.0
        with suppress(OSError):  # it is gone
            for task in Path(f"/proc/{self.process.pid}/task").iterdir():
                self._work += int((task / "schedstat").read_text().split()[0]) / 1e9
        return self._work - before

    def wakes(self, seconds: float) -> float:
        """How often a second it wakes while nothing is typed."""
        before = self._switches()
        time.sleep(seconds)
        return (self._switches() - before) / seconds

    def _switches(self) -> int:
        tasks = Path(f"/proc/{self.process.pid}/task").iterdir()
        lines = (line for task in tasks for line in (task / "status").read_text().splitlines())
        return sum(int(line.split()[1]) for line in lines if line.startswith("voluntary"))

    @property
    def memory(self) -> float:
        """Megabytes that it holds."""
        pages = Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE") / 1e6

    def quit(self, data: bytes) -> float:
        """Milliseconds from that key to its end."""
        began = time.perf_counter()
        os.write(self._fd, data)
        while self.process.poll() is None:
            if select.select([self._fd], [], [], 0.002)[0]:
                try:
                    piece = os.read(self._fd, 1 << 20)
                except OSError:
                    break
                os.write(self._fd, WELL * piece.count(QUESTION))
            if time.perf_counter() - began > PATIENCE:
                self.process.kill()
        self.process.wait()
        os.close(self._fd)
        return _ms(time.perf_counter(), began)


def _ms(end: float, began: float) -> float:
    return (end - began) * 1000
