"""What the desk relies on, whichever engine is under the store."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace
from store_helpers import NOON, Desk, a_case, add, change, edit

from tui.cases.card import card_of
from tui.cases.company import Company
from tui.cases.errors import BadInput, NotFound
from tui.store.contract import Store
from tui.store.errors import Conflict, StoreBusy

METEOR = Company(name="Meteor")


def test_an_empty_book_is_opened_and_nothing_is_made(desk: Desk, store: Store) -> None:
    assert dict(store.cards) == {}
    assert list(store.all()) == []
    assert store.companies() == ()
    assert store.poll() is False
    assert desk.kept() is None
    assert desk.folder is None or not desk.folder.exists()


def test_what_is_not_there_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound):
        store.get(1)
    assert store.company("Meteor") is None


def test_a_new_case_gets_number_uid_and_revision(store: Store) -> None:
    first, second = add(store, a_case(opened_at=NOON), a_case())
    assert (first.id, first.revision, first.opened_at) == (1, 1, NOON)
    assert (second.id, second.revision, second.opened_at) == (2, 1, None)
    assert len(first.uid) == 32
    assert first.uid != second.uid
    assert store.get(1) == first


def test_a_case_that_brings_a_uid_keeps_it_and_comes_once(store: Store) -> None:
    (case,) = add(store, a_case(uid="made-elsewhere"))
    assert case.uid == "made-elsewhere"
    with pytest.raises(Conflict), store.writing(change()) as book:
        book.add(a_case("Again", uid="made-elsewhere"))
    assert len(store.cards) == 1


def test_each_put_makes_the_next_revision(store: Store) -> None:
    add(store)
    with store.writing(change()) as book:
        second = book.put(replace(book.case(1), subject="Two"))
        third = book.put(replace(second, subject="Three"))
    assert (second.revision, third.revision) == (2, 3)
    assert store.get(1) == third


def test_an_equal_case_is_no_change(desk: Desk, store: Store) -> None:
    (case,) = add(store)
    before = desk.kept()
    with store.writing(change()) as book:
        assert book.put(case) == case
        assert book.put(book.case(1)).revision == 1
    assert desk.kept() == before


def test_the_same_moment_in_another_zone_is_a_change(store: Store) -> None:
    add(store, a_case(opened_at=NOON))
    moved = NOON.astimezone(tz=ZoneInfo("Asia/Tokyo"))
    assert edit(store, 1, opened_at=moved).revision == 2
    opened = store.get(1).opened_at
    assert opened is not None
    assert opened.isoformat() == moved.isoformat()


def test_an_old_case_does_not_overwrite_a_newer_one(store: Store, other: Store) -> None:
    (seen,) = add(store)
    other.poll()
    edit(other, 1, subject="Theirs")
    with pytest.raises(Conflict), store.writing(change()) as book:
        book.put(replace(seen, subject="Mine"))
    assert store.get(1).subject == "Theirs"


def test_a_failure_inside_undoes_everything_and_memory_too(desk: Desk, store: Store) -> None:
    add(store)
    before, cards = desk.kept(), dict(store.cards)

    def half_done() -> None:
        with store.writing(change()) as book:
            book.put(replace(book.case(1), subject="Half"))
            book.add(a_case("Other"))
            book.put_company(METEOR)
            raise OSError("something else entirely")

    with pytest.raises(OSError, match="something else entirely"):
        half_done()
    assert desk.kept() == before
    assert dict(store.cards) == cards
    assert store.get(1).subject == "Roaming bill"
    assert store.companies() == ()
    assert add(store)[0].id == 2


def test_nothing_changed_is_nothing_written(desk: Desk, store: Store) -> None:
    with store.writing(change()) as book:
        assert book.find("no such") is None
    assert store.cards == {}
    add(store)
    before = desk.kept()
    with store.writing(change()) as book:
        book.case(1)
    assert desk.kept() == before


def test_a_book_sees_its_own_changes(store: Store) -> None:
    with store.writing(change()) as book:
        assert book.find("made-elsewhere") is None
        case = book.add(a_case(uid="made-elsewhere"))
        company = book.put_company(METEOR)
        assert book.case(case.id) == case
        assert book.find(case.uid) == case
        assert book.company("METEOR") == company
        assert dict(store.cards) == {}
    assert store.get(case.id) == case
    assert store.company("meteor ") == company


def test_cards_are_those_of_the_cases_in_the_order_of_numbers(desk: Desk, store: Store) -> None:
    add(store, *(a_case(f"Case {n}") for n in range(12)))
    edit(store, 3, tags=("urgent",))
    for window in (store, desk.window()):
        assert list(window.cards) == list(range(1, 13))
        assert list(window.cards.values()) == [card_of(case) for case in window.all()]


def test_cards_cannot_be_changed_from_outside(store: Store) -> None:
    add(store)
    with pytest.raises(TypeError):
        store.cards[1] = None  # type: ignore[index]


def test_a_window_sees_what_the_other_wrote_when_it_asks(store: Store, other: Store) -> None:
    assert list(other.cards) == []
    add(store)
    assert list(other.cards) == []
    assert other.poll() is True
    assert other.poll() is False
    assert other.get(1) == store.get(1)
    assert store.poll() is False


def test_a_window_sees_what_was_written_just_after_its_own_change(
    store: Store, other: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store)
    add(store, a_case("Second"))
    follow = store._follow  # type: ignore[attr-defined]

    def late(book: object) -> None:
        edit(other, 2, subject="Theirs")
        follow(book)

    monkeypatch.setattr(store, "_follow", late)
    edit(store, 1, subject="Mine")
    assert store.poll() is True
    assert store.cards[2].subject == "Theirs"
    assert store.poll() is False


def test_a_change_is_made_on_the_newest_state(store: Store, other: Store) -> None:
    add(store)
    add(other, a_case("Second"))  # without having asked
    edit(store, 2, subject="Second, seen")
    other.poll()
    assert [case.subject for case in other.all()] == ["Roaming bill", "Second, seen"]


def test_two_writers_wait_for_each_other_a_while(desk: Desk, store: Store) -> None:
    add(store)
    impatient = desk.window(patience=0)
    with store.writing(change()):
        with pytest.raises(StoreBusy), impatient.writing(change()):
            pytest.fail("two at once")
        assert impatient.get(1).subject == "Roaming bill"
    assert edit(impatient, 1, subject="Now").revision == 2


def test_what_cannot_be_read_again_is_not_written(desk: Desk, store: Store) -> None:
    add(store)
    before = desk.kept()
    for wrong in ({"subject": 5}, {"extra": {"share": float("nan")}}):
        with pytest.raises(BadInput):
            edit(store, 1, **wrong)
    assert desk.kept() == before


def test_half_a_surrogate_pair_is_kept_as_it_came(desk: Desk, store: Store) -> None:
    add(store, a_case("bad \udce9\ud800 byte", extra={"more": "\udc80"}))
    for window in (store, desk.window()):
        assert window.get(1).subject == "bad \udce9\ud800 byte"
        assert window.cards[1].subject == "bad \udce9\ud800 byte"
        assert window.get(1).extra == {"more": "\udc80"}
