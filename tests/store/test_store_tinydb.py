"""TinyDB is what we talk to, and what people may talk to without us."""

from __future__ import annotations

from pathlib import Path

import pytest
from store_helpers import NOON, a_case, add, edit, open_at
from tinydb import TinyDB, where
from tinydb.operations import increment
from tinydb.table import Document

from tui.store.pages import BookTable, Pages
from tui.store.rows import Row


def test_an_unmodified_tinydb_reads_the_book(tmp_path: Path) -> None:
    add(open_at(tmp_path), a_case(), a_case("Second"))
    with TinyDB(tmp_path / "book.json") as plain:
        cases = plain.table("cases")
        assert [document["subject"] for document in cases] == ["Roaming bill", "Second"]
        found = cases.get(where("subject") == "Second")
        assert isinstance(found, Document)
        assert found.doc_id == found["id"] == 2


def test_what_an_unmodified_tinydb_wrote_is_taken_over(tmp_path: Path) -> None:
    window = open_at(tmp_path)
    add(window, a_case(opened_at=NOON), a_case("Second"))
    with TinyDB(tmp_path / "book.json", indent=2) as plain:
        plain.table("cases").update({"subject": "By hand"}, doc_ids=[2])
        plain.table("mine").insert({"kept": True})
    assert window.poll() is True
    for store in (window, open_at(tmp_path)):
        assert [card.subject for card in store.cards.values()] == ["Roaming bill", "By hand"]
        assert store.get(2).subject == "By hand"
        assert store.get(1).opened_at == NOON
    edit(window, 1, subject="By us")
    with TinyDB(tmp_path / "book.json") as plain:
        assert plain.table("mine").all() == [{"kept": True}]
        assert plain.table("cases").count(where("subject") == "By hand") == 1


def test_cards_that_somebody_threw_away_are_made_again(tmp_path: Path) -> None:
    store = open_at(tmp_path)
    add(store)
    with TinyDB(tmp_path / "book.json") as plain:
        plain.drop_table("cards")
    assert dict(open_at(tmp_path).cards) == dict(store.cards)


@pytest.fixture
def given() -> dict[str, dict[str, Row]]:
    rows = {"1": {"name": "a", "n": 1}, "2": {"name": "b", "n": 2}}
    return {"things": {key: Row.of(row) for key, row in rows.items()}}


@pytest.fixture
def things(given: dict[str, dict[str, Row]]) -> BookTable:
    return Pages(given).page("things")


def test_the_verbs_of_tinydb_work_on_rows(things: BookTable) -> None:
    assert things.insert({"name": "c", "n": 3}) == 3
    assert things.update({"n": 10}, where("name") == "a") == [1]
    assert things.update(increment("n"), doc_ids=[2, 9]) == [2]
    assert things.upsert({"name": "d", "n": 4}, where("name") == "d") == [4]
    assert things.remove(where("name") == "c") == [3]
    assert [(row.doc_id, row["n"]) for row in things] == [(1, 10), (2, 3), (4, 4)]
    assert things.search(where("n") > 3) == [{"name": "a", "n": 10}, {"name": "d", "n": 4}]
    assert things.get(doc_id=2) == {"name": "b", "n": 3}
    assert things.get(doc_id=3) is None
    assert (len(things), things.contains(doc_id=4), things.count(where("n") < 10)) == (3, True, 2)


def test_tables_that_were_given_stay_as_they_are(
    things: BookTable, given: dict[str, dict[str, Row]]
) -> None:
    things.update({"n": 10}, doc_ids=[1])
    things.put(2, {"name": "new"})
    things.remove(doc_ids=[1])
    assert [row.plain() for row in given["things"].values()] == [
        {"name": "a", "n": 1},
        {"name": "b", "n": 2},
    ]


def test_a_search_is_never_answered_from_memory(things: BookTable) -> None:
    assert things.search(where("n") == 1) == [{"name": "a", "n": 1}]
    things.put(1, {"name": "a", "n": 7})
    assert things.search(where("n") == 1) == []
    found = things.search(where("n") == 7)
    found[0]["n"] = 8
    assert things.search(where("n") == 7) == [{"name": "a", "n": 7}]
