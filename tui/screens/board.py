"""The board: every case by stage. The home screen."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.cases.errors import UpheldError
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

    def body(self) -> ComposeResult:
        yield Static(Content(welcome(self.words, self.key)), id="welcome")
        yield Columns(told=self._show_next, id="columns")
        yield Bar(id="next")
        hint = self.words.t("words, stage:waiting, is:late, #12")
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
        self.title_is(self.words.t("Board"), counts(self.words, view))
        self._show_next(self.case_id)

    def _draw(self, key: int) -> tuple[Line, ...]:
        return card_lines(self.words, self._cards[key])

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

    @on(FilterLine.Done)
    def _filter_done(self) -> None:
        self.query_one(Columns).focus()
        self.set_class(bool(self._query), "-filtering")

    def action_back(self) -> None:
        """Esc leaves the filter, then takes it away; on the bare board it does nothing."""
        self.query_one(FilterLine).put("")
        self.remove_class("-filtering")
        self.query_one(Columns).focus()
