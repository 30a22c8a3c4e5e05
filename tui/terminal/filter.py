"""The last line of defence: what still slipped into a widget does not reach the wire."""

from __future__ import annotations

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from tui.terminal.clean import CONTROLS, Table
from tui.terminal.glyphs import Glyphs

# A lone surrogate takes a cell where the others take none: deleted, it would shift the line.
_TABLE = Table(dict.fromkeys(CONTROLS))


class ControlFilter(LineFilter):
    """Deletes control characters from every segment, and hyperlinks from its style.

    It deletes where `clean` shows a picture, because here the width is settled already: what
    it deletes takes no cell. A segment of terminal control codes is dropped whole.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        if not any(map(_suspect, segments)):
            return segments
        return [
            Segment(text.translate(_TABLE), style and _without_link(style))
            for text, style, control in segments
            if not control
        ]


class GlyphFilter(LineFilter):
    """Writes what a terminal of this encoding does not have with what it has, in as many cells."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__()
        self._glyphs = glyphs

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        of = self._glyphs.of
        return [Segment(of(text), style, control) for text, style, control in segments]


def _suspect(segment: Segment) -> bool:
    """Whether it is worth a closer look. No control character is printable."""
    text, style, control = segment
    return bool(control) or not text.isprintable() or (style is not None and bool(style.link))


@lru_cache(1024)
def _without_link(style: Style) -> Style:
    return style.update_link(None) if style.link else style
