"""The board: every case by stage. The home screen."""

from __future__ import annotations

from functools import partialmethod
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from tui.cases.errors import UpheldError
from tui.cases.sentence import Sentence
from tui.commands import Command, keys_of
from tui.desk.saved_filters import DIGITS
from tui.desk.views import BoardView, CardView
from tui.screens.boardlines import KEYS, cards_of, columns_of, counts, next_line
from tui.screens.cardlines import card_lines
from tui.screens.context import Context
from tui.screens.page import Page
from tui.screens.welcome import welcome
from tui.widgets.bars import Bar
from tui.widgets.columns import Columns
from tui.widgets.filter_line import FilterLine
from tui.widgets.spans import Line, Span, Tone


class BoardScreen(Page):
    """Columns of cards; below them the next action of the card under the cursor."""

    KEYS: ClassVar[tuple[str, ...]] = KEYS
    AUTO_FOCUS = "#columns"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._view: BoardView | None = None
        self._cards: dict[int, CardView] = {}
        self._query = ""
        self._marked: set[int] = set()
        self._doubt: Sentence | None = None  # what was told of the query
        self._is_keeping = False  # the next digit is where the filter is kept

    def body(self) -> ComposeResult:
        yield Static(Content(welcome(self.words, self.key)), id="welcome")
        yield Columns(told=self._show_next, id="columns")
        yield Bar(id="next")
        hint = self.words.t("words, stage:waiting, is:late, due<7d, #12")
        yield FilterLine(self._filter_changed, placeholder=hint, id="filter")

    @property
    def case_id(self) -> int:
        return self.query_one(Columns).key

    def reload(self) -> None:
        view = self.desk.board(self._query)
        self._view = view
        self._cards = cards_of(view)
        self.query_one(Columns).show(columns_of(self.words, view), self._draw)
        self.set_class(view.is_empty, "-empty")
        self.title_is(self._title(), counts(self.words, view))
        self._show_next(self.case_id)

    def _draw(self, key: int) -> tuple[Line, ...]:
        return card_lines(self.words, self._cards[key], is_marked=key in self._marked)

    @property
    def _seen_marks(self) -> tuple[int, ...]:
        """The marked cases that the filter shows: nothing is done to what is not seen."""
        return tuple(sorted(self._marked & self._cards.keys()))

    def _title(self) -> str:
        title, count = self.words.t("Board"), len(self._seen_marks)
        if not count:
            return title
        return f"{title}  {self.words.n('{count} marked', '{count} marked', count)}"

    def _show_next(self, key: int) -> None:
        if key:
            line = next_line(self.desk, self.words, self._cards[key].card)
        else:
            line = (Span(f" {self._filter_says()}", Tone.ACCENT),)
        self.query_one("#next", Bar).left = line

    def _filter_says(self) -> str:
        if self._query:
            return self.words.t("No case has “{query}”. Esc shows all.", query=self._query)
        return ""

    @on(Columns.Chosen)
    def _chosen(self, event: Columns.Chosen) -> None:
        self.go("case", case_id=event.key)

    def action_search(self) -> None:
        self.add_class("-filtering")
        self.query_one(FilterLine).focus()

    def _filter_changed(self, query: str) -> None:
        before, self._query = self._query, query
        try:
            self.reload()
        except UpheldError as error:
            self._query = before
            self.tell(error.sentence, wrong=True)
        else:
            self._tell_doubt(query.rpartition(" ")[0])  # the last part is being typed

    def _tell_doubt(self, query: str) -> None:
        """Say once what of the query cannot be meant."""
        doubt = next(iter(self.desk.doubts(query)), None)
        if doubt != self._doubt:
            self._doubt = doubt
            self.tell(doubt or "", wrong=doubt is not None)

    @on(FilterLine.Done)
    def _filter_done(self) -> None:
        self.query_one(Columns).focus()
        self.set_class(bool(self._query), "-filtering")
        self._tell_doubt(self._query)

    def action_back(self) -> None:
        """Esc takes the marks away, then the filter; on the bare board it does nothing."""
        if self._marked and not self.query_one(FilterLine).has_focus:
            self._marked.clear()
            self.reload()
            return
        self.query_one(FilterLine).put("")
        self.remove_class("-filtering")
        self.query_one(Columns).focus()

    def action_mark_case(self) -> None:
        """Mark it, or not any more, and go on to the next."""
        if self.case_id:
            self._marked ^= {self.case_id}
            self.reload()
            self.query_one(Columns).action_down()

    def action_tags(self) -> None:
        if self._seen_marks or self.case_id:
            self.go("tags", case_ids=self._seen_marks or (self.case_id,))

    def on_key(self, event: Key) -> None:
        super().on_key(event)
        digits = (key for n in DIGITS for key in keys_of(self.desk.commands[f"filter_{n}"]))
        self._is_keeping = self._is_keeping and event.key in digits

    @property
    def commands(self) -> tuple[Command, ...]:
        """The digits have no place in the footer."""
        return tuple(c for c in super().commands if not c.id.startswith("filter_"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A digit under which nothing is kept is no key."""
        digit = action.removeprefix("filter_") if action.startswith("filter_") else ""
        return not digit or self._is_keeping or digit in self.desk.saved_filters

    def action_keep_filter(self) -> None:
        if not self._query.strip():
            self.tell(self.words.t("There is no filter to keep: / and type one."), wrong=True)
            return
        self._is_keeping = True
        self.tell(self.words.t("Press a digit, 1 to 9, to keep this filter under it."))

    def _filter_key(self, digit: str) -> None:
        """Bring a filter back, or keep the one in force under the digit."""
        if not self._is_keeping:
            self.add_class("-filtering")
            self.query_one(FilterLine).put(self.desk.saved_filters[digit].query)
            self._tell_doubt(self._query)
            return
        self._is_keeping = False

        def keep() -> bool:
            self.desk.keep_filter(digit, self._query)
            return True

        if self.attempt(keep):
            self.tell(self.words.t("Kept: {digit} brings this filter back.", digit=digit))

    action_filter_1 = partialmethod(_filter_key, "1")
    action_filter_2 = partialmethod(_filter_key, "2")
    action_filter_3 = partialmethod(_filter_key, "3")
    action_filter_4 = partialmethod(_filter_key, "4")
    action_filter_5 = partialmethod(_filter_key, "5")
    action_filter_6 = partialmethod(_filter_key, "6")
    action_filter_7 = partialmethod(_filter_key, "7")
    action_filter_8 = partialmethod(_filter_key, "8")
    action_filter_9 = partialmethod(_filter_key, "9")
