"""Which file a book is, whether it is one of ours, and a connection to it."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
import time
from collections.abc import Callable
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from tui.cases.sentence import say
from tui.store import schema
from tui.store.errors import BrokenBook, StoreError
from tui.store.reasons import reason
from tui.store.troubles import broken, newer, no_book, telling

# TRUNCATE and not WAL: shared memory does not work on a network file system, and killed the
# process on a full one of another kind. docs/performance.md has what WAL would save.
PRAGMAS = (
    "journal_mode = TRUNCATE",
    "synchronous = FULL",
    "trusted_schema = OFF",
    "cell_size_check = ON",
)

_AS_THEY_ARE = bytes(code for code in range(128) if chr(code).isalnum()) + b"/_.-"  # in an address
SIDES = ("-journal", "-wal")  # what SQLite puts beside a file while it is being changed
_Found = TypeVar("_Found")
_PAUSE = 0.0005  # seconds; the gap between two changes of one writer is as short


class File(NamedTuple):
    """What tells one file from another at the same place."""

    device: int
    inode: int


def file_at(path: Path) -> File | None:
    """The file, if there is one. Raises StoreError, BrokenBook where it is none."""
    try:
        state = path.stat()
    except FileNotFoundError:
        if path.is_symlink():
            raise _dangling(path) from None
        return None
    except OSError as error:
        raise _unread(path, error) from error
    if not stat.S_ISREG(state.st_mode):
        raise _no_file(path)
    if not os.access(path, os.R_OK):
        raise _unread(path, PermissionError(errno.EACCES, ""))
    return File(state.st_dev, state.st_ino)


def connected(uri: str) -> sqlite3.Connection:
    """A connection that begins no transaction by itself, and waits for nobody; see `patiently`."""
    return sqlite3.connect(
        uri,
        timeout=0,
        isolation_level=None,
        check_same_thread=False,
        uri=uri != ":memory:",
    )


def book_at(path: Path, patience: float) -> sqlite3.Connection:
    """A connection to a book. Raises BrokenBook, NewerBook and leaves the file as it is."""
    name = str(path)
    _refuse_strangers(path, name)
    with telling(name):
        db = connected(uri_of(path, "mode=rw"))
        try:
            patiently(partial(_set_up, db, name), patience)
        except BaseException:
            db.close()
            raise
    return db


def patiently(call: Callable[[], _Found], patience: float) -> _Found:
    """What the call gives; repeated for so many seconds while somebody else keeps the book.

    SQLite would wait by itself, but longer and longer, up to 0.1 s: beside somebody who writes
    again and again on a slow disk it found no gap for 11 s. It lets no signal through, either.
    """
    deadline = time.monotonic() + patience
    while True:
        try:
            return call()
        except sqlite3.OperationalError as error:
            # Python tells no code where it is the one that complains.
            code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
            if code != sqlite3.SQLITE_BUSY or time.monotonic() >= deadline:
                raise
        time.sleep(_PAUSE)


def _set_up(db: sqlite3.Connection, name: str) -> None:
    for pragma in PRAGMAS:
        db.execute(f"PRAGMA {pragma}")
    refuse(db, name)


def refuse(db: sqlite3.Connection, name: str) -> None:
    """Raises BrokenBook for what is no book of ours, and NewerBook."""
    if not schema.is_ours(db):
        raise broken(name, say("another program wrote it"))
    if schema.version_of(db) > schema.NEWEST:
        raise newer(name)


def _refuse_strangers(path: Path, name: str) -> None:
    """Look at a file without touching it.

    Opened in the usual way, a file of another program would have its own journal played
    back, and its journal mode changed. Reading it with open() would drop the locks of
    other connections in this process.
    """
    if path.stat().st_size == 1:  # which SQLite takes for none
        raise no_book(name)
    journal = path.with_name(f"{path.name}-journal")
    is_cut_off = journal.is_file() and journal.stat().st_size > 0
    with closing(connected(uri_of(path, "mode=ro&immutable=1"))) as db:
        try:
            with telling(name):
                refuse(db, name)
        except StoreError:
            if not is_cut_off or _is_whole(db):
                raise


def _is_whole(db: sqlite3.Connection) -> bool:
    """Whether the head of a file can be read, so that what it says of itself counts."""
    with suppress(sqlite3.Error):
        db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        return True
    return False


def uri_of(path: Path, how: str) -> str:
    """What SQLite calls the file, and how to open it: `mode=ro`."""
    name = os.fsencode(path.absolute())
    if not name.translate(None, _AS_THEY_ARE):
        return f"file://{name.decode()}?{how}"
    # A path may have %, ? and # in it, bytes that are no UTF-8, and two slashes in front.
    from urllib.parse import quote  # slow to load: it knows network addresses too

    return f"file://{quote(name)}?{how}"


def _unread(path: Path, error: OSError) -> StoreError:
    return StoreError("“{file}” cannot be read: {problem}.", file=str(path), problem=reason(error))


def _no_file(path: Path) -> BrokenBook:
    return BrokenBook(
        "“{file}” is a folder, or something else that is no file. Bring a copy back with: upheld "
        "backup --restore NAME, or move it away to begin an empty book.",
        file=str(path),
    )


def _dangling(path: Path) -> StoreError:
    return StoreError(
        "“{file}” is a link to “{target}”, and there is nothing. Connect the disk that it is "
        "on, or take the link away to begin an empty book.",
        file=str(path),
        target=str(path.readlink()),
    )
