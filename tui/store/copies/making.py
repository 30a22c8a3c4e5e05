"""Making copies of a book, and bringing one back."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date, datetime
from pathlib import Path

from tui.cases.errors import BadInput, NotFound
from tui.cases.sentence import say
from tui.store.copies.listing import BEFORE, Copy, copies_in, surplus
from tui.store.copies.plain import write_plain
from tui.store.disk import fresh_file, private_folder, sync_folder, writing_to
from tui.store.errors import StoreError
from tui.store.lock import only_writer
from tui.store.sqlite import SqliteEngine
from tui.store.troubles import broken


class BackupFolder:
    """The copies of the book of one folder, in `backups/`. One process makes them at a time."""

    def __init__(
        self, home: Path, engine: SqliteEngine, at: Callable[[], datetime], patience: float
    ) -> None:
        self._home, self._engine, self._at, self._patience = home, engine, at, patience
        self._copied_on: date | None = None

    @property
    def folder(self) -> Path:
        return self._home / "backups"

    def copies(self) -> tuple[Copy, ...]:
        """What there is, the newest first."""
        return copies_in(self.folder)

    def before_change(self) -> None:
        """The copy of a day is made before its first change. It never stops the change."""
        day = self._at().date()
        if self._copied_on == day or not self._engine.is_there:
            return
        self._copied_on = day
        with suppress(StoreError, OSError):
            if not self._path(str(day)).exists():
                self._patiently_make(str(day), 0)

    def before_migration(self, version: int) -> None:
        """Raises StoreError where no copy can be made: then there is no migration."""
        name = f"{BEFORE}version-{version + 1}-{self._at().date()}"
        with self._alone(self._patience), writing_to(self.folder):
            private_folder(self.folder)
            tmp = self._path(name).with_suffix(".tmp")
            self._engine.copy_to(tmp)
            tmp.replace(self._path(name))
            sync_folder(self.folder)

    def make(self) -> Copy:
        """A copy as the book is now, instead of that of today.

        Raises StoreError; then the older copies are as they were.
        """
        return self._patiently_make(str(self._at().date()), self._patience)

    def restore(self, name: str) -> Copy:
        """Bring a copy back into the book, of which a copy is made before.

        Raises NotFound, StoreError, BrokenBook or NewerBook; then the book is as it was.
        """
        copy = self._called(name)
        tmp = self.folder / "restored.tmp"
        with self._alone(self._patience):
            try:
                with closing(SqliteEngine(copy.db)) as source:
                    _require_whole(source)
                    source.copy_to(tmp)
                if self._engine.is_there:
                    self._make(f"{BEFORE}restore-{self._at():%Y-%m-%d-%H%M%S}")
                self._engine.bring_back(tmp)
            finally:
                with suppress(OSError):
                    tmp.unlink(missing_ok=True)
        return copy

    def whole(self, target: Path) -> Path:
        """All of the data folder that is kept, in a new folder that can be one itself.

        Raises BadInput where something is there already, StoreError.
        """
        self._require_book()
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise BadInput("“{folder}” is not empty: name a new folder.", folder=str(target))
        with writing_to(target):
            private_folder(target)
            for path in sorted((self._home / "evidence").glob("[0-9a-f]*")):
                _copy_file(path, target / "evidence" / path.name)
        self._write(target / "book.db", target / "copy.json")
        return target

    @contextmanager
    def _alone(self, patience: float) -> Iterator[None]:
        with only_writer(self._home / "book.lock", patience):
            yield

    def _patiently_make(self, name: str, patience: float) -> Copy:
        self._require_book()
        with self._alone(patience):
            return self._make(name)

    def _make(self, name: str) -> Copy:
        with writing_to(self.folder):
            private_folder(self.folder)
        self._write(self._path(name), self._path(name).with_suffix(".json"))
        copies = self.copies()
        for copy in surplus(copies):
            _drop(copy)
        return next(copy for copy in copies if copy.name == name)

    def _write(self, db: Path, plain: Path) -> None:
        """Both get their names when both are whole. The plain one is made from the copy, and
        not from the book, which others go on writing.
        """
        tmp, plain_tmp = db.with_suffix(".tmp"), plain.with_suffix(".json.tmp")
        with writing_to(db):
            try:
                self._engine.copy_to(tmp)
                with closing(SqliteEngine(tmp)) as copied:
                    write_plain(copied, plain_tmp, self._at())
                plain_tmp.replace(plain)
                tmp.replace(db)
                sync_folder(db.parent)
            finally:
                for left in (tmp, plain_tmp):
                    left.unlink(missing_ok=True)

    def _require_book(self) -> None:
        if not self._engine.is_there:
            raise NotFound("There is no book to copy yet.")

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.db"

    def _called(self, name: str) -> Copy:
        known = {copy.name: copy for copy in self.copies()}
        if name.removesuffix(".db") not in known:
            raise NotFound(
                "There is no copy “{name}”. To see which there are: upheld backup --list", name=name
            )
        return known[name.removesuffix(".db")]


class NoBackups:
    """Of a book that is only in memory."""

    def before_change(self) -> None:
        """See Backups."""

    def copies(self) -> tuple[Copy, ...]:
        """See Backups."""
        return ()

    def make(self) -> Copy:
        """See Backups."""
        raise _only_in_memory()

    def restore(self, name: str) -> Copy:
        """See Backups."""
        raise _only_in_memory()

    def whole(self, target: Path) -> Path:
        """See Backups."""
        raise _only_in_memory()


def _only_in_memory() -> StoreError:
    return StoreError("This book is only in memory: nothing of it is copied.")


def _drop(copy: Copy) -> None:
    """One that cannot be taken away does no harm."""
    for path in (copy.db, copy.plain):
        with suppress(OSError):
            if path is not None:
                path.unlink()


def _copy_file(source: Path, target: Path) -> None:
    private_folder(target.parent)
    with fresh_file(target.with_suffix(".tmp")) as descriptor:
        with source.open("rb") as old, open(descriptor, "wb", closefd=False) as new:
            shutil.copyfileobj(old, new)
        os.fsync(descriptor)
        target.with_suffix(".tmp").replace(target)


def _require_whole(engine: SqliteEngine) -> None:
    """Every row of a copy is as it was written. Raises BrokenBook."""
    if not engine.is_there:
        raise broken(engine.name, say("there is nothing in it"))
    for table in engine.tables():
        for _ in engine.rows(table):
            pass
