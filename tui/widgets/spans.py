"""How lines of toned text become segments: the tone's look comes from the stylesheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeAlias

from rich.segment import Segment
from rich.style import Style
from textual.widget import Widget

from tui.terminal.immediate import Drawn
from tui.widgets.lines import TONES, Line, Span, Tone, laid, line, plain, wrapped

__all__ = [
    "TONES", "Line", "Looking", "Span", "StyleOf", "Tone", "Toned", "line", "plain", "segments",
    "tone_style", "wrapped",
]  # fmt: skip

StyleOf: TypeAlias = Callable[[Tone], Style]


def tone_style(widget: Widget, tone: Tone) -> Style:
    """How a tone looks in a widget: on the widget's own background.

    The tones are component classes of the app: asked for each widget, they were most of the work
    of the stylesheet.
    """
    return widget.rich_style + widget.app.get_component_styles(tone.value).partial_rich_style


def segments(spans: Iterable[Span], width: int, style_of: StyleOf, over: Style) -> list[Segment]:
    """The line in exactly `width` cells, see `laid`. `over` goes on top of its styles."""
    return [
        Segment(text, style_of(tone) + over if over else style_of(tone))
        for text, tone in laid(tuple(spans), width)
    ]


if TYPE_CHECKING:
    _Mixed = Widget
else:
    _Mixed = object  # as a widget it would hide the stylesheet of the other base from Textual


class Looking(_Mixed):
    """Mixed into a widget, which then asks once how a tone looks, until its styles change."""

    def __init__(self, *given: Any, **named: Any) -> None:
        self._looks: dict[Tone, Style] = {}
        super().__init__(*given, **named)

    def notify_style_update(self) -> None:
        self._looks.clear()
        super().notify_style_update()

    def look(self, tone: Tone) -> Style:
        """How a tone looks here."""
        if tone not in self._looks:
            self._looks[tone] = tone_style(self, tone)
        return self._looks[tone]


class Toned(Looking, Drawn):
    """A widget that draws lines of tones, as many as it is high."""
