"""What SQLite complains of, in words that a person can act on."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from tui.cases.sentence import Sentence, say
from tui.store.errors import BrokenBook, NewerBook, StoreError, StoreFull, StoreReadOnly
from tui.store.lock import busy
from tui.store.reasons import reason

_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_READ_ONLY = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN})
_CUT_OFF = frozenset({sqlite3.SQLITE_READONLY_ROLLBACK, sqlite3.SQLITE_READONLY_RECOVERY})
# SQLITE_ERROR: a table that every book has is not there, or is another one.
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR})


@contextmanager
def telling(file: str, *, in_turn: bool = False) -> Iterator[None]:
    """Errors of SQLite as StoreError. `in_turn`: somebody writes, and does not only look."""
    try:
        yield
    except sqlite3.Error as error:
        raise _told(error, file, in_turn) from error
    except UnicodeDecodeError:  # where it names what is damaged
        raise broken(file, say("it is damaged")) from None
    except UnicodeEncodeError as error:
        raise _unwritten(file, str(error)) from error


def broken(file: str, problem: Sentence | str) -> BrokenBook:
    """The file is no book, or not a whole one."""
    return BrokenBook(
        "“{file}” is not a whole book of Upheld: {problem}. It was left as it is. To look what "
        "can be saved: upheld doctor",
        file=file,
        problem=problem,
    )


def no_book(file: str) -> BrokenBook:
    """What is in the file does not begin as a book does."""
    return broken(file, say("another program wrote it, or its beginning is damaged"))


def newer(file: str) -> NewerBook:
    """The file is of a later format."""
    return NewerBook(
        "A newer Upheld wrote “{file}”. Nothing was changed: update Upheld to open it.", file=file
    )


def _told(error: sqlite3.Error, file: str, in_turn: bool) -> StoreError:
    # Python tells no code where a text in the file is no UTF-8.
    extended: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    code = extended & 0xFF
    if code in _BUSY:
        return busy()
    # The index for the search does not say whether it could not read or write.
    unwritten = {sqlite3.SQLITE_IOERR_WRITE, *([sqlite3.SQLITE_IOERR] if in_turn else [])}
    if code == sqlite3.SQLITE_FULL or extended in unwritten:
        return _full(file)
    if extended in _CUT_OFF:
        return _cut_off(file)
    if code in _READ_ONLY:
        return _read_only(file)
    if code in _DAMAGED:
        return broken(file, say("it is damaged"))
    if code == sqlite3.SQLITE_NOTADB:
        return no_book(file)
    is_disk = code == sqlite3.SQLITE_IOERR
    return _unwritten(file, reason(OSError(errno.EIO, "")) if is_disk else str(error))


def _full(file: str) -> StoreFull:
    return StoreFull(
        "No room to write “{file}”. What was stored before is whole: free some space, "
        "then try again.",
        file=file,
    )


def _read_only(file: str) -> StoreReadOnly:
    return StoreReadOnly(
        "“{file}” cannot be written: it is read-only for you. Reading works; to save, "
        "choose a folder of your own.",
        file=file,
    )


def _cut_off(file: str) -> StoreReadOnly:
    return StoreReadOnly(
        "“{file}” was left in the middle of a change, which has to be taken back before anybody "
        "can read it, but it is read-only for you. Let somebody open it who may write it.",
        file=file,
    )


def _unwritten(file: str, problem: Sentence | str) -> StoreError:
    return StoreError(
        "“{file}” was not written: {problem}. What was stored before is whole.",
        file=file,
        problem=problem,
    )
