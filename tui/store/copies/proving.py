"""Which copies are whole, and that nobody begins an empty book where there are some."""

from __future__ import annotations

from contextlib import closing, suppress
from pathlib import Path

from tui.cases.sentence import Sentence, say
from tui.store.copies.listing import Copy, by_day
from tui.store.errors import StoreError
from tui.store.sqlite import SqliteEngine
from tui.store.troubles import broken


def require_whole(engine: SqliteEngine) -> None:
    """Every row of a copy is as it was written. Raises BrokenBook."""
    if not engine.is_there:
        raise broken(engine.name, say("there is nothing in it"))
    for table in engine.tables():
        for _ in engine.rows(table):
            pass


def newest_whole(folder: Path) -> Copy | None:
    """The copy of a data folder to go back to: the newest whole one, else the newest."""
    copies = by_day(folder)
    return next(filter(_is_whole, copies), copies[0] if copies else None)


def gone(book: Path) -> Sentence | None:
    """What to do about a book that is missing or empty; None where there are no copies, either.

    Raises StoreError where nobody can tell.
    """
    copy = newest_whole(book.parent)
    if copy is None:
        return None
    values = {"file": str(book), "name": copy.name, "folder": str(copy.db.parent)}
    if book.exists():
        return say(
            "“{file}” is empty, but there are copies of it. To bring the newest back: upheld "
            "backup --restore {name}. To begin an empty book, move the folder “{folder}” away.",
            **values,
        )
    return say(
        "“{file}” is gone, but there are copies of it. To bring the newest back: upheld backup "
        "--restore {name}. To begin an empty book, move the folder “{folder}” away.",
        **values,
    )


def require_no_copies(engine: SqliteEngine) -> None:
    """Where there is no book, there are no copies of one. Raises StoreError.

    A folder whose book was lost looks just like a new one.
    """
    if not engine.is_there and (why := gone(Path(engine.name))):
        raise StoreError(why)


def _is_whole(copy: Copy) -> bool:
    with suppress(StoreError), closing(SqliteEngine(copy.db)) as engine:
        require_whole(engine)
        return True
    return False
