"""The keys of a screen on one line. Imports no Textual."""

from __future__ import annotations

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
    room = width - 1 - _cells(items[-1])
    spans: list[Span] = []
    for item in items[:-1]:
        room -= _cells(item)
        if room < 0:
            break
        spans += _spans(item)
    return (Span(" "), *spans, *_spans(items[-1]))


def _cells(item: Item) -> int:
    return cell_len(item[0]) + cell_len(item[1]) + 3


def _spans(item: Item) -> tuple[Span, ...]:
    return (Span(item[0], Tone.ACCENT), Span(f" {item[1]}  "))
