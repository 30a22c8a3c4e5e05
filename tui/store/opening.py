"""Opening a book."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from tui.store.bookstore import BookStore
from tui.store.contract import Store
from tui.store.copies.making import BackupFolder, NoBackups
from tui.store.copies.proving import require_no_copies
from tui.store.disk import is_shared, is_there
from tui.store.drafts import DraftFolder, DraftsInMemory
from tui.store.evidence import EvidenceFolder
from tui.store.memory import Memory
from tui.store.sqlite import SqliteEngine

PATIENCE = 5.0  # seconds
BOOK = "book.db"


def open_store(
    folder: Path,
    *,
    at: Callable[[], datetime],
    patience: float = PATIENCE,
    who: str | None = None,
) -> Store:
    """The book in `folder`, which is made when something is written first.

    A book that an earlier Upheld kept as JSON is taken over; its file is kept. `at` tells
    when something is taken back, `who` makes the changes (the person logged in). Raises
    BrokenBook, NewerBook; StoreError, also where there are copies of a book and it is gone.
    """
    engine = SqliteEngine(folder / BOOK, patience=patience)
    backups = BackupFolder(folder, engine, at, patience)
    engine.before_migration = backups.before_migration
    engine.bring_up_to_date(patience)
    who = logged_in() if who is None else who
    if is_there(old := folder / "book.json"):
        from tui.store.takeover import take_over  # hardly anybody has one

        take_over(old, engine, patience, at())
    require_no_copies(engine)
    return BookStore(
        engine,
        EvidenceFolder(folder / "evidence"),
        DraftFolder(_drafts_of(who, folder)),
        backups,
        at=at,
        patience=patience,
        who=who,
        again=partial(open_store, folder, at=at, patience=patience, who=who),
    )


def backups_of(folder: Path, at: Callable[[], datetime], patience: float) -> BackupFolder:
    """The copies in a folder, whose book need not open."""
    return BackupFolder(folder, SqliteEngine(folder / BOOK, patience=patience), at, patience)


def _drafts_of(who: str, folder: Path) -> Path:
    """What is typed and not saved is one's own, also where the board is shared."""
    drafts = folder / "drafts"
    if not who or not is_shared(folder):
        return drafts
    from urllib.parse import quote  # seldom, and slow to load: it knows network addresses too

    return drafts / quote(who, safe="")


def logged_in() -> str:
    """The name of whoever runs this; empty where the system has none for them."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def _long_ago() -> datetime:
    return datetime.fromtimestamp(0, UTC)


def memory_store(
    memory: Memory | None = None,
    *,
    at: Callable[[], datetime] = _long_ago,
    patience: float = PATIENCE,
    who: str = "",
) -> Store:
    """A book that ends with the process. Two stores on one `memory` are like two windows."""
    from tui.store.evidence_memory import EvidenceInMemory

    memory = memory or Memory()
    again = partial(memory_store, memory, at=at, patience=patience, who=who)
    return BookStore(
        SqliteEngine(memory=memory),
        EvidenceInMemory(memory.evidence),
        DraftsInMemory(),
        NoBackups(),
        at=at,
        patience=patience,
        who=who,
        again=again,
    )
