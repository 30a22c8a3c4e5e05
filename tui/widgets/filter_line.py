"""A line to type a filter into, drawn by line: what follows from a key is in the same frame."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.events import Click, Key, Paste
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip

from tui.terminal.clean import clean_line
from tui.terminal.widths import cell_len, cut
from tui.widgets.lines import Tone
from tui.widgets.spans import Toned

_WORD_START = re.compile(r"(?<=\W)\w")
_ROOMY = 40  # cells
_FAR = 1_000_000  # letters: as many as there are
_EDITS = {  # keys -> what they do, and over how many letters
    "left": ("line_step", -1),
    "right": ("line_step", 1),
    "home,ctrl+a": ("line_step", -_FAR),
    "end,ctrl+e": ("line_step", _FAR),
    "backspace": ("line_take_out", -1),
    "delete,ctrl+d": ("line_take_out", 1),
    "ctrl+u": ("line_take_out", -_FAR),
    "ctrl+k": ("line_take_out", _FAR),
}
_EDIT_OF = {key: edit for keys, edit in _EDITS.items() for key in keys.split(",")}


class FilterLine(Toned, can_focus=True):
    """One line of text with a cursor. `told` is called with the text when that is another.

    The keys are those of Textual's Input that a filter needs.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(keys, f"{name}({over})", show=False) for keys, (name, over) in _EDITS.items()),
        Binding("ctrl+w", "line_take_out_word", show=False),
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
        self._is_chosen = False  # the whole text: what is typed next takes its place
        self._placeholder = placeholder
        self._before = self._behind = ""

    def put(self, value: str) -> None:
        """Another text, with the cursor behind it."""
        self._set(value, len(value))

    def begin(self) -> None:
        """Type here: the first letter takes the place of the old text, a step keeps it."""
        self._set(self.value, len(self.value))
        self._is_chosen = bool(self.value)
        self.focus()

    def in_force(self, before: str, behind: str) -> None:
        """What stands before the text, that it filters, and behind it when nobody types."""
        if (before, behind) != (self._before, self._behind):
            self._before, self._behind = before, behind
            self.refresh()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Letters are text here, and no commands."""
        return character is not None and character.isprintable()

    def render_line(self, y: int) -> Strip:
        width, plain = self.size.width, self.look(Tone.PLAIN)
        if self.value and not self.has_focus:
            return self._at_rest(width)
        text, tone = (self.value, Tone.PLAIN) if self.value else (self._placeholder, Tone.DIM)
        shown = clean_line(text[self._first_seen() :]) + " "
        parts = ((self._lead, Tone.DIM), (shown, tone))
        strip = Strip([Segment(text, self.look(tone)) for text, tone in parts if text])
        strip = strip.adjust_cell_length(width, plain)
        if not self.has_focus:
            return strip
        x, behind = self._x, self._x + self._under
        if self._is_chosen:
            x = cell_len(self._lead)
        under = strip.crop(x, behind).apply_style(_REVERSED)
        return Strip.join([strip.crop(0, x), under, strip.crop(behind, width)])

    @property
    def _lead(self) -> str:
        """What stands before the text while it is typed, where there is room for both."""
        return self._before if self.size.width >= _ROOMY else ""

    def _at_rest(self, width: int) -> Strip:
        """The filter by name, how much it shows, and how to be rid of it. The end gives way."""
        room = width - cell_len(self._before) - cell_len(self._behind)
        told = cut(clean_line(self.value), max(room, width // 3))
        parts = ((self._before, Tone.DIM), (told, Tone.STRONG), (self._behind, Tone.DIM))
        strip = Strip([Segment(text, self.look(tone)) for text, tone in parts])
        return strip.adjust_cell_length(width, self.look(Tone.PLAIN))

    def act_of(self, key: Key) -> Callable[[], None] | None:
        """What a key does to the text that nobody else need hear of."""
        if key.is_printable and key.character:
            return partial(self._insert, key.character)
        name, over = _EDIT_OF.get(key.key, ("", 0))
        return partial(getattr(self, f"action_{name}"), over) if name else None

    def on_key(self, event: Key) -> None:
        act = self.act_of(event) if event.is_printable else None
        if act is not None:
            event.stop()
            event.prevent_default()
            act()

    def on_paste(self, event: Paste) -> None:
        event.stop()
        self._insert(clean_line(" ".join(filter(None, event.text.splitlines()))))

    def on_click(self, event: Click) -> None:
        start, ends = self._first_seen(), range(len(self.value) + 1)
        x = event.x - cell_len(self._lead)
        near = (at for at in ends if cell_len(self.value[start:at]) >= x and at >= start)
        self._set(self.value, next(near, len(self.value)))

    def on_focus(self) -> None:
        self.refresh()
        self._point()

    def on_blur(self) -> None:
        self._is_chosen = False
        self.refresh()

    def action_line_step(self, step: int) -> None:
        self._set(self.value, self._at + step)

    def action_line_take_out(self, count: int) -> None:
        start, end = sorted((max(0, self._at + count), self._at))
        if self._is_chosen:
            start, end = 0, len(self.value)
        self._set(self.value[:start] + self.value[end:], start)

    def action_line_take_out_word(self) -> None:
        starts = [found.start() for found in _WORD_START.finditer(self.value[: self._at])]
        self.action_line_take_out((starts[-1] if starts else 0) - self._at)

    def action_line_done(self) -> None:
        self.post_message(self.Done())

    def _insert(self, text: str) -> None:
        kept = "" if self._is_chosen else self.value
        before, after = kept[: self._at], kept[self._at :]
        self._set(before + text + after, self._at + len(text))

    def _set(self, value: str, at: int) -> None:
        is_other, self.value = value != self.value, value
        self._is_chosen = False
        self._at = max(0, min(len(value), at))
        self.refresh()
        if is_other:
            self._told(value)
        self._point()

    def _point(self) -> None:
        if self.has_focus:  # where a terminal shows what an input method is composing
            self.app.cursor_position = self.region.offset + Offset(self._x, 0)

    @property
    def _x(self) -> int:
        """Where the cursor is seen."""
        seen = self.value[self._first_seen() : self._at]
        return cell_len(self._lead) + cell_len(clean_line(seen))

    @property
    def _under(self) -> int:
        """The cells of the character under the cursor."""
        under = (self.value or self._placeholder)[self._at : self._at + 1]
        return max(1, cell_len(clean_line(under)))

    def _first_seen(self) -> int:
        """The first character that is seen: as many as fit before the cursor."""
        start, room = self._at, self.size.width - cell_len(self._lead) - 1
        while start and (room := room - cell_len(clean_line(self.value[start - 1]))) >= 0:
            start -= 1
        return start


_REVERSED = Style(reverse=True)
