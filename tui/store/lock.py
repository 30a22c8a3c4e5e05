"""One writer at a time, on one machine or several."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tui.store.disk import private_folder, writing_to
from tui.store.errors import StoreBusy

_PAUSE = 0.005


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
        flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
        descriptor = os.open(path, flags, 0o600)
    try:
        with writing_to(path):
            _wait(descriptor, patience)
        yield
    finally:
        os.close(descriptor)


def _wait(descriptor: int, patience: float) -> None:
    deadline = time.monotonic() + patience
    while True:
        try:
            return fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                raise busy() from None
        time.sleep(_PAUSE)
