"""Taking back: step by step, across windows, and never over somebody's work."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec.structs import replace
from store_helpers import NOON, Desk, a_case, add, change, edit, open_at

from tui.cases.company import Company
from tui.cases.errors import NotFound
from tui.store import journal
from tui.store.contract import Change, Store
from tui.store.errors import Conflict


def test_nothing_to_take_back(desk: Desk, store: Store) -> None:
    with pytest.raises(NotFound):
        store.undo()
    assert desk.bytes() is None


def test_the_last_change_is_taken_back_and_named(store: Store) -> None:
    add(store)
    with store.writing(Change(verb="edit", case=1, detail="subject", at=NOON, who="anna")) as book:
        book.put(replace(book.case(1), subject="Wrong"))
    assert store.undo() == Change(verb="edit", case=1, detail="subject", at=NOON, who="anna")
    assert store.get(1).subject == "Roaming bill"
    assert store.cards[1].subject == "Roaming bill"


def test_taking_back_is_itself_a_revision(store: Store) -> None:
    """So that a window that still shows what was taken back cannot write over it."""
    add(store)
    wrong = edit(store, 1, subject="Wrong")
    store.undo()
    assert store.get(1).revision == 3
    with pytest.raises(Conflict), store.writing(change()) as book:
        book.put(replace(wrong, subject="Wrong still"))


def test_again_goes_further_back(store: Store) -> None:
    add(store)
    for subject in ("Two", "Three", "Four"):
        edit(store, 1, subject=subject)
    for subject in ("Three", "Two", "Roaming bill"):
        store.undo()
        assert store.get(1).subject == subject
    assert store.undo().verb == "add"
    assert dict(store.cards) == {}
    with pytest.raises(NotFound):
        store.undo()


def test_a_new_change_after_undo_is_the_next_to_be_taken_back(store: Store) -> None:
    add(store)
    edit(store, 1, subject="Two")
    store.undo()
    edit(store, 1, subject="Other two")
    store.undo()
    assert store.get(1).subject == "Roaming bill"
    assert store.undo().verb == "add"


def test_an_added_case_goes_and_its_number_is_not_given_again(desk: Desk, store: Store) -> None:
    add(store)
    (second,) = add(store, a_case("Mistake"))
    store.undo()
    for window in (store, desk.window()):
        assert list(window.cards) == [1]
        with pytest.raises(NotFound):
            window.get(second.id)
    assert add(desk.window())[0].id == 3


def test_an_import_of_many_is_one_change(store: Store) -> None:
    add(store)
    add(store, *(a_case(f"Imported {n}") for n in range(200)))
    assert len(store.cards) == 201
    store.undo()
    assert list(store.cards) == [1]


def test_a_change_of_several_things_is_taken_back_whole(store: Store) -> None:
    add(store)
    with store.writing(change("close")) as book:
        book.put(replace(book.case(1), subject="Changed"))
        book.add(a_case("Added"))
        book.put_company(Company(name="Meteor"))
    store.undo()
    assert [case.subject for case in store.all()] == ["Roaming bill"]
    assert store.companies() == ()
    with store.writing(change()) as book:
        assert book.company("Meteor") is None


def test_several_steps_in_one_change_are_taken_back_to_the_first(store: Store) -> None:
    add(store)
    with store.writing(change()) as book:
        for subject in ("Two", "Three"):
            book.put(replace(book.case(1), subject=subject))
            book.put(replace(book.add(a_case("New")), subject="Newer"))
    store.undo()
    assert [case.subject for case in store.all()] == ["Roaming bill"]


def test_a_company_gets_its_old_facts_back(store: Store) -> None:
    for note in ("", "Wrong"):
        with store.writing(change("company")) as book:
            old = book.company("Meteor") or Company(name="Meteor")
            book.put_company(replace(old, note=note))
    store.undo()
    assert store.companies() == (Company(name="Meteor", revision=3),)


def test_another_window_takes_back_the_last_change_of_the_book(store: Store, other: Store) -> None:
    add(store)
    edit(store, 1, subject="From this window")
    assert other.undo().verb == "edit"
    assert other.get(1).subject == "Roaming bill"
    assert store.poll() is True
    assert store.undo().verb == "add"


def test_undo_is_remembered_by_the_next_process(desk: Desk, store: Store) -> None:
    add(store)
    edit(store, 1, subject="Two")
    store.undo()
    assert desk.window().undo().verb == "add"


def test_what_another_program_changed_since_is_not_overwritten(tmp_path: Path) -> None:
    store = open_at(tmp_path)
    add(store)
    edit(store, 1, subject="Two")
    path = tmp_path / "book.json"
    book = json.loads(path.read_text())
    book["cases"]["1"]["details"] = "By hand"
    path.write_text(json.dumps(book))
    with pytest.raises(Conflict):
        store.undo()
    assert store.get(1).details == "By hand"
    assert open_at(tmp_path).get(1).subject == "Two"


def test_a_company_that_another_program_changed_is_not_overwritten(tmp_path: Path) -> None:
    store = open_at(tmp_path)
    with store.writing(change("company")) as book:
        book.put_company(Company(name="Meteor"))
    path = tmp_path / "book.json"
    path.write_bytes(path.read_bytes().replace(b'"note":""', b'"note":"By hand"'))
    with pytest.raises(Conflict):
        store.undo()
    assert [company.note for company in store.companies()] == ["By hand"]


def test_the_journal_forgets_the_oldest(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "KEPT", 3)
    add(store)
    for number in range(5):
        edit(store, 1, subject=f"Subject {number}")
    for subject in ("Subject 3", "Subject 2"):
        store.undo()
        assert store.get(1).subject == subject
    with pytest.raises(NotFound):  # what was taken back has its place in the journal, too
        store.undo()


def test_large_images_make_the_journal_shorter(
    desk: Desk, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "ROOM", 5000)
    add(store, a_case(details="x" * 20_000))
    for number in range(4):
        edit(store, 1, details=f"{number}" * 20_000)
    kept = desk.bytes()
    assert kept is not None
    assert len(kept) < 70_000
    assert store.undo().verb == "edit"
    assert store.get(1).details == "2" * 20_000
