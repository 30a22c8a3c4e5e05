"""Mails are read in a process of their own: what hangs or bursts there ends there.

Nobody controls what a mail holds. A parser may run for minutes, eat all memory, or be killed
in the middle of a C library; the app only waits for it, and not long.
"""

from __future__ import annotations

import os
import selectors
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType

import msgspec

from tui.cases.errors import UpheldError
from tui.mail import limits
from tui.mail.child import ANSWER, READ, REQUEST, TAKE
from tui.mail.message import Fault, Mail
from tui.mail.parse import only_headers

_ROOT = Path(__file__).parents[2]
_STARTING = 30.0  # seconds in which Python starts, on a busy machine
_PIECE = 256 * 1024


class NoReader(UpheldError):
    """The process that reads mails does not start."""


class Box:
    """Reads mails, one after the other; may be asked from several threads.

    with Box() as box:
        mail = box.read(raw)

    The process is started by the first mail and serves all of them; after one that it did
    not survive the next mail starts another.
    """

    def __init__(self, *, seconds: float = limits.SECONDS, memory: int = limits.MEMORY) -> None:
        """`seconds` for one mail, `memory` in bytes for the process."""
        self._seconds, self._memory = seconds, memory
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def __enter__(self) -> Box:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def read(self, raw: bytes) -> Mail:
        """The mail of these bytes; what of it could not be read stands in its `problems`.

        Raises NoReader where Python cannot be started, and nothing else.
        """
        if len(raw) > limits.BYTES:
            return _headers(raw, Fault.TOO_BIG)
        try:
            answer = self._asked(READ, 0, raw)
        except TimeoutError:
            return _headers(raw, Fault.TOO_SLOW)
        try:
            return msgspec.json.decode(answer or b"", type=Mail)
        except (msgspec.DecodeError, RecursionError):
            return _headers(raw, Fault.BROKEN)

    def attachment(self, raw: bytes, number: int) -> bytes | None:
        """The bytes of an attachment of `Mail.attachments`; None where they cannot be had.

        Raises NoReader where Python cannot be started.
        """
        try:
            return self._asked(TAKE, number, raw) if len(raw) <= limits.BYTES else None
        except TimeoutError:
            return None

    def close(self) -> None:
        """End the process; the next mail would start another."""
        with self._lock:
            self._end()

    def _asked(self, what: int, number: int, raw: bytes) -> bytes | None:
        with self._lock:
            try:
                process = self._running() or self._start()
                request = REQUEST.pack(what, number, len(raw)) + raw
                return _exchange(process, request, self._seconds)
            except TimeoutError:
                self._end()
                raise
            except (OSError, EOFError):
                self._end()
                return None

    def _running(self) -> subprocess.Popen[bytes] | None:
        """The process, unless somebody ended it since the last mail."""
        if self._process and self._process.poll() is not None:
            self._end()
        return self._process

    def _start(self) -> subprocess.Popen[bytes]:
        bounds = (str(self._seconds), str(self._memory))
        command = [sys.executable, "-P", "-B", "-m", "tui.mail.child", *bounds]
        # Nothing of the person's environment, where passwords may be, goes along.
        environment = {"PYTHONPATH": str(_ROOT), "LC_ALL": "C.UTF-8"}
        pipe = subprocess.PIPE
        try:
            self._process = subprocess.Popen(  # noqa: S603 - this very Python
                command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, env=environment,
                cwd="/",
            )  # fmt: skip
            for end in (self._process.stdin, self._process.stdout):
                os.set_blocking(end.fileno(), False)  # type: ignore[union-attr]
            _exchange(self._process, b"", _STARTING)
        except (OSError, EOFError) as error:
            self._end()
            raise NoReader(
                "Mails cannot be read: Python does not start another process."
            ) from error
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process:
            process.kill()
            process.wait()
            for end in (process.stdin, process.stdout):
                with suppress(OSError):  # what was still to be written to it
                    end.close()  # type: ignore[union-attr]


def _headers(raw: bytes, fault: Fault) -> Mail:
    """The headers are read here, where nothing hangs: they are short and no library sees parts."""
    try:
        return only_headers(raw, fault)
    except Exception:  # a mail that is only kept is better than none
        return Mail(problems=(fault, Fault.HEADERS))


def _exchange(process: subprocess.Popen[bytes], request: bytes, seconds: float) -> bytes | None:
    """The answer to a request. Raises TimeoutError, and EOFError or OSError where it died."""
    assert process.stdin
    assert process.stdout
    until = time.monotonic() + seconds
    waiting, got = memoryview(request), bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        if waiting:
            selector.register(process.stdin, selectors.EVENT_WRITE)
        while not _is_whole(got):
            ready = selector.select(max(0.0, until - time.monotonic()))
            if not ready or time.monotonic() > until:
                raise TimeoutError
            for key, _ in ready:
                if key.fileobj is process.stdout:
                    got += _piece(process.stdout.fileno())
                else:
                    waiting = waiting[os.write(process.stdin.fileno(), waiting[:_PIECE]) :]
                    if not waiting:
                        selector.unregister(process.stdin)
    is_there, _ = ANSWER.unpack_from(got)
    return bytes(got[ANSWER.size :]) if is_there else None


def _piece(source: int) -> bytes:
    piece = os.read(source, _PIECE)
    if not piece:
        raise EOFError
    return piece


def _is_whole(got: bytearray) -> bool:
    if len(got) < ANSWER.size:
        return False
    size: int = ANSWER.unpack_from(got)[1]
    return len(got) >= ANSWER.size + size
