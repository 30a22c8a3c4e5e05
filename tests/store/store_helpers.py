"""What the tests of the store share."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from msgspec.structs import replace

import tui
from tui.cases.case import Case
from tui.cases.words import Problem
from tui.store.contract import Change, Store
from tui.store.opening import memory_store, open_store
from tui.store.storage import Memory

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
WORKER = Path(__file__).with_name("store_worker.py")


def a_case(subject: str = "Roaming bill", **facts: Any) -> Case:
    return Case(company="Meteor", subject=subject, problem=Problem.BILLING, **facts)


def change(verb: str = "edit", case: int = 0) -> Change:
    return Change(verb=verb, case=case, at=NOON)


def open_at(folder: Path, patience: float = 5) -> Store:
    return open_store(folder, at=lambda: NOON, patience=patience)


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

    def window(self, patience: float = 5) -> Store:
        if self.folder is None:
            return memory_store(self.memory, at=lambda: NOON, patience=patience)
        return open_at(self.folder, patience)

    def bytes(self) -> bytes | None:
        if self.folder is None:
            return self.memory.data
        book = self.folder / "book.json"
        return book.read_bytes() if book.exists() else None


def worker(folder: Path, *words: str) -> subprocess.Popen[str]:
    """A real process that works on the book in `folder`; see store_worker.py."""
    return subprocess.Popen(
        [sys.executable, str(WORKER), str(folder), *words],
        env={**os.environ, "PYTHONPATH": str(Path(tui.__file__).parents[1])},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
