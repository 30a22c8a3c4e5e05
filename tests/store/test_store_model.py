"""Any order of actions in three windows of two persons ends as it does in a dict."""

from __future__ import annotations

import tempfile
from contextlib import nullcontext
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    MultipleResults,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    rule,
)
from msgspec.structs import replace
from store_helpers import Desk, a_case, change
from store_model import Document, Model, Place

from tui.cases.card import card_of
from tui.cases.case import Case
from tui.cases.company import Company, name_key
from tui.cases.errors import NotFound
from tui.store.book_contract import Book
from tui.store.errors import Conflict

TEXT = st.text(st.characters(exclude_categories=()), max_size=3) | st.sampled_from("ab")
PEOPLE = ("anna", "anna", "boris")
WINDOW = st.integers(0, len(PEOPLE) - 1)
NAMES = st.sampled_from(["Meteor", "METEOR ", "Ромашка"])


class Windows(RuleBasedStateMachine):
    """`shown`: what each window has taken in so far."""

    on_disk = False
    copies: Bundle[Case] = Bundle("copies")

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory() if self.on_disk else None
        self.desk = Desk(Path(self.folder.name) / "data" if self.folder else None)
        self.windows = [self.desk.window(who=who) for who in PEOPLE]
        self.model = Model()
        self.shown = [Model() for _ in PEOPLE]

    def took_in(self, window: int) -> None:
        self.shown[window] = deepcopy(self.model)

    def some_case(self, data: st.DataObject) -> int:
        """Mostly one of the first, so that several windows meet; also one that is not there."""
        return data.draw(st.sampled_from([*sorted(self.model.cases())[:3], self.model.given + 1]))

    @rule(window=WINDOW, subjects=st.lists(TEXT, min_size=1, max_size=2))
    def add(self, window: int, subjects: list[str]) -> None:
        with self.windows[window].writing(change("add")) as book:
            numbers = [book.add(a_case(subject)).id for subject in subjects]
        assert self.model.add(PEOPLE[window], subjects) == numbers
        self.took_in(window)

    @rule(window=WINDOW, data=st.data(), subject=TEXT)
    def edit(self, window: int, data: st.DataObject, subject: str) -> None:
        number = self.some_case(data)
        if number > self.model.given:
            with pytest.raises(NotFound):
                self.put(window, number, subject)
        else:
            self.put(window, number, subject)
            self.model.change(PEOPLE[window], {("cases", str(number)): subject})
        self.took_in(window)

    def put(self, window: int, number: int, subject: str) -> None:
        with self.windows[window].writing(change("edit")) as book:
            book.put(replace(book.case(number), subject=subject))

    @rule(target=copies, window=WINDOW, data=st.data())
    def look_at_one(self, window: int, data: st.DataObject) -> Case | MultipleResults[Case]:
        """A person begins to edit a case, and saves it some time later."""
        number = self.some_case(data)
        return self.windows[window].get(number) if number in self.model.cases() else multiple()

    @rule(window=WINDOW, copy=copies, subject=TEXT)
    def save_what_one_looked_at(self, window: int, copy: Case, subject: str) -> None:
        now = self.model.cases().get(copy.id)
        refusal = NotFound if now is None else Conflict if now.revision > copy.revision else None
        with pytest.raises(refusal) if refusal else nullcontext():
            with self.windows[window].writing(change("edit")) as book:
                book.put(replace(copy, subject=subject))
        if not refusal:
            self.model.change(PEOPLE[window], {("cases", str(copy.id)): subject})
        self.took_in(window)

    @rule(window=WINDOW, name=NAMES, note=TEXT)
    def company(self, window: int, name: str, note: str) -> None:
        with self.windows[window].writing(change("company")) as book:
            note_down(book, name, note)
        self.model.change(PEOPLE[window], {self.model.company(name): note}, name)
        self.took_in(window)

    @rule(window=WINDOW, data=st.data(), name=NAMES, text=TEXT)
    def several_at_once(self, window: int, data: st.DataObject, name: str, text: str) -> None:
        numbers = sorted(self.model.cases())[:2]
        with self.windows[window].writing(change("close")) as book:
            for number in numbers:
                book.put(replace(book.case(number), subject=text))
            note_down(book, name, text)
        texts: dict[Place, str] = {("cases", str(number)): text for number in numbers}
        self.model.change(PEOPLE[window], {**texts, self.model.company(name): text}, name)
        self.took_in(window)

    @rule(window=WINDOW, subject=TEXT)
    def fail(self, window: int, subject: str) -> None:
        def half() -> None:
            with self.windows[window].writing(change("add")) as book:
                book.add(a_case(subject))
                note_down(book, "Meteor", subject)
                raise NotFound("no")

        with pytest.raises(NotFound):
            half()
        self.took_in(window)

    @rule(window=WINDOW)
    def undo(self, window: int) -> None:
        entry = self.model.last(PEOPLE[window])
        if entry is None:
            with pytest.raises(NotFound):
                self.windows[window].undo()
        elif obstacle := self.model.in_the_way(entry):
            with pytest.raises(Conflict) as refused:
                self.windows[window].undo()
            who, (table, number) = obstacle
            named = {"who": who, "id": int(number)} if table == "cases" else {}
            assert refused.value.sentence.values == named
        else:
            assert self.windows[window].undo().who == PEOPLE[window]
            self.model.undo(entry)
        self.took_in(window)

    @rule(window=WINDOW)
    def look(self, window: int) -> None:
        is_new = self.shown[window].serial != self.model.serial
        assert self.windows[window].poll() is is_new
        self.took_in(window)

    @rule(window=WINDOW)
    def start_again(self, window: int) -> None:
        self.windows[window] = self.desk.window(who=PEOPLE[window])
        self.took_in(window)

    @invariant()
    def every_window_shows_what_it_took_in(self) -> None:
        for store, shown in zip(self.windows, self.shown, strict=True):
            cards = {number: (card.subject, card.revision) for number, card in store.cards.items()}
            assert cards == {n: (found.text, found.revision) for n, found in shown.cases().items()}
            assert list(cards) == sorted(cards)

    @invariant()
    def a_fresh_window_sees_the_model(self) -> None:
        store = self.desk.window()
        found = {case.id: Document(case.subject, case.revision) for case in store.all()}
        assert found == self.model.cases()
        assert {name_key(c.name): c.note for c in store.companies()} == self.model.notes()
        assert list(store.cards.values()) == [card_of(case) for case in store.all()]
        made = [each.who for each in self.model.journal if each.is_standing]
        assert [each.who for each in store.changes()] == made[::-1]

    def teardown(self) -> None:
        if self.folder:
            self.folder.cleanup()


def note_down(book: Book, name: str, note: str) -> None:
    book.put_company(replace(book.company(name) or Company(name=name), note=note))


class WindowsOnDisk(Windows):
    on_disk = True


QUICK = settings(max_examples=80, stateful_step_count=30, deadline=None)
TestInMemory = Windows.TestCase
TestInMemory.settings = settings(QUICK, suppress_health_check=[HealthCheck.too_slow])
TestOnDisk = WindowsOnDisk.TestCase
TestOnDisk.settings = settings(TestInMemory.settings, max_examples=50)
