"""A book copied page by page, while others go on working."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from uuid import uuid4

from tui.cases.sentence import say
from tui.store.connecting import connected, uri_of
from tui.store.disk import fresh_file, writing_to
from tui.store.lock import busy
from tui.store.troubles import broken, telling

_STEP = 4096  # pages, between which others get their turn


def copy_book(book: Path, target: Path, patience: float) -> None:
    """The book as it is at one moment, proved whole, in a new file. Raises StoreError."""
    with writing_to(target), fresh_file(target, keep=True) as descriptor:
        with closing(connected(uri_of(target, "mode=rw"))) as copy, telling(str(target)):
            copy.execute("PRAGMA journal_mode = OFF")
            copy.execute("PRAGMA synchronous = OFF")  # all of it is brought to the disk below
            with closing(connected(uri_of(book, "mode=rw"))) as source:
                source.backup(copy, pages=_STEP, sleep=0.001, progress=_patience(patience))
            _require_whole(copy, str(book))
        os.fsync(descriptor)


def bring_back(copy: Path, live: sqlite3.Connection, name: str, patience: float) -> None:
    """Put a copy in the place of all that is in a book, in one turn.

    The book gets another name, so that every window reads it anew. `copy` is changed.
    """
    with closing(connected(uri_of(copy, "mode=rw"))) as source, telling(name):
        source.execute("UPDATE facts SET value = ? WHERE name = 'book'", (uuid4().hex,))
        source.backup(live, pages=-1, sleep=0.001, progress=_patience(patience))


def _require_whole(copy: sqlite3.Connection, name: str) -> None:
    (found,) = copy.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise broken(name, say("it is damaged"))


def _patience(seconds: float) -> Callable[[int, int, int], None]:
    """SQLite would try for ever."""
    deadline = time.monotonic() + seconds

    def waited(status: int, *_: int) -> None:
        is_busy = status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
        if is_busy and time.monotonic() >= deadline:
            raise busy()

    return waited
