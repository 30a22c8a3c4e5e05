"""Cards are kept beside the cases, and never believed more than the cases."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from store_helpers import a_case, add, edit, open_at

from tui.cases.card import Card, card_of
from tui.cases.case import Case
from tui.store import cards
from tui.store.contract import Store
from tui.store.rows import Row

Plain = dict[str, Any]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    add(open_at(tmp_path), a_case(), a_case("Лишнее \udce9", tags=("a",)))
    return tmp_path / "book.json"


def rewrite(book: Path, **rows: Plain) -> None:
    """Put `rows` among the cards, in a file that looks as we write it."""
    plain = json.loads(book.read_bytes())
    plain["cards"] |= rows
    book.write_text(json.dumps(plain, separators=(",", ":")))


def kept(book: Path) -> dict[str, Plain]:
    found: dict[str, Plain] = json.loads(book.read_bytes())["cards"]
    return found


def cards_are_right(store: Store) -> bool:
    return dict(store.cards) == {case.id: card_of(case) for case in store.all()}


def test_opening_reads_no_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(open_at(tmp_path), *(a_case(f"Case {n}") for n in range(50)))
    read: list[Row] = []
    real_plain = Row.plain

    def plain(row: Row) -> Plain:
        read.append(row)
        return real_plain(row)

    monkeypatch.setattr(Row, "plain", plain)
    store = open_at(tmp_path)
    assert [card.subject for card in store.cards.values()] == [f"Case {n}" for n in range(50)]
    assert all("format" in real_plain(row) for row in read)
    edit(store, 7, subject="Changed")
    assert {real_plain(row).get("id") for row in read} == {None, 7}


@pytest.mark.parametrize("wrong", [{}, {"mark": 1}, {"mark": 1, "shape": 1, "card": [1]}])
def test_what_is_no_card_is_made_again(book: Path, wrong: Plain) -> None:
    whole = kept(book)
    rewrite(book, **{"1": wrong, "9": wrong})
    store = open_at(book.parent)
    assert cards_are_right(store)
    edit(store, 2, subject="Anything")
    assert kept(book)["1"] == whole["1"]
    assert "9" not in kept(book)


def test_a_card_that_was_changed_is_made_again(book: Path) -> None:
    row = kept(book)["1"]
    row["card"][4] = "Another subject"
    rewrite(book, **{"1": row})
    assert cards_are_right(open_at(book.parent))


def test_cards_of_another_version_are_made_again(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = kept(book)
    with monkeypatch.context() as patch:
        patch.setattr(cards, "_SHAPE", 1)
        older = open_at(book.parent)
        edit(older, 2, subject="Older")
    assert kept(book)["1"]["shape"] == 1
    made: list[int] = []

    def making(case: Case) -> Card:
        made.append(case.id)
        return card_of(case)

    monkeypatch.setattr(cards, "card_of", making)
    store = open_at(book.parent)
    assert made == [1, 2]
    assert cards_are_right(store)
    edit(store, 2, subject="Newer")
    assert kept(book)["1"] == whole["1"]
