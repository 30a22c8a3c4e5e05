"""A text of any length with numbers before its lines; only what is seen is ever asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, TypeAlias

from rich.cells import cell_len
from rich.style import Style
from textual.binding import BindingType
from textual.geometry import Size
from textual.strip import Strip

from tui.widgets.keys import bindings
from tui.widgets.scrolled import Scrolled
from tui.widgets.spans import Line, Span, Tone, segments

Fetch: TypeAlias = Callable[[int, int], tuple[str, ...]]  # first and last, counted from 1

_BLOCK = 200  # lines asked for at once
_KEPT = 8  # blocks
_ASIDE = 8  # cells by which a key moves a long line


class Numbered(Scrolled, can_focus=True):
    """Lines behind their numbers. `left` and `right` move along long ones."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "down", "up", "left", "right", "top", "bottom", "page_down", "page_up"
    )
    DEFAULT_CSS = """
    Numbered { height: 1fr; scrollbar-size-vertical: 1; scrollbar-size-horizontal: 0; }
    Numbered:focus { background-tint: transparent; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._count, self._aside = 0, 0
        self._fetch: Fetch = lambda _first, _last: ()
        self._blocks: dict[int, tuple[str, ...]] = {}

    def show(self, count: int, fetch: Fetch) -> None:
        """Show so many lines, which `fetch` gives, from the first one on. It must not raise."""
        self._count, self._fetch, self._aside = count, fetch, 0
        self._blocks.clear()
        self.virtual_size = Size(self.size.width, count)
        self._scroll(0)
        self.refresh()

    @property
    def seen(self) -> tuple[int, int]:
        """The first and the last line that is seen now; (0, 0) where there is none."""
        first = self.scroll_offset.y + 1
        last = min(self._count, self.scroll_offset.y + self.size.height)
        return (first, last) if first <= last else (0, 0)

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        number = y + self.scroll_offset.y + 1
        spans = self._spans(number) if number <= self._count else ()
        return Strip(segments(spans, width, self.look, Style.null()), width)

    def _spans(self, number: int) -> Line:
        column = len(str(self._count))
        text = self._line(number)[self._aside :]
        return (Span(f"{number:>{column}} ", Tone.DIM), Span(text))

    def _line(self, number: int) -> str:
        block = (number - 1) // _BLOCK
        if block not in self._blocks:
            if len(self._blocks) >= _KEPT:
                del self._blocks[next(iter(self._blocks))]
            first = block * _BLOCK + 1
            self._blocks[block] = self._fetch(first, first + _BLOCK - 1)
        lines, place = self._blocks[block], (number - 1) % _BLOCK
        return lines[place] if place < len(lines) else ""

    def on_resize(self) -> None:
        self.virtual_size = Size(self.size.width, self._count)

    def action_top(self) -> None:
        self._move_aside(-self._aside)
        self._scroll(0)

    def action_bottom(self) -> None:
        self._scroll(self._count)

    def action_right(self) -> None:
        """Only as far as a line that is seen goes on."""
        first, last = self.seen
        longest = max((cell_len(self._line(n)) for n in range(first, last + 1) if n), default=0)
        room = self.scrollable_content_region.width - len(str(self._count)) - 1
        if longest - self._aside > room:
            self._move_aside(_ASIDE)

    def action_left(self) -> None:
        self._move_aside(-_ASIDE)

    def _move_aside(self, by: int) -> None:
        self._aside = max(0, self._aside + by)
        self.refresh()
