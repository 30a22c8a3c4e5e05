"""The keys of a screen on one line. Imports no Textual."""

from __future__ import annotations

from itertools import accumulate

from tui.commands import Command
from tui.terminal.widths import cell_len
from tui.widgets.labels import label
from tui.widgets.lines import Line, Span, Tone
from tui.wording.wording import Wording

Item = tuple[str, str]


def key_items(words: Wording, commands: tuple[Command, ...]) -> tuple[Item, ...]:
    """Key and title of those commands that the line is to name."""
    return tuple((label(c), words.t(c.title)) for c in commands if c.footer)


def key_line(items: tuple[Item, ...], width: int) -> Line:
    """As many of the keys as fit; the last is always there."""
    return (Span(" "), *(span for place in _fitting(items, width) for span in _spans(items[place])))


def item_at(items: tuple[Item, ...], width: int, x: int) -> int | None:
    """Which of them stands in that cell of the line; None where there is none."""
    end = 1
    for place in _fitting(items, width):
        start, end = end, end + _cells(items[place])
        if start <= x < end - 2:
            return place
    return None


def _fitting(items: tuple[Item, ...], width: int) -> list[int]:
    """The places of those for which there is room."""
    room, last = width - 1 - _cells(items[-1]), len(items) - 1
    ends = accumulate(map(_cells, items[:-1]))
    return [*(place for place, end in enumerate(ends) if end <= room), last]


def _cells(item: Item) -> int:
    return cell_len(item[0]) + cell_len(item[1]) + 3


def _spans(item: Item) -> tuple[Span, ...]:
    return (Span(item[0], Tone.ACCENT), Span(f" {item[1]}  "))
