"""The board: every case by stage. The home screen."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from tui.cases.errors import UpheldError
from tui.desk.views import BoardView
from tui.screens.board.boardlines import KEYS, board_title, columns_of, counts, none_here
from tui.screens.board.cardlines import DrawnCards
from tui.screens.board.filtering import Filtering
from tui.screens.context import Context
from tui.screens.welcome import welcome
from tui.widgets.bars import Bar
from tui.widgets.columns import CARD_LINES, Columns
from tui.widgets.filter_line import FilterLine
from tui.widgets.sheet import Sheet
from tui.widgets.spans import Line


class BoardScreen(Filtering):
    """Columns of cards; below or beside them more of the card under the cursor."""

    KEYS: ClassVar[tuple[str, ...]] = KEYS
    AUTO_FOCUS = "#columns"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._view: BoardView | None = None
        self._drawn = DrawnCards(self.words)

    def body(self) -> ComposeResult:
        yield Static(Content(welcome(self.words, self.key)), id="welcome")
        with Horizontal(id="panes"):
            yield Columns(told=self.follow, plan=self.context.plan, id="columns")
            yield Sheet(id="detail")
        yield Bar(id="next")
        hint = self.words.t("words, stage:waiting, is:late, due<7d, #12")
        yield FilterLine(self._filter_changed, placeholder=hint, id="filter")

    @property
    def case_id(self) -> int:
        return self.query_one(Columns).key

    def reload(self) -> None:
        under = self.take_over()
        view = self.desk.board(self._query)
        self._view, self._cards = view, view.cards
        self.query_one(Columns).show(columns_of(self.desk, self.words, view), self._draw)
        self.query_one(Columns).select(under)
        self._show_filter(view)
        self.set_class(view.is_empty, "-empty")
        self.title_is(self._title(view), counts(self.words, view))
        self.show_keys()
        self.show_case()

    def _draw(self, key: int) -> tuple[Line, ...]:
        waits = self._view.waits.get(key, ()) if self._view else ()
        try:
            return self._drawn.lines(self._cards[key], key in self._marked, waits)
        except UpheldError:  # just taken away in another window, or the whole book is
            return ((),) * CARD_LINES

    def _title(self, view: BoardView) -> str:
        count = len(self.seen_marks)
        if not count:
            return board_title(self.words, view)
        return self.words.n("{count} marked", "{count} marked", count)  # there is no room for more

    @property
    def said_of_none(self) -> str:
        if self._query and not self._cards:
            return self.words.t("No case has “{query}”. Esc shows all.", query=self._query)
        return none_here(self.words, self._view)

    def _show_filter(self, view: BoardView) -> None:
        """That a filter is in force, how much it shows, and whether all of it is understood."""
        t, shown = self.words.t, len(view.cards)
        told = t("{count} of {total}", count=shown, total=shown + view.hidden)
        if self._query and self.desk.doubts(self._query):
            told += ", " + t("part of it cannot be so")
        rid = t("{key}: all", key=self.key("back"))
        self.query_one(FilterLine).in_force(t("Filter: "), f"  {told}, {rid}")

    @on(Columns.Chosen)
    def _chosen(self, event: Columns.Chosen) -> None:
        self.go("case", case_id=event.key)
