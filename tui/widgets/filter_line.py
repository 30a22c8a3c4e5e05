"""A line to type a filter into, drawn by line: what follows from a key is in the same frame."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.events import Click, Key, Paste
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip

from tui.terminal.clean import clean_line
from tui.terminal.widths import cell_len
from tui.widgets.lines import TONES, Tone
from tui.widgets.spans import Toned

_WORD_START = re.compile(r"(?<=\W)\w")
_TO_START, _TO_END = "home,ctrl+a", "end,ctrl+e"


class FilterLine(Toned, can_focus=True):
    """One line of text with a cursor. `told` is called with the text when that is another.

    The keys are those of Textual's Input that a filter needs.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = set(TONES)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "line_step(-1)", show=False),
        Binding("right", "line_step(1)", show=False),
        Binding(_TO_START, "line_step(-1000000)", show=False),
        Binding(_TO_END, "line_step(1000000)", show=False),
        Binding("backspace", "line_take_out(-1)", show=False),
        Binding("delete,ctrl+d", "line_take_out(1)", show=False),
        Binding("ctrl+w", "line_take_out_word", show=False),
        Binding("ctrl+u", "line_take_out(-1000000)", show=False),
        Binding("ctrl+k", "line_take_out(1000000)", show=False),
        Binding("enter", "line_done", show=False),
    ]
    DEFAULT_CSS = "FilterLine { height: 1; }"

    class Done(Message):
        """Enter was pressed."""

    def __init__(
        self, told: Callable[[str], None], *, placeholder: str = "", id: str | None = None  # noqa: A002
    ) -> None:  # fmt: skip
        super().__init__(id=id)
        self._told = told
        self.value = ""
        self._at = 0
        self._placeholder = placeholder

    def put(self, value: str) -> None:
        """Another text, with the cursor behind it."""
        self._set(value, len(value))

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Letters are text here, and no commands."""
        return character is not None and character.isprintable()

    def render_line(self, y: int) -> Strip:
        width, plain = self.size.width, self.look(Tone.PLAIN)
        text, tone = (self.value, Tone.PLAIN) if self.value else (self._placeholder, Tone.DIM)
        shown = clean_line(text[self._first_seen() :]) + " "
        strip = Strip([Segment(shown, self.look(tone))]).adjust_cell_length(width, plain)
        if not self.has_focus:
            return strip
        x, behind = self._x, self._x + self._under
        under = strip.crop(x, behind).apply_style(_REVERSED)
        return Strip.join([strip.crop(0, x), under, strip.crop(behind, width)])

    def on_key(self, event: Key) -> None:
        if event.is_printable and event.character:
            event.stop()
            event.prevent_default()
            self._insert(event.character)

    def on_paste(self, event: Paste) -> None:
        event.stop()
        self._insert(clean_line(" ".join(filter(None, event.text.splitlines()))))

    def on_click(self, event: Click) -> None:
        start, ends = self._first_seen(), range(len(self.value) + 1)
        near = (at for at in ends if cell_len(self.value[start:at]) >= event.x and at >= start)
        self._set(self.value, next(near, len(self.value)))

    def on_focus(self) -> None:
        self._set(self.value, self._at)

    def on_blur(self) -> None:
        self.refresh()

    def action_line_step(self, step: int) -> None:
        self._set(self.value, self._at + step)

    def action_line_take_out(self, count: int) -> None:
        start, end = sorted((max(0, self._at + count), self._at))
        self._set(self.value[:start] + self.value[end:], start)

    def action_line_take_out_word(self) -> None:
        starts = [found.start() for found in _WORD_START.finditer(self.value[: self._at])]
        self.action_line_take_out((starts[-1] if starts else 0) - self._at)

    def action_line_done(self) -> None:
        self.post_message(self.Done())

    def _insert(self, text: str) -> None:
        before, after = self.value[: self._at], self.value[self._at :]
        self._set(before + text + after, self._at + len(text))

    def _set(self, value: str, at: int) -> None:
        is_other, self.value = value != self.value, value
        self._at = max(0, min(len(value), at))
        self.refresh()
        if is_other:
            self._told(value)
        if self.has_focus:  # where a terminal shows what an input method is composing
            self.app.cursor_position = self.region.offset + Offset(self._x, 0)

    @property
    def _x(self) -> int:
        """Where the cursor is seen."""
        return cell_len(clean_line(self.value[self._first_seen() : self._at]))

    @property
    def _under(self) -> int:
        """The cells of the character under the cursor."""
        under = (self.value or self._placeholder)[self._at : self._at + 1]
        return max(1, cell_len(clean_line(under)))

    def _first_seen(self) -> int:
        """The first character that is seen: as many as fit before the cursor."""
        start, room = self._at, self.size.width - 1
        while start and (room := room - cell_len(clean_line(self.value[start - 1]))) >= 0:
            start -= 1
        return start


_REVERSED = Style(reverse=True)
