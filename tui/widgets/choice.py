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

from tui.widgets.spans import TONES, Span, Tone, segments, tone_style


class Choice(Widget, can_focus=True):
    """One of several words on one line: left and right, space, or the first letter."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*TONES, "choice--focused"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False),
        Binding("right,space", "step(1)", show=False),
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
        known = [option for option, _ in options]
        self.set_reactive(Choice.value, value if value in known else known[0])

    def render_line(self, y: int) -> Strip:
        words = dict(self._options).get(self.value, "")
        over = Style.null()
        if self.has_focus:
            over = self.get_component_rich_style("choice--focused", partial=True)
        spans = (Span("‹ ", Tone.DIM), Span(words), Span(" ›", Tone.DIM))
        width = self.size.width
        return Strip(segments(spans, width, self._style, over), width)

    def validate_value(self, value: str) -> str:
        """A draft may hold a word that is no choice here; what is chosen stays then."""
        return value if value in dict(self._options) else self.value

    def watch_value(self, value: str) -> None:
        self.refresh()
        self.post_message(self.Changed(self, value))

    def action_step(self, step: int) -> None:
        values = [value for value, _ in self._options]
        self.value = values[(values.index(self.value) + step) % len(values)]

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """A letter is for the words here, even where none begins with it: it is no command."""
        return character is not None and character.isprintable()

    def on_key(self, event: Key) -> None:
        """The next word that begins with the letter."""
        letter = (event.character or "").casefold()
        if not letter.isalpha():
            return
        values = [value for value, _ in self._options]
        start = values.index(self.value) + 1
        for place in range(start, start + len(values)):
            value, words = self._options[place % len(values)]
            if words.casefold().startswith(letter):
                self.value = value
                event.stop()
                return

    def on_click(self, _: Click) -> None:
        self.action_step(1)

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def _style(self, tone: Tone) -> Style:
        return tone_style(self, tone)
