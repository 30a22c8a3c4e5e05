"""Taking back: step by step, across windows, and never over somebody's work."""

from __future__ import annotations

import pytest
from by_hand import opened, put_row, rows_in
from msgspec.structs import replace
from store_helpers import NOON, Desk, a_case, add, change, edit

from tui.cases.company import Company
from tui.cases.errors import NotFound
from tui.store import journal
from tui.store.contract import Change, Store
from tui.store.errors import Conflict


def test_nothing_to_take_back(desk: Desk, store: Store) -> None:
    with pytest.raises(NotFound):
        store.undo()
    assert desk.kept() is None


def test_the_last_change_is_taken_back_and_named(desk: Desk) -> None:
    store = desk.window(who="anna")
    add(store)
    with store.writing(Change(verb="edit", case=1, detail="subject", at=NOON)) as book:
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


def test_what_another_program_changed_since_is_not_overwritten(desk: Desk, store: Store) -> None:
    add(store)
    edit(store, 1, subject="Two")
    put_row(desk.book, "cases", 1, {**rows_in(desk.book)["cases"][1], "details": "By hand"})
    with pytest.raises(Conflict):
        store.undo()
    assert store.get(1).details == "By hand"
    assert desk.window().get(1).subject == "Two"


def test_a_company_that_another_program_changed_is_not_overwritten(
    desk: Desk, store: Store
) -> None:
    with store.writing(change("company")) as book:
        book.put_company(Company(name="Meteor"))
    put_row(desk.book, "companies", 1, {**rows_in(desk.book)["companies"][1], "note": "By hand"})
    with pytest.raises(Conflict):
        store.undo()
    assert [company.note for company in desk.window().companies()] == ["By hand"]


def test_each_takes_back_only_what_is_theirs(desk: Desk) -> None:
    anna, boris = desk.window(who="anna"), desk.window(who="boris")
    add(anna, a_case("Of Anna"))
    add(boris, a_case("Of Boris"))
    edit(anna, 1, subject="Anna again")
    edit(boris, 2, subject="Boris again")
    assert anna.undo().case == 1
    assert [case.subject for case in desk.window().all()] == ["Of Anna", "Boris again"]
    assert boris.undo().case == 2
    assert (anna.undo().verb, boris.undo().verb) == ("add", "add")
    assert list(desk.window().cards) == []
    for window in (anna, boris):
        with pytest.raises(NotFound):
            window.undo()


def test_what_somebody_changed_since_is_theirs_and_named(desk: Desk) -> None:
    anna, boris = desk.window(who="anna"), desk.window(who="boris")
    add(anna)
    edit(anna, 1, subject="Of Anna")
    edit(boris, 1, details="Of Boris")
    with pytest.raises(Conflict) as refused:
        anna.undo()
    assert refused.value.sentence.values == {"who": "boris", "id": 1}
    assert desk.window().get(1).details == "Of Boris"
    boris.undo()
    assert anna.undo().case == 1
    assert desk.window().get(1).subject == "Roaming bill"


def test_every_change_names_who_made_it(desk: Desk) -> None:
    add(desk.window(who="anna"))
    edit(desk.window(who="boris"), 1, subject="Two")
    desk.window(who="boris").undo()
    with opened(desk.book) as db:
        made = db.execute("SELECT who, json_extract(entry, '$.change.verb') FROM changes")
        assert list(made) == [("anna", "add"), ("boris", "edit"), ("boris", "undo")]


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
    for number in range(7):  # it is looked after every eighth time
        edit(store, 1, details=f"{number}" * 20_000)
    with opened(desk.book) as db:
        assert db.execute("SELECT count(*) FROM changes").fetchone() == (1,)
    assert store.undo().verb == "edit"
    assert store.get(1).details == "5" * 20_000
