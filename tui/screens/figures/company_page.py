"""One company: how to reach it, what came of the cases with it, and those that are open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from tui.advice.history import middle
from tui.desk.figures.figure_lines import pairs
from tui.desk.figures.figures import CompanyView
from tui.desk.views import CardView
from tui.screens.board.cardlines import TONE_OF
from tui.screens.context import Context
from tui.screens.figures.chart_rows import pair_rows
from tui.screens.page import Page
from tui.widgets.reading_rows import ReadingRows
from tui.widgets.rows import BLANK, Row, Rows, heading
from tui.widgets.spans import Span, Tone, wrapped


class ScoreboardScreen(Page):
    """Open cases first, then contact points and the scoreboard. Enter opens a case."""

    KEYS: ClassVar[tuple[str, ...]] = (
        "open", "edit_company", "statistics", "board", "today", "companies", "back", "search",
    )  # fmt: skip
    AUTO_FOCUS = "#rows"

    def __init__(self, context: Context, name: str) -> None:
        super().__init__(context)
        self._known_as = name

    def body(self) -> ComposeResult:
        yield ReadingRows(id="rows")

    def reload(self) -> None:
        view = self.desk.company_view(self._known_as)
        rows = self.query_one(Rows)
        width = rows.room
        groups = (
            self._open_cases(view),
            self._contacts(view, width),
            self._scoreboard(view, width),
            self._channels(view),
        )
        shown = [row for group in groups if (made := tuple(group)) for row in (*made, BLANK)]
        rows.show(tuple(shown))
        self.title_is(view.company.name, (Span(view.company.country),))

    def _open_cases(self, view: CompanyView) -> Iterator[Row]:
        if view.open:
            yield heading(f" {self.words.t('Open cases')} {len(view.open)}")
        for card in view.open:
            yield Row((self._case(card),), str(card.id))

    def _case(self, view: CardView) -> tuple[Span, ...]:
        when = self.words.until(view.deadline, view.today) if view.deadline else ""
        return (
            Span(f" {view.mark} ", TONE_OF[view.mark]),
            Span(f"#{view.id} {view.card.subject}", Tone.STRONG),
            Span(f"  {self.words.term(view.card.stage)}", Tone.DIM),
            Span(f"  {when}", TONE_OF[view.mark]),
        )

    def _contacts(self, view: CompanyView, width: int) -> Iterator[Row]:
        words, company = self.words, view.company
        yield heading(f" {words.t('How to reach them')}")
        facts = (
            *((words.term(p.channel), _noted(p.address, p.note)) for p in company.contact_points),
            (words.t("Hours"), company.hours),
            (words.t("Time zone"), company.timezone),
            (words.t("Website"), company.website),
            (words.t("Note"), " ".join(company.note.split())),
        )
        given = [(label, text) for label, text in facts if text]
        yield from pair_rows(given, width)
        if not company.contact_points:
            key = self.key("edit_company")
            said = words.t("No contact point yet. {key}: add one.", key=key)
            yield Row(tuple(wrapped(said, width - 1, Tone.DIM, " ")))

    def _scoreboard(self, view: CompanyView, width: int) -> Iterator[Row]:
        words = self.words
        yield heading(f" {words.t('What came of it')}")
        known = pairs(words, view.score)
        if not view.score.cases:
            yield Row(
                tuple(wrapped(words.t("Nothing went out to them yet."), width - 1, indent=" "))
            )
            return
        best = (words.t("Best channel"), words.term(view.best)) if view.best else None
        yield from pair_rows((*known, *((best,) if best else ())), width)

    def _channels(self, view: CompanyView) -> Iterator[Row]:
        """What came of each channel; no row for one that was only closed on."""
        words = self.words
        lines = []
        for channel, past in view.history.items():
            answers, silent = len(past.days), past.silent
            said = [words.n("{count} answer", "{count} answers", answers)] if answers else []
            if answers:
                days = middle(past.days)
                said.append(words.n("half within {count} day", "half within {count} days", days))
            if silent:
                said.append(words.n("silent {count} time", "silent {count} times", silent))
            if said:
                lines.append((words.term(channel), ", ".join(said)))
        if lines:
            yield heading(f" {words.t('Its channels, in the newest cases')}")
            yield from pair_rows(lines, self.query_one(Rows).room)

    @on(Rows.Rewidened)
    def _wrap_anew(self) -> None:
        self._look()

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        self.go("case", case_id=int(event.key))

    def action_edit_company(self) -> None:
        self.go("company", name=self._known_as)

    def action_statistics(self) -> None:
        self.go("statistics", company=self._known_as)


def _noted(address: str, note: str) -> str:
    """On one line, whatever was typed."""
    return " ".join((f"{address} ({note})" if note else address).split())
