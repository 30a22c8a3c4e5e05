"""Companies and how to reach them."""

from __future__ import annotations

from collections import Counter
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from tui.advice.figures.scoreboard import Score
from tui.cases.company import Company
from tui.desk.figures.figure_lines import brief
from tui.screens.context import Context
from tui.screens.page import Page
from tui.terminal.clean import clean_line
from tui.widgets.rows import BLANK, Row, Rows, heading
from tui.widgets.spans import Line, Span, Tone


class CompaniesScreen(Page):
    """One company a row, with its figures and its contact points below it."""

    KEYS: ClassVar[tuple[str, ...]] = (
        "open", "add_company", "edit_company", "new", "board", "today", "profile", "language",
        "quit", "search",
    )  # fmt: skip
    AUTO_FOCUS = "#rows"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._drafts: Counter[str] = Counter()  # by company

    def body(self) -> ComposeResult:
        yield Rows(id="rows")

    def reload(self) -> None:
        companies = self.desk.scored_companies()
        self._drafts = Counter(view.card.company for view in self.desk.listed("stage:draft"))
        empty = heading(
            " " + self.words.t("No companies yet. {key}: add one.", key=self.key("add_company"))
        )
        rows = tuple(self._row(company, score) for company, score in companies)
        self.query_one(Rows).show(rows or (BLANK, empty))
        self.title_is(self.words.t("Companies"), (Span(str(len(companies))),))

    def _row(self, company: Company, score: Score) -> Row:
        facts = (company.country, company.timezone, company.hours, company.website)
        name = Span(f" {clean_line(company.name):<22} ", Tone.STRONG)
        about = Span(clean_line("  ".join(filter(None, facts))), Tone.DIM)
        points = [self._point(p.channel, p.address, p.note) for p in company.contact_points]
        none: Line = (Span("   " + self.words.t("no contact point yet"), Tone.DIM),)
        figures = brief(self.words, score)
        tone = Tone.LATE if score.late else Tone.PLAIN
        if drafts := self._drafts[company.name]:  # they are in no figures
            said = self.words.n("{count} draft", "{count} drafts", drafts)
            figures = f"{figures}, {said}" if figures else said
        lines: list[Line] = [(Span(f"   {figures}", tone),)] if figures else []
        return Row(((name, about), *lines, *(points or [none])), company.name)

    def _point(self, channel, address: str, note: str) -> Line:  # type: ignore[no-untyped-def]
        how = Span(f"   {self.words.term(channel):<22}", Tone.ACCENT)
        return (how, Span(clean_line(address)), Span(f"  {clean_line(note)}", Tone.DIM))

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        self.go("scoreboard", name=event.key)

    def action_edit_company(self) -> None:
        name = self.query_one(Rows).key
        if name:
            self.go("company", name=name)
        else:
            self.action_add_company()

    def action_add_company(self) -> None:
        self.go("company", name="")

    def action_back(self) -> None:
        self.go("board")
