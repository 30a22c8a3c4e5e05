"""Statistics: the whole book, or one company, in figures and bars."""

from __future__ import annotations

from itertools import accumulate
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from tui.advice.figures.statistics import Statistics
from tui.desk.figures.charts import Section, sections
from tui.desk.figures.figure_lines import pairs
from tui.screens.context import Context
from tui.screens.figures.chart_rows import chart_rows, pair_rows
from tui.screens.page import Page
from tui.screens.sheets import sheets
from tui.terminal.clean import clean_line
from tui.widgets.reading_rows import ReadingRows
from tui.widgets.rows import BLANK, Row, Rows, heading
from tui.widgets.spans import Span

_BROAD = 110  # cells from which the charts stand in two columns
_SIGNS = ("█", "░")  # what bars are made of, the first and the second of a line


class StatisticsScreen(Page):
    """Plain words first, then charts. Enter on a case or a company opens it."""

    CSS_PATH = sheets("figures")
    KEYS: ClassVar[tuple[str, ...]] = (
        "open", "board", "today", "companies", "back", "search",
    )  # fmt: skip
    AUTO_FOCUS = "#rows"

    def __init__(self, context: Context, company: str = "") -> None:
        super().__init__(context)
        self._company = company
        self._told: Statistics | None = None

    def body(self) -> ComposeResult:
        with Container(id="panes"):
            yield ReadingRows(id="rows")
            yield ReadingRows(id="more")

    def reload(self) -> None:
        self._told = self.desk.statistics(self._company)
        right = clean_line(self._company) or self.words.short_day(self.desk.day())
        self.title_is(self.words.t("Statistics"), (Span(right),))
        self._draw()

    @on(Rows.Rewidened)
    def _draw(self) -> None:
        """In another width what is told is laid out anew, and nothing is counted again."""
        rows, more = self.query_one("#rows", Rows), self.query_one("#more", Rows)
        told = self._told
        if told is None:
            return
        if not told.score.cases:
            nothing = self.words.t("Nothing has gone out yet, so there is nothing to count.")
            then = self.words.t("On a case, {key} records what you sent.", key=self.key("record"))
            rows.show((BLANK, heading(f" {nothing}"), heading(f" {then}")))
            more.show(())
            return
        known = pair_rows(pairs(self.words, told.score), rows.room)
        first, second = self._halves(sections(self.words, told), len(known))
        rows.show((*known, BLANK, *self._charts(first, rows.room)))
        more.show(self._charts(second, more.room))

    def _charts(self, some: tuple[Section, ...], room: int) -> tuple[Row, ...]:
        return chart_rows(some, room, _SIGNS)

    def _halves(
        self, charts: tuple[Section, ...], above: int
    ) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
        """What stands left, below so many lines, and right; all left where it is narrow."""
        if self.size.width < _BROAD:
            return charts, ()
        ends = tuple(accumulate((len(chart.measures) + 3 for chart in charts), initial=above))
        middle = ends[-1] // 2
        left = min(range(1, len(charts) + 1), key=lambda count: abs(ends[count] - middle))
        return charts[:left], charts[left:]

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        kind, _, name = event.key.partition(" ")
        if kind == "case":
            self.go("case", case_id=int(name))
        else:
            self.go("scoreboard", name=name)

    def action_statistics(self) -> None:
        """They are here already."""
        self.query_one("#rows").focus()
