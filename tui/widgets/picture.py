"""A picture of half blocks: two colours a cell, or shades of characters where colours are few."""

from __future__ import annotations

from typing import TypeAlias

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

RGB: TypeAlias = tuple[int, int, int]
Halves: TypeAlias = tuple[tuple[tuple[RGB, RGB], ...], ...]

_SHADES = " .:-=+*#%@"


class Picture(Widget, can_focus=True):
    """Lines of cells, each with the colours of its upper and lower half. In by `show`."""

    DEFAULT_CSS = "Picture { height: 1fr; } Picture:focus { background-tint: transparent; }"

    class Resized(Message):
        """There is another room for the picture: it is to be made anew."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._lines: Halves = ()
        self._told = (0, 0)

    def show(self, lines: Halves) -> None:
        """Show this picture instead."""
        self._lines = lines
        self.refresh()

    @property
    def room(self) -> tuple[int, int]:
        """How many cells and lines there are; zeros before the picture is laid out."""
        return self.content_size.width, self.content_size.height

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if y >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        style, line = self.rich_style, self._lines[y]
        if self.app.has_class("-plain"):
            cells = [Segment("".join(_shade(*cell) for cell in line), style)]
        else:
            cells = [_half(*cell) for cell in line]
        return Strip(cells, len(line)).adjust_cell_length(width, style)

    def on_resize(self) -> None:
        if self.room != self._told:
            self._told = self.room
            self.post_message(self.Resized())


def _half(top: RGB, bottom: RGB) -> Segment:
    return Segment("▀", Style(color=Color.from_rgb(*top), bgcolor=Color.from_rgb(*bottom)))


def _shade(top: RGB, bottom: RGB) -> str:
    """The more light, the more ink: most terminals are dark."""
    light = (_light(top) + _light(bottom)) / 2
    return _SHADES[int(light * len(_SHADES) / 256)]


def _light(colour: RGB) -> float:
    """How bright a colour looks, 0 to 255 (ITU-R BT.601)."""
    red, green, blue = colour
    return 0.299 * red + 0.587 * green + 0.114 * blue
