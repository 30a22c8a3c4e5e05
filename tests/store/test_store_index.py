"""The index for the search is that of the cases, whatever was done to them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import by_hand
import pytest
from store_helpers import Desk, a_case, add, edit, open_at
from store_index import engine_of, event
from store_visitors import seen_read_only

from tui.store import index
from tui.store.contract import Store
from tui.store.opening import BOOK
from tui.store.sqlite import SqliteEngine
from tui.store.stems import version

EARLIER = Path(__file__).with_name("earlier") / "book.json"


@pytest.fixture
def engine(desk: Desk, store: Store) -> Iterator[SqliteEngine]:
    engine = engine_of(desk)
    yield engine
    engine.close()


def test_an_event_more_is_one_row_more(store: Store, engine: SqliteEngine) -> None:
    add(store, a_case(details="old", timeline=(event("one"), event("two"))))
    before = {(n, piece): words for n, piece, words in engine.words()}
    edit(store, 1, timeline=(event("one"), event("two"), event("three")))
    after = {(n, piece): words for n, piece, words in engine.words()}
    assert after.items() - before.items() == {((1, 12), "three")}


def test_words_that_differ_from_the_case_are_noticed(desk: Desk, store: Store) -> None:
    add(store, a_case(details="kettle"))
    plain = by_hand.rows_in(desk.book)["cases"][1]
    by_hand.put_row(desk.book, "cases", 1, {**plain, "details": "toaster"})
    engine = engine_of(desk)
    assert not index.is_whole(engine)
    with engine.turn(1):
        index.rebuild(engine)
    assert index.is_whole(engine)
    assert len(store.search("toaster")) == 1
    assert store.search("kettle") == ()


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM words WHERE rowid & 16777215 = 0",
        "UPDATE words SET text = 'x'",
        "INSERT INTO words (rowid, text) VALUES (9 << 24, 'x')",
        "UPDATE words_content SET c0 = 'x' WHERE id & 16777215 = 1",
        "UPDATE words_data SET block = zeroblob(length(block)) WHERE id > 100",
        "UPDATE facts SET value = 'of a later version' WHERE name = 'stems'",
    ],
)
def test_damage_is_noticed_and_mended(
    desk: Desk, store: Store, engine: SqliteEngine, damage: str
) -> None:
    add(store)
    assert index.is_whole(engine)
    with by_hand.opened(desk.book) as db:
        db.execute(damage)
    assert not index.is_whole(engine_of(desk))
    with engine.turn(1):
        index.rebuild(engine)
    assert index.is_whole(engine)
    assert len(store.search("roaming")) == 1


def test_an_index_of_another_version_is_made_anew_by_the_first_search(
    desk: Desk, store: Store, engine: SqliteEngine
) -> None:
    add(store)
    with by_hand.opened(desk.book) as db:
        db.execute("UPDATE facts SET value = 'older' WHERE name = 'stems'")
        db.execute("UPDATE words SET text = 'roamings'")
    add(store, a_case("Roamings"))  # which is not older
    assert engine.fact("stems") not in ("older", version())  # neither finds all in it
    assert {hit.number for hit in store.search("roaming")} == {1, 2}
    assert index.is_whole(engine)
    assert add(store)[0].id == 3
    assert index.is_of_today(engine)


def older(folder: Path) -> None:
    """A book whose index another version made."""
    add(open_at(folder))
    with by_hand.opened(folder / BOOK) as db:
        db.execute("UPDATE facts SET value = 'older' WHERE name = 'stems'")


def test_beside_somebody_who_writes_one_searches_what_there_is(tmp_path: Path) -> None:
    older(tmp_path)
    with closing(sqlite3.connect(tmp_path / BOOK, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")  # never over
        assert len(open_at(tmp_path, patience=0).search("bill")) == 1


@pytest.mark.parametrize("make", [older, lambda folder: add(open_at(folder))])
def test_who_may_not_write_searches_what_there_is(
    tmp_path: Path, make: Callable[[Path], object]
) -> None:
    make(tmp_path / "book")
    with seen_read_only(tmp_path / "book", tmp_path / "seen"):
        store = open_at(tmp_path / "seen")
        assert [hit.text for hit in store.search("bills")] == ["Roaming bill"]


def test_a_book_of_the_earlier_store_is_searched(tmp_path: Path) -> None:
    (tmp_path / "book.json").write_bytes(EARLIER.read_bytes())
    store = open_at(tmp_path)
    assert index.is_whole(SqliteEngine(tmp_path / BOOK))
    for case in store.all():
        assert case.id in {hit.number for hit in store.search(case.subject, limit=1000)}


def test_a_case_that_cannot_be_read_hides_no_other(desk: Desk, store: Store) -> None:
    add(store, a_case(), a_case())
    by_hand.put_text(desk.book, "cases", 1, b"{")
    assert [(hit.number, hit.text) for hit in store.search("roaming")] == [
        (2, "Roaming bill"),
        (1, ""),
    ]
    engine = engine_of(desk)
    with engine.turn(1):
        index.rebuild(engine)
    assert [hit.number for hit in store.search("roaming")] == [2]


def test_a_number_beyond_all_numbers_is_no_trouble(desk: Desk, store: Store) -> None:
    (case,) = add(store)
    plain = by_hand.rows_in(desk.book)["cases"][1]
    by_hand.put_row(desk.book, "cases", 2**50, {**plain, "id": 2**50, "uid": "far"})
    assert add(store, a_case("Kettle"))[0].id == 2**50 + 1
    assert len(store.search("roaming")) == 1
    assert index.is_whole(engine_of(desk))
    store.undo()
    assert case.id in store.cards
