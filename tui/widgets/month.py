"""A month drawn by line: seven columns, a cursor on a day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import ClassVar

from msgspec import Struct
from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.events import Click
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.keys import bindings
from tui.widgets.spans import Looking, Span, Tone, segments

_WEEK = 7
_NARROWEST = 3  # cells of a day: its number and a sign
_SIGNED = 6  # cells from which today has brackets and a day off a sign of its own
OFF = "~"
_TONES = {"!": Tone.LATE, "<": Tone.TODAY, ">": Tone.MINE}


class DayCell(Struct, frozen=True):
    """A day. `marks`: signs with how often each holds, the most pressing first."""

    date: date
    is_off: bool = False
    is_inside: bool = True
    marks: tuple[tuple[str, int], ...] = ()


class Month(Looking, Widget, can_focus=True):
    """Whole weeks, Monday first. The arrows move by day and week, also out of the month."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"month--cursor"}
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "down", "up", "left", "right", "page_down", "page_up", "to_today", "open"
    )
    DEFAULT_CSS = "Month { height: 13; }"

    class Moved(Message):
        """The cursor stands on another day, perhaps of another month."""

        def __init__(self, day: date) -> None:
            super().__init__()
            self.day = day

    class Chosen(Moved):
        """Enter was pressed on a day, or it was clicked twice."""

    def __init__(self, at: date, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.at = at
        self._today = at
        self._names: tuple[str, ...] = ()
        self._days: tuple[DayCell, ...] = ()

    def show(self, names: tuple[str, ...], days: tuple[DayCell, ...], today: date) -> None:
        """Show these days, which are whole weeks, under the `names` of the weekdays."""
        self._names, self._days, self._today = names, days, today
        self.refresh()

    def render_line(self, y: int) -> Strip:
        parts: list[Segment] = []
        for column in range(_WEEK):
            parts += self._heading(column) if y == 0 else self._cell(column, y - 1)
        return Strip(parts).adjust_cell_length(self.size.width, self.look(Tone.PLAIN))

    @property
    def _width(self) -> int:
        """Cells of a day."""
        return max(_NARROWEST, self.size.width // _WEEK)

    @property
    def _lines(self) -> int:
        """Lines of a week: the marks stand below the numbers where there is room."""
        return 2 if self.size.height > 2 * self._weeks and self._width >= _SIGNED else 1

    @property
    def _weeks(self) -> int:
        return -(-len(self._days) // _WEEK)  # the very last week there is, is cut off

    @property
    def _top(self) -> int:
        """The first week that is seen: the one of the cursor always is."""
        room = max(1, (self.size.height - 1) // self._lines)
        row = next((i for i, day in enumerate(self._days) if day.date == self.at), 0) // _WEEK
        return max(0, min(row - room + 1, self._weeks - room))

    def _heading(self, column: int) -> list[Segment]:
        name = self._names[column] if self._names else ""
        left = " " if self._width >= _SIGNED else ""
        spans = (Span(left + name[: self._width - 1], Tone.HEAD),)
        return segments(spans, self._width, self.look, Style.null())

    def _cell(self, column: int, y: int) -> list[Segment]:
        week, within = divmod(y, self._lines)
        index = (self._top + week) * _WEEK + column
        if index >= len(self._days):
            return segments((), self._width, self.look, Style.null())
        cell = self._days[index]
        spans = self._marks(cell, self._width - 1) if within else self._number(cell)
        is_here = cell.date == self.at
        over = self.get_component_rich_style("month--cursor", partial=True) if is_here else None
        gap = segments((), 1, self.look, Style.null())
        drawn = segments(spans, self._width - 1, self.look, over or Style.null())
        return [*drawn, *gap] if self._width > _NARROWEST else self._tight(cell, over)

    def _tight(self, cell: DayCell, over: Style | None) -> list[Segment]:
        """Three cells a day: the number, and the most pressing sign."""
        sign = cell.marks[0][0] if cell.marks else OFF if cell.is_off else " "
        spans = (self._digits(cell), Span(sign, _TONES.get(sign, Tone.DIM)))
        return segments(spans, self._width, self.look, over or Style.null())

    def _number(self, cell: DayCell) -> tuple[Span, ...]:
        digits = self._digits(cell)
        if self._width < _SIGNED:
            return (digits, *self._marks(cell, self._width - 3))
        is_today = cell.date == self._today
        left, right = ("[", "]") if is_today else (" ", " ")
        off = Span(OFF if cell.is_off else " ", Tone.DIM)
        marks = self._marks(cell, self._width - 6) if self._lines == 1 else ()
        return (Span(left, digits.tone), digits, Span(right, digits.tone), off, *marks)

    def _digits(self, cell: DayCell) -> Span:
        tone = Tone.STRONG if cell.date == self._today else Tone.PLAIN
        return Span(f"{cell.date.day:>2}", tone if cell.is_inside else Tone.DIM)

    def _marks(self, cell: DayCell, room: int) -> tuple[Span, ...]:
        """All of them where they fit; else the most pressing one, and a plus for the others."""
        told = [(f"{sign}{count}", _TONES[sign]) for sign, count in cell.marks]
        for gap in (" ", ""):
            if told and sum(len(gap + text) for text, _ in told) <= room:
                return tuple(Span(gap + text, tone) for text, tone in told)
        short = [Span(told[0][0], told[0][1])] if told else []
        return (*short, Span("+", Tone.DIM)) if len(told) > 1 else tuple(short)

    def go_to(self, day: date) -> None:
        """Put the cursor on a day."""
        if day != self.at:
            self.at = day
            self.refresh()
            self.post_message(self.Moved(day))

    def _go(self, days: int) -> None:
        """Neither before the first nor after the last day there is."""
        try:
            self.go_to(self.at + timedelta(days=days))
        except OverflowError:
            return

    def _turn(self, months: int) -> None:
        """The same day of another month, or its last one."""
        year, month = divmod(self.at.year * 12 + self.at.month - 1 + months, 12)
        if date.min.year <= year <= date.max.year:
            last = monthrange(year, month + 1)[1]
            self.go_to(date(year, month + 1, min(self.at.day, last)))

    def action_left(self) -> None:
        self._go(-1)

    def action_right(self) -> None:
        self._go(1)

    def action_up(self) -> None:
        self._go(-_WEEK)

    def action_down(self) -> None:
        self._go(_WEEK)

    def action_page_up(self) -> None:
        self._turn(-1)

    def action_page_down(self) -> None:
        self._turn(1)

    def action_to_today(self) -> None:
        self.go_to(self._today)

    def action_open(self) -> None:
        self.post_message(self.Chosen(self.at))

    def on_click(self, event: Click) -> None:
        """A click moves to a day, a double one opens it."""
        column, week = event.x // self._width, (event.y - 1) // self._lines
        index = (self._top + week) * _WEEK + column
        if event.y < 1 or column >= _WEEK or index >= len(self._days):
            return
        self.go_to(self._days[index].date)
        if event.chain == 2:
            self.action_open()
