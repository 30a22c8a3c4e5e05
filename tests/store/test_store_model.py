"""Any order of actions in two windows ends as it does in a dict."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from msgspec.structs import replace
from store_helpers import Desk, a_case, change

from tui.cases.card import card_of
from tui.cases.company import Company, name_key
from tui.cases.errors import NotFound
from tui.store.contract import Store
from tui.store.errors import Conflict

TEXT = st.text(st.characters(exclude_categories=()), max_size=5)
WINDOW = st.integers(0, 1)
NAMES = st.sampled_from(["Meteor", "METEOR ", "Ромашка"])
Model = tuple[dict[int, str], dict[str, str]]  # subjects of cases, notes of companies


class Windows(RuleBasedStateMachine):
    """The model: what is in the book, and a stack of what was there before each change."""

    on_disk = False

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory() if self.on_disk else None
        self.desk = Desk(Path(self.folder.name) / "data" if self.folder else None)
        self.windows = [self.desk.window(), self.desk.window()]
        self.subjects: dict[int, str] = {}
        self.notes: dict[str, str] = {}
        self.past: list[Model] = []
        self.given = 0

    def changes(self) -> None:
        self.past.append((dict(self.subjects), dict(self.notes)))

    @rule(window=WINDOW, subjects=st.lists(TEXT, min_size=1, max_size=3))
    def add(self, window: int, subjects: list[str]) -> None:
        self.changes()
        with self.windows[window].writing(change("add")) as book:
            for subject in subjects:
                self.given += 1
                assert book.add(a_case(subject)).id == self.given
                self.subjects[self.given] = subject

    @rule(window=WINDOW, data=st.data(), subject=TEXT)
    def edit(self, window: int, data: st.DataObject, subject: str) -> None:
        if not self.subjects:
            return
        number = data.draw(st.sampled_from(sorted(self.subjects)))
        if self.subjects[number] != subject:
            self.changes()
        with self.windows[window].writing(change("edit")) as book:
            book.put(replace(book.case(number), subject=subject))
        self.subjects[number] = subject

    @rule(window=WINDOW, data=st.data(), subject=TEXT)
    def edit_what_is_on_the_screen(self, window: int, data: st.DataObject, subject: str) -> None:
        """Of a case as the window saw it last, which may be long ago."""
        store = self.windows[window]
        if not store.cards:
            return
        shown = store.get(data.draw(st.sampled_from(sorted(store.cards))))
        newest = self.desk.window()
        try:
            with store.writing(change("edit")) as book:
                book.put(replace(shown, subject=subject))
        except Conflict:
            assert newest.get(shown.id).revision > shown.revision
        except NotFound:
            assert shown.id not in self.subjects
        else:
            assert newest.get(shown.id) == shown
            if subject != shown.subject:
                self.changes()
                self.subjects[shown.id] = subject

    @rule(window=WINDOW, name=NAMES, note=TEXT)
    def company(self, window: int, name: str, note: str) -> None:
        with self.windows[window].writing(change("company")) as book:
            old = book.company(name)
            if old is None or old.note != note:
                self.changes()
            book.put_company(replace(old or Company(name=name), note=note))
        self.notes[name_key(name)] = note

    @rule(window=WINDOW, subject=TEXT)
    def fail(self, window: int, subject: str) -> None:
        def half() -> None:
            with self.windows[window].writing(change("add")) as book:
                book.add(a_case(subject))
                raise NotFound("no")

        with pytest.raises(NotFound):
            half()

    @rule(window=WINDOW)
    def undo(self, window: int) -> None:
        if not self.past:
            with pytest.raises(NotFound):
                self.windows[window].undo()
            return
        self.windows[window].undo()
        self.subjects, self.notes = self.past.pop()

    @rule(window=WINDOW)
    def look(self, window: int) -> None:
        self.windows[window].poll()
        self.check(self.windows[window])

    @rule(window=WINDOW)
    def start_again(self, window: int) -> None:
        self.windows[window] = self.desk.window()

    @invariant()
    def a_fresh_window_sees_the_model(self) -> None:
        self.check(self.desk.window())

    def check(self, store: Store) -> None:
        assert {case.id: case.subject for case in store.all()} == self.subjects
        assert {name_key(c.name): c.note for c in store.companies()} == self.notes
        assert list(store.cards.values()) == [card_of(case) for case in store.all()]

    def teardown(self) -> None:
        if self.folder:
            self.folder.cleanup()


class WindowsOnDisk(Windows):
    on_disk = True


TestInMemory = Windows.TestCase
TestInMemory.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)
TestOnDisk = WindowsOnDisk.TestCase
TestOnDisk.settings = settings(
    max_examples=15,
    stateful_step_count=12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
