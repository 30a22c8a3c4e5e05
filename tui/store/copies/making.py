"""Making copies of a book, and bringing one back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cases.errors import NotFound
from tui.later import Later
from tui.store.copies.listing import BEFORE, Copy, Restored, copies_in, surplus
from tui.store.copies.proving import require_no_copies, require_whole
from tui.store.disk import private_folder, sync_folder, writing_to
from tui.store.errors import BrokenBook, StoreError
from tui.store.lock import only_writer
from tui.store.sqlite import SqliteEngine
from tui.store.troubles import no_book

if TYPE_CHECKING:
    from tui.store.copies import writing
else:
    writing = Later("tui.store.copies.writing")


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

    @property
    def _book(self) -> Path:
        return Path(self._engine.name)

    def copies(self) -> tuple[Copy, ...]:
        """What there is, the newest first."""
        return copies_in(self.folder)

    def before_change(self) -> None:
        """The copy of a day is made before its first change.

        Raises BrokenBook where the book is damaged: nobody writes into it. Nothing else stops the
        change; the doctor tells where no copies can be made.
        """
        day = self._at().date()
        if self._copied_on == day or not self._engine.is_there:
            return
        try:
            if not self._path(str(day)).exists():
                self._patiently_make(str(day), 0)
        except BrokenBook:
            raise
        except (StoreError, OSError):
            pass
        self._copied_on = day

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

    def restore(self, name: str) -> Restored:
        """Bring a copy back. Of a whole book a copy is made before; whatever else is in its place
        is kept under another name.

        Raises NotFound, StoreError; BrokenBook or NewerBook where the copy is not whole or the book
        is newer. Then everything is as it was.
        """
        copy = self._called(name)
        tmp = self.folder / "restored.tmp"
        with self._alone(self._patience):
            try:
                with closing(SqliteEngine(copy.db)) as source:
                    require_whole(source)
                    source.copy_to(tmp)
                return self._bring_back(copy, tmp)
            finally:
                with suppress(OSError):
                    tmp.unlink(missing_ok=True)

    def _bring_back(self, copy: Copy, tmp: Path) -> Restored:
        from tui.store.copies.replacing import kept_if_broken, put_in_place  # takes long to load

        at = self._at()
        with kept_if_broken(self._book, at) as kept:
            if not self._engine.is_there:
                raise no_book(self._engine.name)
            before = self._make(f"{BEFORE}restore-{at:%Y-%m-%d-%H%M%S}")
            self._engine.bring_back(tmp)
            return Restored(copy, before=before)
        self._engine.close()
        return Restored(copy, kept=put_in_place(tmp, self._book, kept, self._patience))

    def whole(self, target: Path) -> Path:
        """All of the data folder that is kept, in a new folder that can be one itself.

        Raises BadInput where something is there already, StoreError; BrokenBook where the book is
        damaged, of which the bytes are copied then.
        """
        with suppress(BrokenBook):  # its bytes can be copied
            self._require_book()
        writing.write_elsewhere(self._home, self._engine, target, self._at())
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
        db = self._path(name)
        writing.write_both(self._engine, db, db.with_suffix(".json"), self._at())
        copies = self.copies()
        for copy in surplus(copies):
            _drop(copy)
        return next(copy for copy in copies if copy.name == name)

    def _require_book(self) -> None:
        require_no_copies(self._engine)
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

    def restore(self, name: str) -> Restored:
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
