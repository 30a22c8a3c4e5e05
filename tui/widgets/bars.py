"""The title at the top and the keys at the bottom: one line each."""

from __future__ import annotations

from itertools import accumulate
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from tui.commands import Command
from tui.widgets.keys import label
from tui.widgets.spans import TONES, Line, Span, Tone, segments, tone_style
from tui.wording.wording import Wording


class Bar(Widget):
    """One drawn line: `left` against the left edge, `right` against the right one."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(TONES)
    DEFAULT_CSS = "Bar { height: 1; }"

    left: var[Line] = var(())
    right: var[Line] = var(())

    def watch_left(self) -> None:
        self.refresh()

    def watch_right(self) -> None:
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        right = self._fitting(width)
        tail = sum(cell_len(span.text) for span in right)
        made = segments(self.left, width - tail, self._style, Style.null())
        made += segments(right, tail, self._style, Style.null())
        return Strip(made, width)

    def _fitting(self, width: int) -> Line:
        """As much of the right side as leaves the left one whole, or half of the line."""
        room = width - min(sum(cell_len(span.text) for span in self.left), width // 2)
        ends = accumulate(cell_len(span.text) for span in self.right)
        return tuple(span for span, end in zip(self.right, ends, strict=True) if end <= room)

    def _style(self, tone: Tone) -> Style:
        return tone_style(self, tone)


def chart_signs(*, is_plain: bool) -> tuple[str, str]:
    """What bars of a chart are made of, the first and the second of a line.

    `is_plain`: the terminal has no colours, or no letters but ASCII.
    """
    return ("#", "-") if is_plain else ("█", "░")


class KeyBar(Bar):
    """The keys of a screen, as many as fit; the last ones are always `? keys`."""

    def show(self, words: Wording, commands: tuple[Command, ...]) -> None:
        """Show these commands in this order."""
        self._items = tuple((label(c), words.t(c.title)) for c in commands if c.footer)
        self._lay_out()

    def on_resize(self) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        items = getattr(self, "_items", ())
        if not items or not self.size.width:
            return
        room = self.size.width - 1 - _cells(items[-1])
        spans: list[Span] = []
        for item in items[:-1]:
            room -= _cells(item)
            if room < 0:
                break
            spans += _spans(item)
        self.left = (Span(" "), *spans, *_spans(items[-1]))


def _cells(item: tuple[str, str]) -> int:
    return cell_len(item[0]) + cell_len(item[1]) + 3


def _spans(item: tuple[str, str]) -> tuple[Span, ...]:
    return (Span(item[0], Tone.ACCENT), Span(f" {item[1]}  "))
