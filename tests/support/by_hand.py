"""A book as one sees and changes it with SQLite alone, without the store."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from tui.store.memory import Memory

Plain = dict[str, Any]

TABLES = ("rows", "cards", "changes", "facts")


@contextmanager
def opened(book: Path | Memory) -> Iterator[sqlite3.Connection]:
    """A connection that commits at the end."""
    if isinstance(book, Memory):
        yield book.db
        return
    with closing(sqlite3.connect(book)) as db, db:
        yield db


def kept(book: Path | Memory) -> list[tuple[Any, ...]] | None:
    """All that is in a book; None where there is none."""
    if isinstance(book, Path) and not book.exists():
        return None
    with opened(book) as db:
        (there,) = db.execute("PRAGMA user_version").fetchone()
        if not there:
            return None
        return [row for table in TABLES for row in db.execute(f"SELECT * FROM {table}")]


def rows_in(book: Path | Memory) -> dict[str, dict[int, Plain]]:
    """The documents of all tables."""
    found: dict[str, dict[int, Plain]] = {}
    with opened(book) as db:
        for table, number, body in db.execute("SELECT tab, id, body FROM rows ORDER BY tab, id"):
            found.setdefault(table, {})[number] = json.loads(body)
    return found


def text_of(book: Path | Memory, table: str, number: int) -> bytes:
    """One document as it is written."""
    with opened(book) as db:
        where = "SELECT body FROM rows WHERE tab = ? AND id = ?"
        (body,) = db.execute(where, (table, number)).fetchone()
    return bytes(body)


def put_row(book: Path | Memory, table: str, number: int, plain: Plain) -> None:
    """Write a document as another program would that knows the format."""
    put_text(book, table, number, json.dumps(plain, ensure_ascii=False).encode())


def put_text(book: Path | Memory, table: str, number: int, body: bytes) -> None:
    with opened(book) as db:
        row = (table, number, 0, zlib.crc32(body), body)
        db.execute("INSERT OR REPLACE INTO rows VALUES (?, ?, ?, ?, ?)", row)
