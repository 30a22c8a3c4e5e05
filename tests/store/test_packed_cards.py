"""Cards in memory are packed: what is read of them is what was put, whoever still looks."""

from __future__ import annotations

from pathlib import Path

import pytest
from store_helpers import a_case, add, edit, open_at

from tui.store.opening import BOOK
from tui.store.sqlite import SqliteEngine


def test_what_is_read_is_the_newest_and_a_token_tells_what_it_was(tmp_path: Path) -> None:
    store = open_at(tmp_path)
    add(store, a_case(), a_case("Лишнее \udce9"), a_case("Third"))
    cards, seen = store.cards, store.cards.version
    before, all_before = cards.tokens()[3], list(cards.values())
    edit(store, 3, subject="Another")
    assert cards.version != seen
    assert (cards[3].subject, cards.at_hand()[3].subject) == ("Another", "Another")
    assert cards.read(before) == all_before[2] != cards[3]
    assert cards.tokens()[1] is cards.tokens()[1]
    assert cards.tokens()[3] is not before
    assert [card.id for card in cards.values()] == list(cards) == [1, 2, 3]


def test_cards_may_change_while_somebody_goes_through_them(tmp_path: Path) -> None:
    store = open_at(tmp_path)
    add(store, a_case(), a_case(), a_case())
    seen = []
    for card in store.cards.values():
        edit(store, card.id, subject="Changed")
        if card.id == 1:
            add(store, a_case())
        seen.append(card.id)
    assert seen == [1, 2, 3]
    assert [card.subject for card in store.cards.values()][:3] == ["Changed"] * 3


def test_of_very_many_none_stays_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_at(tmp_path)
    add(store, a_case(), a_case("Second"))
    monkeypatch.setattr("tui.store.packed_cards._MOST", 1)
    assert store.cards.at_hand()[1] is not store.cards.at_hand()[1]
    assert [card.subject for card in store.cards.values()] == ["Roaming bill", "Second"]


def test_what_was_read_is_forgotten_when_nobody_asks(tmp_path: Path) -> None:
    store = open_at(tmp_path)
    add(store, a_case())
    first = store.cards.at_hand()[1]
    store.poll()
    assert store.cards.at_hand()[1] is first
    for _ in range(3):
        store.poll()
    assert store.cards.at_hand()[1] is not first
    assert store.cards.at_hand()[1] == first


def test_one_of_many_is_found_without_the_others(tmp_path: Path) -> None:
    """Also where a card cannot be packed, or is of another version."""
    store = open_at(tmp_path)
    add(store, a_case("One"), a_case("Лишнее \udce9"), a_case("Third"), a_case("Third, again"))
    engine = SqliteEngine(tmp_path / BOOK)
    with engine.turn(5):
        engine.do("UPDATE cards SET shape = 1 WHERE id = 4")
    fresh = open_at(tmp_path)
    wanted = "Third"
    assert [card.id for card in fresh.cards.mentioning(wanted)] == [2, 3, 4]
    assert fresh.cards._tokens == {}  # type: ignore[attr-defined]
    assert list(fresh.cards) == [1, 2, 3, 4]
    assert [card.id for card in fresh.cards.mentioning(wanted)] == [2, 3, 4]
