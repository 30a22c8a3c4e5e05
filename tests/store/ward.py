"""A book for the doctor: sixty cases, companies, undo, evidence, drafts, copies."""

from __future__ import annotations

import os
import random
import re
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import by_hand
from store_helpers import a_case, add, change, edit, open_at

from tui.cases.case import Case
from tui.cases.company import Company
from tui.cases.event import Event
from tui.cases.lifecycle import apply
from tui.cases.words import EventKind
from tui.store.opening import BOOK

PAGE = 4096
NOW = datetime(2026, 11, 23, 9, 30, 12, tzinfo=UTC)
Place = tuple[str, int]
Files = dict[str, tuple[bytes, int, int]]


def fill(folder: Path, cases: int = 60) -> None:
    """Text that is nowhere twice, so that one can tell on which page it lies."""
    store, chance = open_at(folder, who="anna"), random.Random(7)
    add(store, *(_a_case(chance, n) for n in range(cases)))
    with store.writing(change("company")) as book:
        for n in range(8):
            book.put_company(Company(name=f"Company {n}", note=_text(chance, 300)))
    proof = folder.with_name("proof.txt")
    proof.write_text("proof")
    with store.writing(change("record", 3)) as book:
        piece = book.put_evidence(proof, 1)
        event = Event(at=NOW, kind=EventKind.EVIDENCE, evidence=(piece,))
        book.put(apply(book.case(3), event))
    for n in range(0, cases, 3):
        edit(store, n + 1, details=_text(chance))
    add(store)
    store.undo()  # its number is not given again
    store.drafts.keep("letter", {"subject": "x"})
    store.close()
    forget_copies(folder)


def _a_case(chance: random.Random, n: int) -> Case:
    last = {"later": _text(chance, 300)}
    uid = chance.randbytes(16).hex()
    return a_case(f"Case {n}", uid=uid, details=_text(chance), extra=last)


def _text(chance: random.Random, most: int = 9000) -> str:
    return chance.randbytes(chance.randint(50, most // 2)).hex()


def forget_copies(folder: Path, name: str = "*") -> None:
    """Those that the store made by itself."""
    for path in (folder / "backups").glob(name):
        path.unlink()


def copy_today(folder: Path, name: str = "2026-11-22.db") -> None:
    """A copy as the store makes it every day."""
    (folder / "backups").mkdir(mode=0o700, exist_ok=True)
    shutil.copy(folder / BOOK, folder / "backups" / name)
    (folder / "backups" / name).chmod(0o600)
    noon = datetime.fromisoformat(f"{name.removesuffix('.db')}T12:00Z").timestamp()
    os.utime(folder / "backups" / name, (noon, noon))


def documents(folder: Path) -> dict[Place, bytes]:
    """Every document as it is written."""
    with by_hand.opened(folder / BOOK) as db:
        found = db.execute("SELECT tab, id, body FROM rows").fetchall()
    return {(tab, number): bytes(body) for tab, number, body in found}


def pages_of(folder: Path) -> dict[Place, set[int]]:
    """On which pages each document lies, found by its text alone."""
    data, there = (folder / BOOK).read_bytes(), documents(folder)
    found: dict[Place, set[int]] = {place: set() for place in there}
    for page in range(len(data) // PAGE):
        runs = re.findall(rb"[0-9a-f]{16,}", data[page * PAGE : (page + 1) * PAGE])
        for place, body in there.items():
            # Its first byte may be of the number of a page before it, which looks like a digit.
            if any(run[1:16] in body for run in runs):
                found[place].add(page)
    return found


def zero(folder: Path, page: int) -> None:
    overwrite(folder, page * PAGE, bytes(PAGE))


def overwrite(folder: Path, at: int, data: bytes) -> None:
    with (folder / BOOK).open("r+b") as file:
        file.seek(at)
        file.write(data)


def everything(folder: Path) -> Files:
    """All files with their bytes, modes and times."""
    return {
        str(path.relative_to(folder)): (
            path.read_bytes() if path.is_file() else b"",
            path.lstat().st_mode,
            path.lstat().st_mtime_ns,
        )
        for path in [folder, *sorted(folder.rglob("*"))]
    }


def by_sql(folder: Path, statement: str, *values: object) -> None:
    """Change a book as another program could."""
    with by_hand.opened(folder / BOOK) as db:
        db.execute(statement, values)


def cut_off(folder: Path) -> None:
    """As a process leaves it that is killed while it writes."""
    with closing(sqlite3.connect(folder / BOOK, isolation_level=None)) as db:
        db.execute("PRAGMA cache_size = 1")
        db.execute("BEGIN IMMEDIATE")
        db.execute("UPDATE rows SET body = zeroblob(9000)")
        for side in ("", "-journal"):
            shutil.copy(folder / f"{BOOK}{side}", folder.with_name(f"cut{side}"))
    for side in ("", "-journal"):
        shutil.copy(folder.with_name(f"cut{side}"), folder / f"{BOOK}{side}")
