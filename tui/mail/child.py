"""The process that reads mails: bytes on its input, a mail as JSON on its output.

Started by `boxed`, as `python -m tui.mail.child SECONDS MEMORY`. A request is (what, number,
size) and the mail; an answer is (whether there is one, size) and that. It opens no file and
no connection, and ends when its input does.
"""

from __future__ import annotations

import os
import resource
import signal
import struct
import sys
from contextlib import suppress
from typing import BinaryIO

import msgspec

from tui.mail.parse import attachment_of, parse

REQUEST = struct.Struct(">BIQ")
ANSWER = struct.Struct(">?Q")
READ, TAKE = 0, 1


def main() -> None:
    """Answer until the input ends."""
    seconds, memory = float(sys.argv[1]), int(sys.argv[2])
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints is no answer
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for whoever reads the mails
    _bound(memory)
    _send(answers, b"")
    while request := _taken(sys.stdin.buffer, REQUEST.size):
        what, number, size = REQUEST.unpack(request)
        raw = _taken(sys.stdin.buffer, size)
        # Whoever asked may be dead and cannot end this process any more.
        signal.setitimer(signal.ITIMER_REAL, seconds * 2 + 1)
        _send(answers, _answer(what, number, raw))
        signal.setitimer(signal.ITIMER_REAL, 0)


def _bound(memory: int) -> None:
    """No more memory than that, no file, no core."""
    limits = ((resource.RLIMIT_AS, memory), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0))
    for what, most in limits:
        with suppress(ValueError, OSError):  # a system that knows no such limit, or a lower one
            resource.setrlimit(what, (most, most))


def _answer(what: int, number: int, raw: bytes) -> bytes | None:
    """None where it cannot be read: whoever asked says so."""
    try:
        if what == TAKE:
            return attachment_of(raw, number)
        return msgspec.json.encode(parse(raw))
    except Exception:  # whatever it is, the mail is kept and the next one read
        return None


def _taken(pipe: BinaryIO, size: int) -> bytes:
    data = pipe.read(size)
    return data if len(data) == size else b""


def _send(pipe: BinaryIO, data: bytes | None) -> None:
    pipe.write(ANSWER.pack(data is not None, len(data or b"")))
    pipe.write(data or b"")
    pipe.flush()


if __name__ == "__main__":
    main()
