"""Lines of toned text: what the drawn widgets are given, and how it becomes a strip.

A tone says what a text means; the stylesheet says how it looks. Text is never markup here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from rich.cells import cell_len, chop_cells, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.widget import Widget

from tui.terminal.clean import clean_line


class Tone(StrEnum):
    """What a piece of text means. The value is the component class that styles it."""

    PLAIN = "tone--plain"
    DIM = "tone--dim"
    STRONG = "tone--strong"
    HEAD = "tone--head"
    ACCENT = "tone--accent"
    LATE = "tone--late"
    TODAY = "tone--today"
    MINE = "tone--mine"
    GOOD = "tone--good"


TONES = frozenset(tone.value for tone in Tone)


class Span(NamedTuple):
    """A piece of one line. An `optional` one is left out where it does not fit whole."""

    text: str
    tone: Tone = Tone.PLAIN
    optional: bool = False


Line: TypeAlias = tuple[Span, ...]
StyleOf: TypeAlias = Callable[[Tone], Style]


def tone_style(widget: Widget, tone: Tone) -> Style:
    """How a tone looks in a widget: on the widget's own background."""
    return widget.rich_style + widget.get_component_rich_style(tone.value, partial=True)


def line(*parts: str | Span) -> Line:
    """A line of texts and spans."""
    return tuple(part if isinstance(part, Span) else Span(part) for part in parts)


def segments(spans: Iterable[Span], width: int, style_of: StyleOf, over: Style) -> list[Segment]:
    """The line in exactly `width` cells: cut with an ellipsis, or filled up. `over` goes on top.

    Control characters become visible here, before cells are counted.
    """
    made: list[Segment] = []
    left = width
    for raw, tone, optional in spans:
        text = clean_line(raw)
        cells = cell_len(text)
        if left <= 0 or (optional and cells > left):
            break
        shown = text if cells <= left else _cut(text, left)
        made.append(Segment(shown, style_of(tone) + over))
        left -= min(cells, left)
    if left > 0:
        made.append(Segment(" " * left, style_of(Tone.PLAIN) + over))
    return made


def _cut(text: str, width: int) -> str:
    return set_cell_size(text, width - 1) + "…" if width > 1 else set_cell_size(text, width)


def plain(spans: Iterable[Span]) -> str:
    """The text of a line."""
    return "".join(span.text for span in spans)


def wrapped(text: str, width: int, tone: Tone = Tone.PLAIN, indent: str = "") -> list[Line]:
    """A text in lines of at most `width` cells, broken at spaces; its own line ends are kept."""
    lines: list[Line] = []
    for paragraph in text.split("\n"):
        pieces = _pieces(paragraph, max(8, width - cell_len(indent)))
        lines.extend(line(Span(indent + piece, tone)) for piece in pieces)
    return lines


def _pieces(paragraph: str, width: int) -> list[str]:
    pieces, current = [], ""
    for word in paragraph.split(" "):
        joined = f"{current} {word}" if current else word
        if cell_len(joined) <= width:
            current = joined
            continue
        if current:
            pieces.append(current)
        *heads, current = chop_cells(word, width) or [word]
        pieces += heads
    return [*pieces, current]
