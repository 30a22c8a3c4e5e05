"""Today: they broke it, due today and next, I owe; then those not to be chased yet."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from tui.desk.views import Mark, TodayRow, TodayView
from tui.screens.cardlines import TONE_OF
from tui.screens.page import Page
from tui.widgets.rows import BLANK, Row, Rows, heading
from tui.widgets.spans import Span, Tone
from tui.wording.mark import N_

_LISTS = (
    ("broken", N_("They broke it"), Mark.LATE),
    ("due", N_("Due today and next"), Mark.NONE),
    ("mine", N_("I owe"), Mark.MINE),
    ("not_before", N_("Not before"), Mark.NONE),
)


class TodayScreen(Page):
    """One line a case and one with the next action."""

    KEYS: ClassVar[tuple[str, ...]] = (
        "open", "record", "call", "compose", "escalate", "board", "new", "channels",
        "edit", "working", "close_case", "companies", "profile", "language", "quit", "search",
    )  # fmt: skip
    AUTO_FOCUS = "#rows"

    def body(self) -> ComposeResult:
        yield Rows(id="rows")

    @property
    def case_id(self) -> int:
        return int(self.query_one(Rows).key or 0)

    def reload(self) -> None:
        view = self.desk.today()
        rows = [row for name, title, mark in _LISTS for row in self._list(view, name, title, mark)]
        self.query_one(Rows).show(tuple(rows) or (BLANK, heading(f" {self._nothing()}")))
        self.title_is(self.words.t("Today"), (Span(self.words.short_day(view.today)),))

    def _nothing(self) -> str:
        """In an empty book, how to begin."""
        if self.desk.board().is_empty:
            return self.words.t("There are no cases yet. {key}: open one.", key=self.key("new"))
        return self.words.t("Nothing is late or due. {key}: the board.", key=self.key("board"))

    def _list(self, view: TodayView, name: str, title: str, mark: Mark) -> list[Row]:
        entries: tuple[TodayRow, ...] = getattr(view, name)
        if not entries:
            return []
        head = heading(f" {self.words.t(title)} {len(entries)}")
        return [head, *(self._row(entry, mark) for entry in entries), BLANK]

    def _row(self, entry: TodayRow, mark: Mark) -> Row:
        words, card = self.words, entry.card
        when = words.until(entry.deadline, entry.today) if entry.deadline else ""
        if entry.deadline and entry.deadline.late_on(entry.today):
            mark = Mark.LATE
        first = (
            Span(f" {mark} ", TONE_OF[mark]),
            Span(f"{when:<17} ", TONE_OF[mark]),
            Span(f"#{card.id} {card.company}", Tone.STRONG),
            Span(f"  {card.subject}"),
        )
        second = (Span(" " * 21), Span(self.next_words(card, entry.next), Tone.ACCENT))
        return Row((first, second), str(card.id))

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        self.go("case", case_id=int(event.key))

    def action_back(self) -> None:
        self.go("board")
