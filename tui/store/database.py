"""One SQLite database: opened, refused or made, and written in turns."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tui.store import schema
from tui.store.connecting import File, book_at, file_at, patiently
from tui.store.copies.pages import bring_back, copy_book
from tui.store.disk import make_empty, writing_to
from tui.store.errors import StoreError
from tui.store.memory import Lock, Memory, held
from tui.store.troubles import newer, no_book, telling


class Database:
    """A connection, made when there is a file. Everything may raise StoreError.

    `patience`: seconds that reading waits while somebody else's change is being written, and
    that writing waits for those who still read.
    """

    def __init__(
        self, path: Path | None = None, memory: Memory | None = None, patience: float = 5.0
    ) -> None:
        self.name = str(path or "book.db")
        self._path = path
        self._patience = patience
        self._db: sqlite3.Connection | None = None
        self._file: File | None = None
        self._is_ready = False  # its tables were made
        self._thread = threading.RLock()  # one connection has one transaction at a time
        self._lock: Lock = self._thread  # of whoever writes; in memory for that of the file
        if path is None:
            memory = memory or Memory()
            self._db, self._lock = memory.db, memory.lock
        self._process = os.getpid()
        self._inherited: list[sqlite3.Connection] = []
        self.before_migration: Callable[[int], object] = int

    @property
    def is_there(self) -> bool:
        """Whether there is a book to read; opens it. An empty file is none yet."""
        if self._db is not None and self._db.in_transaction:
            return True
        self.open()
        if not self._is_ready and self._db is not None:
            self._is_ready = self._version() > 0
        return self._is_ready

    def open(self) -> None:
        """Connect, if there is a file; again if it is another one than before."""
        if self._path is None:
            return
        self._leave_to_parent()
        found = file_at(self._path)
        if found == self._file and (self._db is not None or found is None):
            return
        if self._file is not None and found is None:
            # A folder that was unmounted looks just like an empty one.
            raise StoreError(
                "“{file}” is gone. Put it back, or start Upheld again to see what can be done.",
                file=self.name,
            )
        self.close()
        if found is not None:
            self._db = book_at(self._path, self._patience)
        self._file = found

    def close(self) -> None:
        """Let go of the file. What is asked next opens it again."""
        if self._path and self._db:
            self._db.close()
            self._db = None
            self._is_ready = False

    def ask(self, statement: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """The rows that a statement finds; none where there is no book yet."""
        with self._thread:
            if not self.is_there or self._db is None:
                return []
            try:
                return self._run(statement, values)
            except OverflowError:  # no row has such a number
                return []

    def do(self, statement: str, values: tuple[object, ...] = ()) -> None:
        """A statement that changes something, in a turn."""
        self._run(statement, values)

    def require_known(self) -> None:
        """Raises NewerBook where a newer Upheld brought the book up to date meanwhile."""
        with self._thread:
            if self._db is not None and self._version() > schema.NEWEST:
                raise newer(self.name)

    @contextmanager
    def turn(self, patience: float) -> Iterator[None]:
        """See Engine."""
        deadline = time.monotonic() + patience
        with held(self._lock, patience):
            self._make()
            try:
                self._begin(deadline)
                self._bring_up_to_date()
                yield
                self.do("COMMIT")
            except BaseException:
                self._roll_back()
                raise

    def _begin(self, deadline: float) -> None:
        """Keep every other writer out, of the book that is there now."""
        while True:
            self._run("BEGIN IMMEDIATE", patience=deadline - time.monotonic())
            if self._path is None or file_at(self._path) == self._file:
                return
            # The book was replaced just now: what is written here would be lost.
            self._roll_back()
            self.open()

    def _version(self) -> int:
        return int(self._run("PRAGMA user_version")[0][0])

    def _run(
        self, statement: str, values: tuple[object, ...] = (), patience: float | None = None
    ) -> list[tuple[Any, ...]]:
        db, patience = self._db, self._patience if patience is None else patience
        if db is None:
            raise StoreError("“{file}” is not open.", file=self.name)
        with telling(self.name, in_turn=db.in_transaction):
            return patiently(lambda: db.execute(statement, values).fetchall(), patience)

    def copy_to(self, target: Path) -> None:
        """A whole copy of the book as it is now, in a new file; see `copies.pages`."""
        if self._path is None:
            raise StoreError("This book is only in memory: nothing of it is copied.")
        copy_book(self._path, target, self._patience)

    def bring_back(self, copy: Path) -> None:
        """Put a copy in the place of all that is in the book."""
        with self._thread:
            self._make()
            if self._db is not None:
                bring_back(copy, self._db, self.name, self._patience)

    def _make(self) -> None:
        """The file, if there is none, for those only who may use its folder."""
        self.open()
        if self._db is not None or self._path is None:
            return
        with writing_to(self._path):
            make_empty(self._path)
        self.open()

    def bring_up_to_date(self, patience: float) -> None:
        """A book of an earlier version becomes one of today, before anybody reads it."""
        if self.is_there and self._version() < schema.NEWEST:
            with self.turn(patience):
                self.require_known()

    def _bring_up_to_date(self) -> None:
        if self._db is None:
            return
        self.require_known()
        with telling(self.name):
            version = schema.version_of(self._db)
            if not version and self._is_ready:  # somebody emptied it
                raise no_book(self.name)
            if 0 < version < schema.NEWEST:
                self.before_migration(version)
            if version < schema.NEWEST:
                schema.migrate(self._db)

    def _roll_back(self) -> None:
        if self._db is None or not self._db.in_transaction:
            return
        try:
            self._db.execute("ROLLBACK")
        except sqlite3.Error:
            # A connection of which nobody knows what it holds; the next one plays the journal.
            self.close()

    def _leave_to_parent(self) -> None:
        """To close what a fork brought along would end the transaction of the parent."""
        if self._process != os.getpid():
            self._process, self._file, self._is_ready = os.getpid(), None, False
            self._inherited += [self._db] if self._db else []
            self._db = None
