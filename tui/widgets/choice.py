"""A field of forms: one of several words."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from textual.binding import Binding, BindingType
from textual.events import Click, Key
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.spans import Looking, Span, Tone, segments


class Choice(Looking, Widget, can_focus=True):
    """One of several words on one line: left and right, space, or its first letters."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"choice--focused"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False),
        Binding("right,space", "step(1)", show=False),
        Binding("enter", "enter", show=False),
    ]
    DEFAULT_CSS = "Choice { height: 1; }"

    value: var[str] = var("")

    class Changed(Message):
        """Another word is chosen."""

        def __init__(self, choice: Choice, value: str) -> None:
            super().__init__()
            self.choice = choice
            self.value = value

        @property
        def control(self) -> Choice:
            return self.choice

    class Entered(Message):
        """Enter was pressed: what is chosen stays."""

        def __init__(self, choice: Choice) -> None:
            super().__init__()
            self.choice = choice

        @property
        def control(self) -> Choice:
            return self.choice

    class Lettered(Message):
        """A letter was typed. `words`: what it chose; empty where nothing begins with it."""

        def __init__(self, choice: Choice, words: str, typed: str) -> None:
            super().__init__()
            self.choice = choice
            self.words = words
            self.typed = typed

        @property
        def control(self) -> Choice:
            return self.choice

    def __init__(
        self,
        options: tuple[tuple[str, str], ...],
        value: str = "",
        *,
        id: str | None = None,  # noqa: A002
    ) -> None:
        """`options`: value and words of each; one with an empty value stands for none."""
        super().__init__(id=id)
        self._options = options
        self._typed = ""  # letters, since the focus came or another key was pressed
        known = [option for option, _ in options]
        self.set_reactive(Choice.value, value if value in known else known[0])

    def render_line(self, y: int) -> Strip:
        words = dict(self._options).get(self.value, "")
        over = Style.null()
        if self.has_focus:
            over = self.get_component_rich_style("choice--focused", partial=True)
        spans = (Span("‹ ", Tone.DIM), Span(words), Span(" ›", Tone.DIM))
        width = self.size.width
        return Strip(segments(spans, width, self.look, over), width)

    def validate_value(self, value: str) -> str:
        """A draft may hold a word that is no choice here; what is chosen stays then."""
        return value if value in dict(self._options) else self.value

    def watch_value(self, value: str) -> None:
        self.refresh()
        self.post_message(self.Changed(self, value))

    def action_step(self, step: int) -> None:
        self._typed = ""
        values = [value for value, _ in self._options]
        self.value = values[(values.index(self.value) + step) % len(values)]

    def action_enter(self) -> None:
        self.post_message(self.Entered(self))

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """A letter is for the words here, even where none begins with it: it is no command."""
        return character is not None and character.isprintable()

    def on_key(self, event: Key) -> None:
        """The word that begins with all letters typed so far; else the next with this one."""
        letter = (event.character or "").casefold()
        if not letter.isalpha():
            self._typed = ""
            if letter.isprintable() and letter.strip():
                self.post_message(self.Lettered(self, "", letter))
            return
        found = self._begun(self._typed + letter, 0) if self._typed else None
        self._typed = self._typed + letter if found else letter
        value, words = found or self._begun(letter, 1) or (self.value, "")
        self.value = value
        self.post_message(self.Lettered(self, words, event.character or ""))

    def _begun(self, letters: str, after: int) -> tuple[str, str] | None:
        """The first that begins so, from the chosen one on, or `after` that many more."""
        start = [value for value, _ in self._options].index(self.value) + after
        turned = (*self._options[start:], *self._options[:start])
        return next((one for one in turned if one[1].casefold().startswith(letters)), None)

    def on_click(self, _: Click) -> None:
        self.action_step(1)

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self._typed = ""
        self.refresh()
