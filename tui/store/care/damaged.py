"""A damaged book is kept byte for byte, and nobody writes it meanwhile."""

from __future__ import annotations

import itertools
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from tui.store.connecting import SIDES, book_at, connected, patiently, uri_of
from tui.store.disk import replace_file, sync_folder, writing_to
from tui.store.errors import BrokenBook
from tui.store.troubles import telling


def name_for(book: Path, at: datetime) -> Path:
    """What a damaged book is called: book.db.damaged-20261122-140500."""
    stem = f"{book.name}.damaged-{at:%Y%m%d-%H%M%S}"
    names = (book.with_name(f"{stem}-{n}" if n > 1 else stem) for n in itertools.count(1))
    return next(name for name in names if not name.exists())


def beside(book: Path) -> Path:
    """Where a new book is made that is to take the place of this one."""
    return book.with_name(f"{book.name}.new")


def discard(new: Path) -> None:
    """Take away a new book that did not come to be one."""
    with writing_to(new):
        for side in ("", *SIDES):
            Path(f"{new}{side}").unlink(missing_ok=True)


def copied_if_cut_off(book: Path, kept: Path, descriptor: int) -> bool:
    """Copy a file that was left in the middle of a change, with what SQLite put beside it.

    To open such a file is to change it. Whether it is one.
    """
    sides = [side for side in SIDES if _size(Path(f"{book}{side}"))]
    for side in sides:
        _copy(Path(f"{book}{side}").read_bytes(), Path(f"{kept}{side}"))
    if sides:
        _copy(_all_of(descriptor), kept)
    return bool(sides)


def keep(book: Path, kept: Path, descriptor: int) -> None:
    """Give the file a second name; where that cannot be, make a copy."""
    with writing_to(kept):
        try:
            os.link(book, kept)
        except OSError:
            _copy(_all_of(descriptor), kept)
        sync_folder(kept.parent)


@contextmanager
def kept_from_others(book: Path, patience: float) -> Iterator[None]:
    """Let nobody write, and take back what somebody left half done. Raises NewerBook, StoreBusy.

    A file that cannot be opened nobody can write. It is not brought up to date.
    """
    try:
        db = book_at(book, patience)
    except BrokenBook:
        with closing(connected(uri_of(book, "mode=rw"))) as db:
            with suppress(sqlite3.DatabaseError):
                db.execute("SELECT count(*) FROM sqlite_schema")
            yield
        return
    with closing(db):
        with suppress(BrokenBook), telling(str(book)):
            patiently(partial(db.execute, "BEGIN IMMEDIATE"), patience)
        yield


def _copy(data: bytes, to: Path) -> None:
    with writing_to(to):
        replace_file(to, data, to.with_name(f"{to.name}.tmp"))


def _all_of(descriptor: int) -> bytes:
    return os.pread(descriptor, os.fstat(descriptor).st_size, 0)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
