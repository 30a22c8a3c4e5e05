"""Lines of toned text: what the drawn widgets are given. Imports no Textual, so that the first
frame is drawn before that is there.

A tone says what a text means; the stylesheet says how it looks. Text is never markup here.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from tui.terminal.clean import clean_line
from tui.terminal.widths import cell_len, chopped, cut


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
Pieces: TypeAlias = tuple[tuple[str, Tone], ...]


def line(*parts: str | Span) -> Line:
    """A line of texts and spans."""
    return tuple(part if isinstance(part, Span) else Span(part) for part in parts)


@lru_cache(4096)
def laid(spans: Line, width: int) -> Pieces:
    """The line in exactly `width` cells: cut with an ellipsis, or filled up.

    Control characters become visible here, before cells are counted.
    """
    made: list[tuple[str, Tone]] = []
    left = width
    for raw, tone, optional in spans:
        text = clean_line(raw)
        cells = cell_len(text)
        if left <= 0 or (optional and cells > left):
            break
        made.append((text if cells <= left else _cut(text, left), tone))
        left -= min(cells, left)
    if left > 0:
        made.append((" " * left, Tone.PLAIN))
    return tuple(made)


def both_sides(left: Line, right: Line, width: int) -> Pieces:
    """`left` against the left edge, `right` against the right one.

    As much of the right side as leaves the left one whole, or half of the line.
    """
    room = width - min(sum(cell_len(span.text) for span in left), width // 2)
    ends = accumulate(cell_len(span.text) for span in right)
    fitting = tuple(span for span, end in zip(right, ends, strict=True) if end <= room)
    tail = sum(cell_len(span.text) for span in fitting)
    return laid(left, width - tail) + laid(fitting, tail)


def _cut(text: str, width: int) -> str:
    return cut(text, width - 1) + "…" if width > 1 else cut(text, width)


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
        *heads, current = chopped(word, width) or [word]
        pieces += heads
    return [*pieces, current]
