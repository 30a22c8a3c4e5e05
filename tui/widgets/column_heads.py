"""What stands above the columns of a board: a heading each, or where only one column fits, a strip
that counts all of them. Knows no Textual."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from tui.terminal.widths import cell_len
from tui.widgets.lines import Line, Span, Tone


class CardColumn(Struct, frozen=True):
    """A heading and the keys of the cards below it, in order. `hint`: what an empty one says."""

    title: str
    keys: tuple[int, ...]
    hint: str = ""

    @property
    def counted(self) -> str:
        return f"{self.title} {len(self.keys)}"


def heading(column: CardColumn, more: str) -> Line:
    """Title and count. `more`: the signs that there are cards above or below those seen."""
    return (Span(column.counted, Tone.HEAD), Span(more, Tone.DIM))


def rule(width: int) -> Line:
    """What parts the heading from the cards."""
    return (Span("─" * width, Tone.RULE),)


def strip(columns: Sequence[CardColumn], at: int, more: str, width: int) -> Line:
    """Every column with its count, the one that is shown in brackets; where that does not fit,
    the others as bare counts, or the place of the one among them."""
    for others in ([c.counted for c in columns], [str(len(c.keys)) for c in columns]):
        line = tuple(_strung(others, columns[at], at, more))
        if sum(cell_len(span.text) for span in line) <= width:
            return line
    place = f" {at + 1}/{len(columns)}"
    return (*heading(columns[at], more), Span(place, Tone.DIM, optional=True))


def _strung(others: Sequence[str], shown: CardColumn, at: int, more: str) -> Iterator[Span]:
    for index, text in enumerate(others):
        gap = "  " if index else ""
        if index == at:
            yield Span(f"{gap}[{shown.counted}{more}]", Tone.HEAD)
        else:
            yield Span(gap + text, Tone.DIM)
