"""What the tests of the store share."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import by_hand
from msgspec.structs import replace

import tui
from tui.cases.case import Case
from tui.cases.words import Problem
from tui.store.contract import Change, Store
from tui.store.memory import Memory
from tui.store.opening import BOOK, memory_store, open_store

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
WORKER = Path(__file__).with_name("store_worker.py")


def a_case(subject: str = "Roaming bill", **facts: Any) -> Case:
    return Case(company="Meteor", subject=subject, problem=Problem.BILLING, **facts)


def change(verb: str = "edit", case: int = 0) -> Change:
    return Change(verb=verb, case=case, at=NOON)


def open_at(folder: Path, patience: float = 5, who: str = "") -> Store:
    return open_store(folder, at=lambda: NOON, patience=patience, who=who)


def add(store: Store, *cases: Case) -> list[Case]:
    with store.writing(change("add")) as book:
        return [book.add(case) for case in cases or (a_case(),)]


def edit(store: Store, number: int, **facts: Any) -> Case:
    with store.writing(change("edit", number)) as book:
        return book.put(replace(book.case(number), **facts))


@dataclass
class Desk:
    """A place where windows on one book are opened: a folder, or a piece of memory."""

    folder: Path | None = None
    memory: Memory = field(default_factory=Memory)

    def window(self, patience: float = 5, who: str = "") -> Store:
        if self.folder is None:
            return memory_store(self.memory, at=lambda: NOON, patience=patience, who=who)
        return open_at(self.folder, patience, who)

    @property
    def book(self) -> Path | Memory:
        return self.folder / BOOK if self.folder else self.memory

    def kept(self) -> object:
        """All that is in the book; two equal answers mean that nothing was written."""
        return by_hand.kept(self.book)


def worker(folder: Path, *words: str) -> subprocess.Popen[str]:
    """A real process that works on the book in `folder`; see store_worker.py."""
    return subprocess.Popen(
        [sys.executable, str(WORKER), str(folder), *words],
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def environment() -> dict[str, str]:
    """What a worker needs to find what it imports."""
    paths = (Path(tui.__file__).parents[1], Path(by_hand.__file__).parent)
    return {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, paths))}


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def cut_off(book: Path) -> None:
    """Leave a database as a process leaves it that dies while its change is being written."""
    journal = book.with_name(f"{book.name}-journal")
    with closing(sqlite3.connect(book, isolation_level=None)) as db:
        db.execute("PRAGMA cache_size = 1")
        db.execute("BEGIN")
        db.execute("CREATE TABLE half AS SELECT zeroblob(100000)")
        found = {path: path.read_bytes() for path in (book, journal)}
    for path, data in found.items():
        path.write_bytes(data)
