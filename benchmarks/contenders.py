"""What is measured: this project's store, TinyDB as shipped, and plain SQLite in two ways.

Each keeps the same cases and brings a change to the disk before it goes on.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Protocol

import msgspec
from cases import NOON
from msgspec.structs import replace
from tinydb import Query, TinyDB
from tinydb.storages import JSONStorage

from tui.cases.card import Card, card_of
from tui.cases.case import Case
from tui.cases.record import to_plain
from tui.store.connecting import PRAGMAS
from tui.store.contract import Change
from tui.store.opening import open_store

COMPANY = "Meteor"
Open = Callable[[Path], "Contender"]


class Contender(Protocol):
    """An open book. Opened means: what a board shows of each case is in memory."""

    def get(self, number: int) -> object:
        """One case, whole."""

    def find(self) -> int:
        """How many cases one company has, as a list would ask."""

    def change(self, number: int, text: str) -> None:
        """One field of one case, on the disk when this returns."""

    def close(self) -> None:
        """Let go of the files."""


class Upheld:
    """The store of this project, with its journal, cards and index for the search."""

    def __init__(self, folder: Path) -> None:
        self.store = open_store(folder, at=lambda: NOON, who="bench")

    def get(self, number: int) -> object:
        return self.store.get(number)

    def find(self) -> int:
        return sum(card.company == COMPANY for card in self.store.cards.values())

    def change(self, number: int, text: str) -> None:
        with self.store.writing(Change(verb="edit", case=number, at=NOON)) as book:
            book.put(replace(book.case(number), done_already=text))

    def close(self) -> None:
        self.store.close()


def fill_upheld(folder: Path, cases: Iterable[Case]) -> None:
    store = open_store(folder, at=lambda: NOON, who="bench")
    with store.writing(Change(verb="import", at=NOON, undoable=False)) as book:
        for case in cases:
            book.add(case)
    store.close()


class Stock:
    """TinyDB as it is installed, with the storage that it has by default, and a board's cards."""

    def __init__(self, folder: Path) -> None:
        self.db = TinyDB(folder / "stock.json", storage=JSONStorage)
        self.cards = [[case.doc_id, *map(case.get, FIELDS)] for case in self.db]

    def get(self, number: int) -> object:
        return self.db.get(doc_id=number)

    def find(self) -> int:
        self.db.clear_cache()  # it would count what it found before, not what is there now
        return len(self.db.search(Query().company == COMPANY))

    def change(self, number: int, text: str) -> None:
        self.db.update({"done_already": text}, doc_ids=[number])

    def close(self) -> None:
        self.db.close()


def fill_stock(folder: Path, cases: Iterable[Case]) -> None:
    rows = {str(n): {**to_plain(case), "id": n} for n, case in enumerate(cases, 1)}
    (folder / "stock.json").write_text(json.dumps({"_default": rows}))


class Plain:
    """One row a case, with its JSON; a board is what `query` finds."""

    def __init__(self, folder: Path, name: str, query: str) -> None:
        self.db = _connected(folder / name)
        self.cards = self.db.execute(query).fetchall()

    def get(self, number: int) -> object:
        (body,) = self.db.execute("SELECT body FROM cases WHERE id = ?", (number,)).fetchone()
        return json.loads(body)

    def find(self) -> int:
        return sum(COMPANY in card for card in self.cards)

    def change(self, number: int, text: str) -> None:
        self.db.execute("BEGIN IMMEDIATE")
        (body,) = self.db.execute("SELECT body FROM cases WHERE id = ?", (number,)).fetchone()
        body = json.dumps({**json.loads(body), "done_already": text}, ensure_ascii=False)
        self.db.execute("UPDATE cases SET body = ? WHERE id = ?", (body, number))
        self.db.execute("COMMIT")

    def close(self) -> None:
        self.db.close()


class Column(Plain):
    """A JSON column: what a board shows is taken out of each body by SQLite."""

    def __init__(self, folder: Path) -> None:
        fields = ", ".join(f"body ->> '{field}'" for field in FIELDS)
        super().__init__(folder, "column.db", f"SELECT id, {fields} FROM cases")


class Columns(Plain):
    """What a board shows has columns of its own."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, "columns.db", f"SELECT id, {_names(CARD)} FROM cases")


# What stands in a case as it stands on its card; the rest of a card has to be worked out.
FIELDS = ("company", "subject", "problem", "urgency", "stage", "outcome", "step", "playbook")
FIELDS += ("timezone", "amount", "deadlines", "tags")
CARD = tuple(field for field in Card.__struct_fields__ if field not in ("id", "uid"))


def fill_column(folder: Path, cases: Iterable[Case]) -> None:
    with closing(_connected(folder / "column.db")) as db:
        db.execute("CREATE TABLE cases (id INTEGER PRIMARY KEY, body TEXT)")
        db.execute("BEGIN")
        db.executemany("INSERT INTO cases VALUES (?, ?)", map(_body, enumerate(cases, 1)))
        db.execute("COMMIT")


def fill_columns(folder: Path, cases: Iterable[Case]) -> None:
    with closing(_connected(folder / "columns.db")) as db:
        db.execute(f"CREATE TABLE cases (id INTEGER PRIMARY KEY, body TEXT, {_names(CARD)})")
        db.execute("BEGIN")
        marks = ", ".join("?" * (len(CARD) + 2))
        rows = ((*_body(each), *_columns(each[1])) for each in enumerate(cases, 1))
        db.executemany(f"INSERT INTO cases VALUES ({marks})", rows)
        db.execute("COMMIT")


def _body(numbered: tuple[int, Case]) -> tuple[int, str]:
    number, case = numbered
    return number, json.dumps({**to_plain(case), "id": number, "revision": 1}, ensure_ascii=False)


def _columns(case: Case) -> list[object]:
    card = msgspec.to_builtins(card_of(case))
    values = dict(zip(Card.__struct_fields__, card, strict=True))
    return [v if isinstance(v, str | int | None) else json.dumps(v) for v in map(values.get, CARD)]


def _names(fields: Iterable[str]) -> str:
    return ", ".join(f'"{field}"' for field in fields)


def _connected(path: Path) -> sqlite3.Connection:
    """With the settings of this project, so that only the work differs."""
    db = sqlite3.connect(path, isolation_level=None)
    for pragma in PRAGMAS:
        db.execute(f"PRAGMA {pragma}")
    return db


CONTENDERS: dict[str, tuple[Open, Callable[[Path, Iterable[Case]], None]]] = {
    "upheld": (Upheld, fill_upheld),
    "tinydb": (Stock, fill_stock),
    "json column": (Column, fill_column),
    "columns": (Columns, fill_columns),
}
