"""What can be read of a book, however damaged it is; the book itself is left alone."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from tui.store import index, schema
from tui.store.care.contents import Contents, contents_in
from tui.store.care.pages import SIZE
from tui.store.connecting import SIDES, connected, patiently, uri_of
from tui.store.disk import reading_from, writing_to
from tui.store.errors import StoreError
from tui.store.sqlite import SqliteEngine
from tui.store.troubles import telling


@contextmanager
def opened_raw(book: Path) -> Iterator[int]:
    """The file as it is. To close it drops every lock that this process has on it."""
    with reading_from(book):
        descriptor = os.open(book, os.O_RDONLY | os.O_CLOEXEC)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def contents_of(book: Path, descriptor: int, patience: float, search: bool = False) -> Contents:
    """What is in a book. Waits while somebody writes it; raises StoreBusy, StoreError.

    A change that was cut off is taken back in a copy, not in the book. `search`: look, too,
    whether everything can be found, which takes longest.
    """
    with TemporaryDirectory(prefix="upheld-") as folder:  # 0700
        copy = Path(folder) / "book.db"
        with _held(book, patience):
            for side in SIDES:
                with reading_from(book), suppress(FileNotFoundError):
                    _write(Path(f"{copy}{side}"), Path(f"{book}{side}").read_bytes())
            _write(copy, _bytes_of(descriptor, book))
        complaints, opens = _examined(copy)
        found = contents_in(copy.read_bytes(), complaints, opens)
        can_be_asked = search and opens and not complaints
        return replace(found, finds=_finds(copy)) if can_be_asked else found


@contextmanager
def _held(book: Path, patience: float) -> Iterator[None]:
    """Let nobody write, as far as SQLite can open the book."""
    with closing(connected(uri_of(book, "mode=ro"))) as db:
        db.execute("BEGIN")
        look = partial(db.execute, "SELECT count(*) FROM sqlite_schema")
        try:
            with telling(str(book)):
                patiently(look, patience)
        except Exception as error:
            if not isinstance(error.__cause__, sqlite3.DatabaseError) or _is_busy(error.__cause__):
                raise
        yield


def _is_busy(error: sqlite3.DatabaseError) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY


def _bytes_of(descriptor: int, book: Path) -> bytes:
    """All bytes of the file; zeros where the disk cannot read."""
    parts = []
    with reading_from(book):
        for at in range(0, os.fstat(descriptor).st_size, SIZE):
            try:
                parts.append(os.pread(descriptor, SIZE, at))
            except OSError as error:
                if error.errno != errno.EIO:
                    raise
                parts.append(bytes(SIZE))
    return b"".join(parts)


def _write(path: Path, data: bytes) -> None:
    with writing_to(path):
        path.write_bytes(data)


def _examined(copy: Path) -> tuple[tuple[str, ...], bool]:
    """What SQLite complains of, and whether it opens the file."""
    opens = False
    with closing(connected(uri_of(copy, "mode=rw"))) as db:
        try:
            db.execute("PRAGMA journal_mode = DELETE")  # takes in what lies beside it
            opens = schema.is_ours(db)
            said = [str(row[0]) for row in db.execute("PRAGMA integrity_check(20)")]
        except sqlite3.Error as error:
            said = [str(error)]
    return tuple(line for line in said if line != "ok"), opens


def _finds(copy: Path) -> bool:
    engine = SqliteEngine(copy)
    try:
        return index.is_whole(engine)
    except StoreError:
        return False  # a version that has none
    finally:
        engine.close()
