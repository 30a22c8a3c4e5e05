"""Lines beside something else, behind an upright rule. Only what changes is drawn anew."""

from __future__ import annotations

from itertools import zip_longest

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from tui.widgets.lines import Line, edged
from tui.widgets.spans import Toned
from tui.widgets.stretches import stretches


class Sheet(Toned):
    """As many of its lines as there is room for."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._lines: tuple[Line, ...] = ()

    def show(self, lines: tuple[Line, ...]) -> None:
        """Show these lines from the top."""
        before, self._lines = self._lines, lines
        differ = (old != new for old, new in zip_longest(before, lines))
        for run in stretches(differ):
            self.refresh(Region(0, run.start, self.size.width, len(run)))

    def render_line(self, y: int) -> Strip:
        line = self._lines[y] if y < len(self._lines) else ()
        width = self.size.width
        return Strip([Segment(text, self.look(tone)) for text, tone in edged(line, width)], width)
