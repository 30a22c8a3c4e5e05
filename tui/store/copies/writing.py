"""One copy in two formats."""

from __future__ import annotations

import os
from contextlib import closing
from datetime import datetime
from pathlib import Path

from tui.cases.errors import BadInput
from tui.cases.sentence import Sentence, say
from tui.store.connecting import SIDES
from tui.store.copies.plain import write_plain
from tui.store.disk import (
    fresh_file,
    paths_in,
    private_folder,
    reading_from,
    sync_folder,
    writing_to,
)
from tui.store.errors import BrokenBook
from tui.store.sqlite import SqliteEngine
from tui.store.troubles import broken

_SHA256 = 64  # characters


def write_both(engine: SqliteEngine, db: Path, plain: Path, at: datetime) -> None:
    """Both get their names when both are whole. The plain one is made from the copy, and not
    from the book, which others go on writing.

    Raises StoreError; BrokenBook, which names the book, where that is not whole.
    """
    tmp, plain_tmp = db.with_suffix(".tmp"), plain.with_suffix(".json.tmp")
    with writing_to(db):
        try:
            engine.copy_to(tmp)
            with closing(SqliteEngine(tmp)) as copied:
                write_plain(copied, plain_tmp, at)
            plain_tmp.replace(plain)
            tmp.replace(db)
            sync_folder(db.parent)
        except BrokenBook as error:
            problem = error.sentence.values.get("problem")
            told = problem if isinstance(problem, Sentence) else say("it is damaged")
            raise broken(engine.name, told) from error
        finally:
            for left in (tmp, plain_tmp):
                left.unlink(missing_ok=True)


def write_elsewhere(home: Path, engine: SqliteEngine, target: Path, at: datetime) -> None:
    """All of the data folder `home` that is kept, in a new folder that can be one itself.

    Raises BadInput where something is there already, StoreError; BrokenBook where the book is
    damaged, of which the bytes are copied then.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise BadInput("“{folder}” is not empty: name a new folder.", folder=str(target))
    with writing_to(target):
        private_folder(target)
    for path in paths_in(home / "evidence"):
        if len(path.name) == _SHA256:
            _copy_file(path, target / "evidence" / path.name)
    book = Path(engine.name)
    try:
        write_both(engine, target / "book.db", target / "copy.json", at)
    except BrokenBook as error:
        if not book.is_file():
            raise
        for side in ("", *SIDES):
            if Path(f"{book}{side}").exists():
                _copy_file(Path(f"{book}{side}"), target / f"book.db{side}")
        raise BrokenBook(
            "All is copied to “{folder}”, but the book in it is as damaged as “{file}” is. To look "
            "what can be saved: upheld doctor",
            folder=str(target),
            file=str(book),
        ) from error


def _copy_file(source: Path, target: Path) -> None:
    from shutil import copyfileobj  # slow to load: it knows archives too

    with reading_from(source), source.open("rb") as old, writing_to(target):
        private_folder(target.parent)
        with fresh_file(target.with_name(f"{target.name}.tmp")) as descriptor:
            with open(descriptor, "wb", closefd=False) as new:
                copyfileobj(old, new)
            os.fsync(descriptor)
            target.with_name(f"{target.name}.tmp").replace(target)
