"""Today: they broke it, due today and next, I owe; then those not to be chased yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from tui.desk.cases.put_off_words import when as stands
from tui.desk.views import Mark, TodayRow, TodayView
from tui.screens.board.cardlines import TONE_OF
from tui.screens.board.many_cases import ManyCases
from tui.screens.sheets import sheets
from tui.widgets.rows import BLANK, Row, Rows, heading
from tui.widgets.spans import Span, Tone
from tui.wording.mark import N_

_LISTS = (
    ("broken", N_("They broke it"), Mark.LATE),
    ("due", N_("Due today and next"), Mark.NONE),
    ("mine", N_("I owe"), Mark.MINE),
    ("not_before", N_("Not before"), Mark.NONE),
)

_TICKED = "ticked"


class TodayScreen(ManyCases):
    """One line a case and one with the next action."""

    CSS_PATH = sheets("lists")
    KEYS: ClassVar[tuple[str, ...]] = (
        "open", "record", "call", "compose", "escalate", "board", "new", "channels",
        "edit", "working", "close_case", "companies", "profile", "language", "quit", "search",
        "snooze", "wake", "every", "chase", "inbox",
    )  # fmt: skip
    AUTO_FOCUS = "#rows"

    def body(self) -> ComposeResult:
        yield Rows(id="rows")

    @property
    def case_id(self) -> int:
        return int((self.query_one(Rows).key or "0").split()[0])

    def reload(self) -> None:
        view = self.desk.today()
        rows = self._ticked_off()
        rows += [row for name, title, mark in _LISTS for row in self._list(view, name, title, mark)]
        rows = rows or [BLANK, heading(f" {self._nothing()}")]
        rows += [heading(f" {said}") for said in self._besides(view)]
        self.query_one(Rows).show(tuple(rows))
        self.title_is(self.words.t("Today"), (Span(self.words.short_day(view.today)),))

    def _nothing(self) -> str:
        """In an empty book, how to begin."""
        if self.desk.board().is_empty:
            return self.words.t("There are no cases yet. {key}: open one.", key=self.key("new"))
        return self.words.t("Nothing is late or due. {key}: the board.", key=self.key("board"))

    def _besides(self, view: TodayView) -> Iterator[str]:
        """Mails of no case; and drafts, which stand in a list only where my own time runs out."""
        if view.inbox:
            yield self.words.n(
                "{count} mail waits in the Inbox: {key}.",
                "{count} mails wait in the Inbox: {key}.",
                view.inbox,
                key=self.key("inbox"),
            )
        if view.ready:
            yield self.words.n(
                "{count} draft is ready to be sent, on the board.",
                "{count} drafts are ready to be sent, on the board.",
                view.ready,
            )

    def _ticked_off(self) -> list[Row]:
        """What was ticked off in a calendar is asked, and never taken for done."""
        words, found = self.words, self.desk.done_there(self.words)
        if not found:
            return []
        rows = []
        for number, one in enumerate(found):
            on = words.short_day(one.on, self.desk.day()) if one.on else ""
            first = (
                Span(f" {Mark.MINE} {on:<17} ", Tone.MINE),
                Span(one.item.title, Tone.STRONG),
            )
            asked = words.t("What did you do? {key} records it.", key=self.key("record"))
            second = (Span(" " * 21), Span(asked, Tone.ACCENT))
            rows.append(Row((first, second), f"{one.item.card.id} {_TICKED} {number}"))
        head = heading(f" {words.t('Ticked off in your calendar')} {len(found)}")
        return [head, *rows, BLANK]

    def _list(self, view: TodayView, name: str, title: str, mark: Mark) -> list[Row]:
        entries: tuple[TodayRow, ...] = getattr(view, name)
        if not entries:
            return []
        head = heading(f" {self.words.t(title)} {len(entries)}")
        return [head, *(self._row(entry, mark) for entry in entries), BLANK]

    def _row(self, entry: TodayRow, mark: Mark) -> Row:
        words, card = self.words, entry.card
        when, besides = stands(words, entry), self._besides_late(entry)
        if entry.deadline and entry.deadline.late_on(entry.today):
            mark = Mark.LATE
        sign = Mark.LATE if besides else mark
        first = (
            Span(f" {sign} ", TONE_OF[sign]),
            Span(f"{when:<17} ", TONE_OF[mark]),
            Span(f"#{card.id} {card.company}", Tone.STRONG),
            Span(f"  {card.subject}"),
        )
        next_words = Span(self.next_words(card, entry.next), Tone.ACCENT)
        return Row((first, (Span(" " * 21), next_words, Span(besides, Tone.LATE))), str(card.id))

    def _besides_late(self, entry: TodayRow) -> str:
        """What they broke where something else is waited for; the board marks it, too."""
        late = () if entry.snoozed else entry.card.late(entry.today)
        if not late or late[0] == entry.deadline:
            return ""
        return f"  {self.words.until(late[0], entry.today)}"

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        number, *ticked = event.key.split()
        self.go("record" if ticked else "case", case_id=int(number))

    def action_back(self) -> None:
        self.go("board")
