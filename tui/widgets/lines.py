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
from tui.terminal.widths import cell_len, cut
from tui.widgets.addresses import chopped_word


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
    RULE = "tone--rule"


_LOST = 5  # cells of a word that is cut off whole, at most; of a short line a quarter

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


@lru_cache(1024)
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


def parted(pieces: Pieces, cells: int) -> tuple[Pieces, Pieces]:
    """The first so many cells of a line, and the others."""
    if not cells:
        return (), pieces
    before: list[tuple[str, Tone]] = []
    behind: list[tuple[str, Tone]] = []
    for text, tone in pieces:
        head = cut(text, cells) if cells < cell_len(text) else text
        cells -= cell_len(head)
        before += [(head, tone)] if head else []
        behind += [(text[len(head) :], tone)] if len(head) < len(text) else []
    return tuple(before), tuple(behind)


def both_sides(left: Line, right: Line, width: int) -> Pieces:
    """`left` against the left edge, `right` against the right one.

    As much of the right side as leaves the left one whole, or half of the line.
    """
    room = width - min(sum(cell_len(span.text) for span in left) + 1, width // 2)
    ends = accumulate(cell_len(span.text) for span in right)
    fitting = tuple(span for span, end in zip(right, ends, strict=True) if end <= room)
    tail = sum(cell_len(span.text) for span in fitting)
    if not tail:
        return laid(left, width)
    return (*laid(left, width - tail - 1), (" ", Tone.PLAIN), *laid(fitting, tail))


def edged(spans: Line, width: int) -> Pieces:
    """The line in exactly `width` cells behind an upright rule, with blanks around."""
    return ((" │ ", Tone.RULE), *laid(spans, width - 4), (" ", Tone.PLAIN))


def _cut(text: str, width: int) -> str:
    """The text in `width` cells: at the end of a word, where little is lost by that."""
    if cell_len(text.rstrip()) <= width:
        return cut(text, width)
    if width <= 1:
        return "…"
    head = cut(text, width - 1)
    whole = _whole_words(text, head)
    lost = width - 1 - cell_len(whole)
    return f"{head}…" if lost > min(width // 4, _LOST) else f"{whole}…" + " " * lost


def _whole_words(text: str, head: str) -> str:
    """As much of the beginning `head` as ends with a word; a number with blanks in it is one."""
    if not text.startswith(head):  # half of a wide character was left out
        return head
    words, _, begun = f"{head}{text[len(head) : len(head) + 1]}".rpartition(" ")
    if words[-1:].isdigit() and begun[:1].isdigit():
        return ""
    return words.rstrip(" ,;:-–—№#(«“")


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
        *heads, current = chopped_word(word, width) or [word]
        pieces += heads
    return [*pieces, current]
