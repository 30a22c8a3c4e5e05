"""The tables of a book in SQLite, and how an older book becomes one of today."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from uuid import uuid4

from tui.store.stems import version

# "uphd" in ASCII: tells a book of ours from any other SQLite file.
APPLICATION = 0x75706864

# `rows`: documents of every TinyDB table. `cards`: what lists and board need of a case; a case
# that was taken away leaves an empty card, so that other windows hear of it and its number is
# never given again. `changes`: who did what, and what it replaced. `seq` is the number of the
# change that last touched a row. `facts`: what the book knows of itself.
_FIRST = """
CREATE TABLE rows (
  tab TEXT NOT NULL, id INTEGER NOT NULL, seq INTEGER NOT NULL, crc INTEGER NOT NULL,
  body BLOB NOT NULL, PRIMARY KEY (tab, id));
CREATE TABLE cards (
  id INTEGER PRIMARY KEY, seq INTEGER NOT NULL, mark INTEGER NOT NULL, shape INTEGER NOT NULL,
  card BLOB);
CREATE INDEX cards_by_seq ON cards (seq);
CREATE TABLE changes (
  seq INTEGER PRIMARY KEY, who TEXT NOT NULL, undoes INTEGER NOT NULL, undone INTEGER NOT NULL,
  entry BLOB NOT NULL);
CREATE TABLE facts (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
"""

# The stems of each piece of a case. They are letters and digits between blanks: so the plainest
# tokenizer does, of which all versions of SQLite make the same words.
WORDS = "CREATE VIRTUAL TABLE words USING fts5 (text, tokenize = 'ascii')"


def _first(db: sqlite3.Connection) -> None:
    for statement in filter(None, map(str.strip, _FIRST.split(";"))):
        db.execute(statement)
    db.execute(WORDS)
    db.execute("INSERT INTO facts VALUES ('stems', ?)", (version(),))
    # Another book in the place of this one has another name, whatever the number of its change.
    db.execute("INSERT INTO facts VALUES ('book', ?)", (uuid4().hex,))


# One function a version; each runs once, in one transaction with the number that it leads to.
MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (_first,)
NEWEST = len(MIGRATIONS)


def version_of(db: sqlite3.Connection) -> int:
    """The version of the tables; 0 of a file in which there is nothing yet."""
    found: int = db.execute("PRAGMA user_version").fetchone()[0]
    return found


def is_ours(db: sqlite3.Connection) -> bool:
    """Whether the file is a book, or is empty and may become one.

    A file in which no table can be seen need not be empty: what was written last may lie beside it.
    """
    (application,) = db.execute("PRAGMA application_id").fetchone()
    db.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # fails where that is damaged
    (pages,) = db.execute("PRAGMA page_count").fetchone()
    return bool(application == APPLICATION or pages == 0)


def migrate(db: sqlite3.Connection) -> None:
    """Bring the tables to the newest version. Call it inside a transaction."""
    for number, step in enumerate(MIGRATIONS[version_of(db) :], version_of(db) + 1):
        step(db)
        db.execute(f"PRAGMA user_version = {number}")
    db.execute(f"PRAGMA application_id = {APPLICATION}")
