"""The lines of a board of columns, as segments and as cells."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.terminal.immediate import Sent
from tui.terminal.pen import Cell
from tui.widgets.column_plan import GAP, UNDER_CURSOR, ColumnPlan, Place
from tui.widgets.lines import Tone, laid, parted
from tui.widgets.spans import Toned

_REMEMBERED = 400  # parts of lines: more than a screen shows


class ColumnLines(Toned):
    """What stands in a plan, drawn by line."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"columns--cursor"}

    def __init__(self, plan: ColumnPlan, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.plan = plan
        self._cells: dict[Place, list[Cell]] = {}  # as they were put together last

    def render_line(self, y: int) -> Strip:
        parts: list[Segment] = []
        for place in self.plan.lines(y):
            parts += self._segments(place)
        return Strip(parts).adjust_cell_length(self.size.width, self.look(Tone.PLAIN))

    def cells(self, y: int, start: int, end: int, sent: Sent) -> list[Cell]:
        """See Drawn. What stood there before, or somewhere else, is not put together again."""
        made: list[Cell] = []
        first, places = self.plan.between(y, start, end)
        for place in places:
            part = self._cells.get(place)
            if part is None:
                if len(self._cells) >= _REMEMBERED:
                    self._cells.clear()
                part = self._cells[place] = sent(self._segments(place))
            made += part
        if first + len(made) < end:
            return super().cells(y, start, end, sent)
        return made[start - first : end - first]

    def _segments(self, place: Place) -> list[Segment]:
        """A column's part of a line, and the gap behind it."""
        line, width, under = place
        before, behind = parted(laid(line, width), under if self.has_focus else 0)
        return [
            *(Segment(text, self._cursor) for text, _ in before),
            *(Segment(text, self.look(tone)) for text, tone in behind),
            Segment(" " * GAP, self.look(Tone.PLAIN)),
        ]

    def notify_style_update(self) -> None:
        self.forget_cells()
        super().notify_style_update()

    def forget_cells(self) -> None:
        """They would look otherwise now."""
        self._cells.clear()

    @property
    def _cursor(self) -> Style:
        over = self.get_component_rich_style("columns--cursor", partial=True)
        return self.look(UNDER_CURSOR) + over
