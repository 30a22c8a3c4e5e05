"""One writer at a time, on one machine or several."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tui.store.disk import modes_in, private_folder, writing_to
from tui.store.errors import StoreBusy

_PAUSE = 0.005
_FLAGS = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK


def busy() -> StoreBusy:
    """What one says who waited in vain."""
    return StoreBusy("Another window is writing to the book just now. Try again in a moment.")


@contextmanager
def only_writer(path: Path, patience: float) -> Iterator[None]:
    """Hold the lock file at `path`, waiting up to `patience` seconds for it.

    The system lets go of it when the process ends, however it ends: the file that stays
    behind says nothing and need not be removed. `filelock` does the same, but importing it
    takes longer than listing a thousand cases.
    """
    with writing_to(path):
        private_folder(path.parent)
        descriptor = _opened(path)
    try:
        with writing_to(path):
            _wait(descriptor, time.monotonic() + patience)
        yield
    finally:
        os.close(descriptor)


def _opened(path: Path) -> int:
    descriptor = os.open(path, _FLAGS, 0o600)
    mode = modes_in(path.parent).file
    with suppress(PermissionError):  # whoever made it has set its mode
        if os.fstat(descriptor).st_mode & 0o777 != mode:
            os.fchmod(descriptor, mode)
    return descriptor


def _wait(descriptor: int, deadline: float) -> None:
    while True:
        try:
            return fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                raise busy() from None
        time.sleep(_PAUSE)
