"""What a list consists of: entries of one or more lines, and headings between them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from tui.widgets.lines import Line, Span, Tone


class Row(Struct, frozen=True):
    """One entry of one or more lines. `key` is what messages name; empty: cannot be chosen."""

    lines: tuple[Line, ...]
    key: str = ""


def heading(text: str) -> Row:
    """A heading between rows; it cannot be chosen."""
    return Row(((Span(text, Tone.HEAD),),))


BLANK = Row(((Span(""),),))


def selectable(rows: Sequence[Row], index: int, step: int) -> int:
    """The nearest row that can be chosen, from `index` on: onward first, then back; else 0."""
    count = len(rows)
    onward = range(max(0, min(index, count - 1)), count if step > 0 else -1, step)
    back = range(max(0, min(index, count - 1)), -1 if step > 0 else count, -step)
    return next((i for i in (*onward, *back) if 0 <= i < count and rows[i].key), 0)
