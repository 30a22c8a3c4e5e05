"""The board: every case by stage. The home screen."""

from __future__ import annotations

from functools import partialmethod
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from tui.cases.errors import UpheldError
from tui.cases.sentence import Sentence, say
from tui.commands import Command, keys_of
from tui.desk.board.saved_filters import DIGITS
from tui.desk.views import BoardView
from tui.screens.board.boardlines import KEYS, board_title, columns_of, counts, none_here
from tui.screens.board.cardlines import DrawnCards
from tui.screens.board.detailed import Detailed
from tui.screens.context import CURSOR, Context
from tui.screens.welcome import welcome
from tui.widgets.bars import Bar
from tui.widgets.columns import CARD_LINES, Columns
from tui.widgets.filter_line import FilterLine
from tui.widgets.sheet import Sheet
from tui.widgets.spans import Line


class BoardScreen(Detailed):
    """Columns of cards; below or beside them more of the card under the cursor."""

    KEYS: ClassVar[tuple[str, ...]] = KEYS
    AUTO_FOCUS = "#columns"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._view: BoardView | None = None
        self._query = ""
        self._doubt: Sentence | None = None  # what was told of the query
        self._is_keeping = False  # the next digit is where the filter is kept
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
        view = self.desk.board(self._query)
        self._view, self._cards = view, view.cards
        self.query_one(Columns).show(columns_of(self.desk, self.words, view), self._draw)
        self.query_one(Columns).select(int(self.context.kept.pop(CURSOR, 0)))
        self._show_filter(view)
        self.set_class(view.is_empty, "-empty")
        self.title_is(self._title(view), counts(self.words, view))
        self.show_keys()
        self.show_under(self.case_id)

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
        title = self.words.t("Board")  # its order has no room beside the marks
        return f"{title}  {self.words.n('{count} marked', '{count} marked', count)}"

    @property
    def said_of_none(self) -> str:
        if self._query and not self._cards:
            return self.words.t("No case has “{query}”. Esc shows all.", query=self._query)
        return none_here(self.words)

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

    def action_search(self) -> None:
        self.add_class("-filtering")
        self.query_one(FilterLine).begin()

    def _filter_changed(self, query: str) -> None:
        before, self._query = self._query, query
        try:
            self.reload()
        except UpheldError as error:
            self._query = before
            self.tell(error.sentence, wrong=True)
        else:
            self._tell_doubt(query, typing=True)

    def _tell_doubt(self, query: str, *, typing: bool = False) -> None:
        """Say once what of the query cannot be meant, or is read otherwise than it was typed."""
        told = self.desk.doubts(query, typing=typing)
        doubt = next(iter(told if typing else (*told, *self.desk.unclosed(query))), None)
        if doubt != self._doubt:
            self._doubt = doubt
            self.tell(doubt or "", wrong=doubt is not None)

    @on(FilterLine.Done)
    def _filter_done(self) -> None:
        self.query_one(Columns).focus()
        self.set_class(bool(self._query), "-filtering")
        self._doubt = None  # Enter took the notice away
        self._tell_doubt(self._query)

    def action_back(self) -> None:
        """Esc takes the filter away, then the marks; on the bare board it does nothing."""
        if self._marked and not self.has_class("-filtering"):
            self._marked.clear()
            self.reload()
            return
        self.query_one(FilterLine).put("")
        self.remove_class("-filtering")
        self.query_one(Columns).focus()

    def on_key(self, event: Key) -> None:
        super().on_key(event)
        event.prevent_default()  # that was the one of the class above
        keys = {key: n for n in DIGITS for key in keys_of(self.desk.commands[f"filter_{n}"])}
        digit = keys.get(event.key, "")
        self._is_keeping = self._is_keeping and bool(digit)
        if digit and not self._is_keeping and digit not in self.desk.saved_filters:
            self._tell_none_kept(digit)

    def _tell_none_kept(self, digit: str) -> None:
        keys = {"search": self.key("search"), "key": self.key("keep_filter")}
        self.tell(say("No filter is kept under {digit}: {search} types one, {key} keeps it.",
                      digit=digit, **keys))  # fmt: skip

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
            said = self.words.t(
                "There is no filter to keep: {key} and type one.", key=self.key("search")
            )
            self.tell(said, wrong=True)
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
