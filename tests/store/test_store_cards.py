"""Cards are kept beside the cases, so that opening reads no case."""

from __future__ import annotations

from pathlib import Path

import pytest
from by_hand import opened
from store_helpers import a_case, add, edit, open_at

from tui.cases.card import Card, card_of
from tui.cases.case import Case
from tui.store import cards
from tui.store.contract import Store
from tui.store.opening import BOOK
from tui.store.sqlite import SqliteEngine

Kept = tuple[int, int, bytes | None]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    add(open_at(tmp_path), a_case(), a_case("Лишнее \udce9", tags=("a",)), a_case("Third"))
    return tmp_path / BOOK


def kept(book: Path) -> dict[int, Kept]:
    with opened(book) as db:
        return {
            number: rest for number, *rest in db.execute("SELECT id, mark, shape, card FROM cards")
        }


def put(book: Path, number: int, **columns: object) -> None:
    with opened(book) as db:
        for column, value in columns.items():
            db.execute(f"UPDATE cards SET {column} = ? WHERE id = ?", (value, number))


def cards_are_right(store: Store) -> bool:
    return dict(store.cards) == {case.id: card_of(case) for case in store.all()}


def test_opening_reads_no_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(open_at(tmp_path), *(a_case(f"Case {n}") for n in range(50)))
    read: list[int] = []
    real_row = SqliteEngine.row

    def row(engine: SqliteEngine, tab: str, number: int) -> object:
        read.append(number)
        return real_row(engine, tab, number)

    monkeypatch.setattr(SqliteEngine, "row", row)
    open_at(tmp_path).backups.make()  # that of the day, which reads all, is there
    read.clear()
    store = open_at(tmp_path)
    assert [card.subject for card in store.cards.values()] == [f"Case {n}" for n in range(50)]
    assert read == []
    edit(store, 7, subject="Changed")
    assert set(read) == {7}


@pytest.mark.parametrize("wrong", [b"", b"\x00", b"\x93\x01\x02\x03"])
def test_what_is_no_card_is_made_again(book: Path, wrong: bytes) -> None:
    whole = kept(book)
    put(book, 1, card=wrong)
    store = open_at(book.parent)
    assert cards_are_right(store)
    edit(store, 3, subject="Anything")
    assert kept(book)[1] == whole[1]


def test_cards_of_another_version_are_made_again(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = kept(book)
    for number in (1, 3):
        put(book, number, shape=1)
    made: list[int] = []

    def making(case: Case) -> Card:
        made.append(case.id)
        return card_of(case)

    monkeypatch.setattr(cards, "card_of", making)
    store = open_at(book.parent)
    assert made == []
    # The second holds half a surrogate pair, which no card can keep.
    assert list(store.cards) == made == [1, 2, 3]
    assert cards_are_right(store)
    edit(store, 3, subject="Newer")
    assert kept(book)[1] == whole[1]
    assert kept(book)[3][1] == whole[3][1]


def test_a_case_that_was_taken_away_leaves_word_of_it(book: Path) -> None:
    here, there = open_at(book.parent), open_at(book.parent)
    add(here, a_case("Mistake"))
    there.poll()
    here.undo()
    assert kept(book)[4][2] is None
    assert there.poll() is True
    assert list(there.cards) == list(open_at(book.parent).cards) == [1, 2, 3]
