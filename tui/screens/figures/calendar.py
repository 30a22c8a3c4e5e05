"""The calendar: a month with both kinds of deadlines, and what falls on the day in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from tui.desk.figures.months import CalendarDay, Entry, MonthView
from tui.screens.context import Context
from tui.screens.page import Page
from tui.screens.sheets import sheets
from tui.terminal.clean import clean_line
from tui.widgets.bars import Bar
from tui.widgets.month import DayCell, Month
from tui.widgets.rows import BLANK, Row, Rows, heading
from tui.widgets.spans import Span, Tone

_BROAD = 110  # cells from which the list stands beside the month
_SIGNS = {"!": Tone.LATE, "<": Tone.TODAY, ">": Tone.MINE}


class CalendarScreen(Page):
    """The month above, the dates of the day below; beside it where there is room."""

    CSS_PATH = sheets("figures")
    KEYS: ClassVar[tuple[str, ...]] = ("open", "board", "today", "back", "search")
    AUTO_FOCUS = "#month"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._view: MonthView | None = None

    def body(self) -> ComposeResult:
        with Container(id="panes"):
            yield Month(self.desk.day(), id="month")
            yield Rows(id="rows")
        yield Bar(id="legend")

    def reload(self) -> None:
        month = self.query_one(Month)
        view = self._view = self.desk.month(month.at)
        self.title_is(self.words.t("Calendar"), (Span(self.words.month(view.first)),))
        names = self.words.weekdays()
        month.show(names, tuple(self._cell(day) for day in view.days), view.today)
        self._show_day()
        legend = (
            self.words.t(
                "~ day off in {country}  [ ] today  ! late  < theirs  > mine  {key}: to today",
                key=self.key("to_today"),
                country=view.country,
            )
            if view.country
            else self.words.t(
                "~ weekend  [ ] today  ! late  < theirs  > mine  {key}: my country, for days off",
                key=self.key("settings"),
            )
        )
        self.query_one("#legend", Bar).left = (Span(f" {legend}", Tone.DIM),)

    def _cell(self, day: CalendarDay) -> DayCell:
        signs = [_sign(entry) for entry in day.entries]
        marks = tuple((sign, signs.count(sign)) for sign in _SIGNS if sign in signs)
        is_inside = self._view is not None and day.date.month == self._view.first.month
        return DayCell(day.date, bool(day.off), is_inside, marks)

    def _show_day(self) -> None:
        """The dates of the day under the cursor; beside the month those that follow, too."""
        at, view = self.query_one(Month).at, self._view
        day = view.day(at) if view else None
        if view is None or day is None:
            return
        rows = list(self._day_rows(day))
        if self.size.width >= _BROAD:
            for later in view.days:
                if later.date > at and later.entries:
                    rows += [BLANK, *self._day_rows(later)]
        shown = self.query_one(Rows)
        shown.show(tuple(rows))
        shown.action_top()

    def _day_rows(self, day: CalendarDay) -> Iterator[Row]:
        yield heading(f" {self._about(day)}")
        for number, entry in enumerate(day.entries):
            yield self._row(f"{entry.card.id} {day.date} {number}", entry)
        if not day.entries:
            said = self.words.t("Nothing falls on this day.")
            yield Row(((Span(f"   {said}", Tone.DIM),),))

    def _about(self, day: CalendarDay) -> str:
        said = self.words.short_day(day.date, self.desk.day())
        if day.off:
            off = self.words.t("day off") if day.off == "weekend" else clean_line(day.off)
            said = f"{said}, {off}"
        return said

    def _row(self, key: str, entry: Entry) -> Row:
        sign, card = _sign(entry), entry.card
        what = self.words.term(entry.deadline.kind)
        if entry.is_late:
            what += f", {self.words.until(entry.deadline, entry.today)}"
        first = (
            Span(f" {sign} ", _SIGNS[sign]),
            Span(f"#{card.id} {card.company}", Tone.STRONG),
            Span(f"  {what}", _SIGNS[sign] if entry.is_late else Tone.PLAIN),
            Span(f"  {card.subject}", Tone.DIM),
        )
        return Row((first,), key)

    @on(Rows.Rewidened)
    def _draw_anew(self) -> None:
        self._show_day()

    @on(Month.Moved)
    def _moved(self, event: Month.Moved) -> None:
        """Another month is asked for; a day of this one is there already."""
        first = self._view.first if self._view else None
        if event.day.replace(day=1) == first:
            self._show_day()
        else:
            self._look()

    @on(Month.Chosen)
    def _into_the_day(self) -> None:
        """To the only case of the day, or to the list of them."""
        rows = self.query_one(Rows)
        day = self._view.day(self.query_one(Month).at) if self._view else None
        if day is None or not day.entries:
            self.tell(self.words.t("Nothing falls on this day."))
        elif len(day.entries) == 1:
            self.go("case", case_id=day.entries[0].card.id)
        else:
            self.add_class("-listing")
            rows.focus()

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        self.go("case", case_id=int(event.key.split()[0]))

    def action_calendar(self) -> None:
        """It is here already."""
        self.remove_class("-listing")
        self.query_one(Month).focus()

    def action_back(self) -> None:
        """From the list back to the month, then away."""
        if self.query_one(Rows).has_focus:
            self.remove_class("-listing")
            self.query_one(Month).focus()
        else:
            self.close()


def _sign(entry: Entry) -> str:
    if entry.is_late:
        return "!"
    return ">" if entry.is_mine else "<"
