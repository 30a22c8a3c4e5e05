"""Any order of actions in two windows leaves the index that a rebuild makes."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from msgspec.structs import replace
from store_helpers import Desk, a_case, add, change, edit
from store_index import engine_of, event

from tui.cases.errors import NotFound
from tui.cases.particulars import Identifier
from tui.store import index
from tui.store.errors import Conflict
from tui.store.stems import stem, stems_of
from tui.store.texts import texts_of

WORDS = ("возврат", "возврата", "ещё", "refund", "refunds", "4821-77", "INC0012345", "a")
TEXT = st.lists(st.sampled_from(WORDS), max_size=3).map(" ".join)
WINDOW = st.integers(0, 1)


class Anything(RuleBasedStateMachine):
    """Two windows do anything; the index is always what a rebuild makes of the cases."""

    @initialize()
    def open(self) -> None:
        self.desk = Desk()
        self.windows = [self.desk.window(), self.desk.window(who="other")]

    def numbers(self) -> list[int]:
        return sorted(self.desk.window().cards)

    @rule(window=WINDOW, subject=TEXT, details=TEXT)
    def add(self, window: int, subject: str, details: str) -> None:
        add(self.windows[window], a_case(subject, details=details))

    @rule(window=WINDOW, text=TEXT, data=st.data())
    def edit(self, window: int, text: str, data: st.DataObject) -> None:
        if numbers := self.numbers():
            field = data.draw(st.sampled_from(["subject", "details", "identifiers", "tags"]))
            value = {"identifiers": (Identifier(kind="x", value=text),), "tags": (text,)}
            number = data.draw(st.sampled_from(numbers))
            edit(self.windows[window], number, **{field: value.get(field, text)})

    @rule(window=WINDOW, text=TEXT, data=st.data(), first=st.booleans())
    def record(self, window: int, text: str, data: st.DataObject, first: bool) -> None:
        if numbers := self.numbers():
            number = data.draw(st.sampled_from(numbers))
            old = self.windows[window].get(number).timeline
            new = (event(text), *old) if first else (*old, event(text))
            edit(self.windows[window], number, timeline=new)

    @rule(window=WINDOW, texts=st.lists(TEXT, max_size=4))
    def several_in_one_change(self, window: int, texts: list[str]) -> None:
        with self.windows[window].writing(change("import")) as book:
            for text in texts:
                case = book.add(a_case(text))
                book.put(replace(case, details=text))

    @rule(window=WINDOW)
    def undo(self, window: int) -> None:
        with suppress(NotFound, Conflict):
            self.windows[window].undo()

    @invariant()
    def the_index_is_whole(self) -> None:
        engine = engine_of(self.desk)
        assert index.is_whole(engine)
        kept = list(engine.words())
        if engine.is_there:
            with engine.turn(1):
                index.rebuild(engine)
        assert list(engine.words()) == kept

    @invariant()
    def a_word_finds_the_cases_that_have_it(self) -> None:
        store = self.windows[0]
        store.poll()
        for word in WORDS[:5]:
            having = {
                case.id
                for case in store.all()
                if any(stem(word) in stems_of(text) for text in texts_of(case).values())
            }
            assert {hit.number for hit in store.search(word, limit=1000)} == having


TestAnything = Anything.TestCase
TestAnything.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)
