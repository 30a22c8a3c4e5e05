"""TinyDB is what we talk to: its Table and Query work on the rows of an engine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tinydb import TinyDB, where
from tinydb.operations import delete, increment
from tinydb.table import Document

from tui.store.memory import Memory
from tui.store.rows import Row
from tui.store.sqlite import SqliteEngine
from tui.store.tables import RowTable, Tables

# What differs from stock TinyDB on purpose: nothing is cached, a number is never given twice
# while its document is the highest, and a table without documents is not listed.


@pytest.fixture(params=["file", "memory"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqliteEngine]:
    at = tmp_path / "book.db" if request.param == "file" else None
    engine = SqliteEngine(at, Memory())
    with engine.turn(0):
        yield engine


@pytest.fixture
def things(engine: SqliteEngine) -> RowTable:
    things = Tables(engine).page("things")
    things.insert_multiple([{"name": "a", "n": 1}, {"name": "b", "n": 2}])
    return things


def test_the_verbs_of_tinydb_work_on_rows(things: RowTable) -> None:
    assert things.insert({"name": "c", "n": 3}) == 3
    assert things.update({"n": 10}, where("name") == "a") == [1]
    assert things.update(increment("n"), doc_ids=[2]) == [2]
    assert things.upsert({"name": "d", "n": 4}, where("name") == "d") == [4]
    assert things.remove(where("name") == "c") == [3]
    assert [(row.doc_id, row["n"]) for row in things] == [(1, 10), (2, 3), (4, 4)]
    assert things.search(where("n") > 3) == [{"name": "a", "n": 10}, {"name": "d", "n": 4}]
    assert things.get(doc_id=2) == {"name": "b", "n": 3}
    assert things.get(doc_id=3) is None
    assert (len(things), things.contains(doc_id=4), things.count(where("n") < 10)) == (3, True, 2)
    things.update(delete("n"), doc_ids=[4])
    assert things.get(where("name") == "d") == {"name": "d"}


def test_a_table_is_emptied_and_dropped(engine: SqliteEngine, things: RowTable) -> None:
    tables = Tables(engine)
    tables.page("others").insert({"kept": True})
    assert tables.tables() == {"things", "others"}
    things.truncate()
    assert things.all() == []
    tables.drop_table("others")
    assert tables.tables() == set()


def test_only_what_was_changed_is_written(engine: SqliteEngine, things: RowTable) -> None:
    things._rows.seq = 7
    things.update({"n": 2}, where("n") > 0)
    written = engine.ask("SELECT id FROM rows WHERE seq = 7")
    assert written == [(1,)], "the other had that number already"


def test_a_document_is_replaced_whole(things: RowTable) -> None:
    things.put(2, {"name": "new"})
    assert things.get(doc_id=2) == {"name": "new"}
    things.drop(2)
    things.drop(2)
    assert things.get(doc_id=2) is None


def test_a_search_is_never_answered_from_memory(things: RowTable) -> None:
    assert things.search(where("n") == 1) == [{"name": "a", "n": 1}]
    things.put(1, {"name": "a", "n": 7})
    assert things.search(where("n") == 1) == []
    found = things.search(where("n") == 7)
    found[0]["n"] = 8
    assert things.search(where("n") == 7) == [{"name": "a", "n": 7}]


def test_a_document_is_one_of_tinydb(things: RowTable) -> None:
    found = things.get(where("name") == "b")
    assert isinstance(found, Document)
    assert found.doc_id == 2


def test_numbers_come_from_the_rows_and_not_from_memory(engine: SqliteEngine) -> None:
    first, second = Tables(engine).page("things"), Tables(engine).page("things")
    assert [first.insert({}), second.insert({}), first.insert({})] == [1, 2, 3]


def test_stock_tinydb_and_ours_do_the_same(things: RowTable, tmp_path: Path) -> None:
    """The contract with the library: an upgrade of it must not change what we build on."""
    with TinyDB(tmp_path / "stock.json") as stock:
        theirs = stock.table("things")
        theirs.insert_multiple([{"name": "a", "n": 1}, {"name": "b", "n": 2}])
        for table in (theirs, things):
            table.insert({"name": "é", "tags": ["x", "y"], "in": {"n": 5}})
            table.update({"n": 3}, where("n").one_of([1, 9]))
            table.upsert(table.document_class({"name": "z"}, doc_id=9))
            table.remove(doc_ids=[2])
        queries = [
            where("in").n == 5, where("tags").any(["y"]), where("name").matches("[a-é]"),
            where("n").exists(), ~(where("n") == 3), (where("n") == 3) | (where("name") == "z"),
        ]  # fmt: skip
        for query in queries:
            assert things.search(query) == theirs.search(query)
        assert [row.doc_id for row in things] == [row.doc_id for row in theirs]


def test_a_row_stays_unread_until_it_is_asked(things: RowTable) -> None:
    row = things.row(1)
    assert isinstance(row, Row)
    assert (row["n"], sorted(row), len(row)) == (1, ["n", "name"], 2)
