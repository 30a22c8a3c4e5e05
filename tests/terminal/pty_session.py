"""A program in a pseudo-terminal of its own, with bounded waits."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pyte

ROOT = Path(__file__).parents[2]
PROBE = Path(__file__).with_name("probe_app.py")
PATIENCE = 60.0
_KITTY = re.compile(rb"\x1b\[[<>][0-9;]*u")


class Picture:
    """What a terminal shows that is sent ever more of the same bytes."""

    def __init__(self, columns: int, rows: int) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._read = 0

    def with_(self, raw: bytes) -> str:
        # pyte prints the end of a sequence with < or > in it.
        self._stream.feed(_KITTY.sub(b"", raw[self._read :]))
        self._read = len(raw)
        return "\n".join(self._screen.display)


class Session:
    """`raw`: every byte that came so far."""

    def __init__(
        self,
        argv: Sequence[str],
        *,
        env: dict[str, str] | None = None,
        rows: int = 24,
        columns: int = 80,
    ) -> None:
        self.raw = bytearray()
        self.size = (columns, rows)
        self.fd, slave = os.openpty()
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.before = termios.tcgetattr(self.fd)
        base = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
        self.process = subprocess.Popen(
            argv,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509
            env={**base, "TERM": "xterm-256color", **(env or {})},
            cwd=ROOT,
        )
        os.close(slave)

    @property
    def pid(self) -> int:
        return self.process.pid

    def send(self, data: bytes) -> None:
        os.write(self.fd, data)

    def kill(self, number: signal.Signals) -> None:
        os.kill(self.pid, number)

    def expect(self, text: str, since: int = 0) -> int:
        """Read until `text` came, or stands on the screen, by what came at or after byte `since`.

        The number of bytes that came.
        """
        wanted, picture = text.encode(), Picture(*self.size)
        self.until(
            lambda: wanted in self.raw[since:] or text in picture.with_(self.raw[since:]),
            f"{text!r} did not come",
        )
        return len(self.raw)

    def until(self, true: Callable[[], Any], otherwise: str) -> None:
        """Read until something is true, looking again at each byte and every few milliseconds."""
        end = time.monotonic() + PATIENCE
        while not true():
            assert time.monotonic() < end, f"{otherwise}: {bytes(self.raw[-2000:])!r}"
            if not self._read(0.02) and self.process.poll() is not None:
                assert true(), f"{otherwise}, it ended: {bytes(self.raw[-2000:])!r}"

    def read_on(self, quiet: float = 0.0) -> None:
        """Read until nothing more comes: for so many seconds, or else until the program rests."""
        while self._read(quiet) if quiet else not self._rests():
            continue

    def _rests(self) -> bool:
        """Whether it sends nothing and sleeps all the time, for longer than from frame to frame."""
        before = self._wakes()
        return (
            not self._read(0.05)
            and self._wakes() == before
            and {"R", "D"}.isdisjoint(self._of_threads("State"))
        )

    def wakes_within(self, seconds: float) -> int:
        """How often the program wakes in that time; it must send nothing."""
        before = self._wakes()
        assert not self._read(seconds), "something is sent"
        return self._wakes() - before

    def _wakes(self) -> int:
        return sum(map(int, self._of_threads("voluntary_ctxt_switches")))

    def _of_threads(self, name: str) -> list[str]:
        """The first word of that line, of each thread; empty when the program has ended."""
        with suppress(FileNotFoundError, ProcessLookupError):
            tasks = list(Path(f"/proc/{self.pid}/task").iterdir())
            told = re.compile(rf"^{name}:\s+(\S+)", re.MULTILINE)
            return [word for task in tasks for word in told.findall((task / "status").read_text())]
        return []

    def finish(self) -> int:
        """Read to the end; the exit status as a shell gives it."""
        end = time.monotonic() + PATIENCE
        while self._read(1.0) is not None:
            assert time.monotonic() < end, f"does not end: {bytes(self.raw[-2000:])!r}"
        return self.wait()

    def wait(self) -> int:
        """The exit status, without reading."""
        status = self.process.wait(PATIENCE)
        return status if status >= 0 else 128 - status

    def hang_up(self) -> None:
        """Close the terminal's other end, as a lost connection does."""
        os.close(self.fd)
        self.fd = -1

    def _read(self, within: float) -> bytes | None:
        """What comes; empty if nothing does, None at the end."""
        if not select.select([self.fd], [], [], within)[0]:
            return b""
        try:
            data = os.read(self.fd, 65536)
        except OSError:
            return None
        self.raw += data
        return data or None

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        if self.fd >= 0:
            os.close(self.fd)


def probe(folder: Path, *arguments: str, shell: str = "", **options: Any) -> Session:
    """The probe application, ready for keys; `shell`: commands run before it."""
    argv = [sys.executable, str(PROBE), str(folder), *arguments]
    if shell:
        argv = ["/bin/sh", "-c", f'{shell}; exec "$@"', "sh", *argv]
    session = Session(argv, **options)
    session.expect("READY")
    return session
