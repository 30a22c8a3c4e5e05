"""Fields of forms: one line, several lines, one of several words."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, Key, Paste
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input, TextArea
from textual.widgets.text_area import Selection

from tui.terminal.clean import clean_line, clean_text
from tui.widgets.spans import TONES, Span, Tone, segments, tone_style

MOST_PASTED = 64 * 1024  # characters


class TextField(Input):
    """One line. Its cursor does not blink, and a secret never reaches the clipboard.

    `known`: what is offered while it is typed; the right arrow takes it.
    """

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        password: bool = False,
        known: tuple[str, ...] = (),
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(
            value,
            placeholder,
            password=password,
            suggester=SuggestFromList(known, case_sensitive=False) if known else None,
            id=id,
            compact=True,
            select_on_focus=False,
        )
        self.cursor_blink = False

    def action_copy(self) -> None:
        if not self.password:
            super().action_copy()

    def action_cut(self) -> None:
        if not self.password:
            super().action_cut()

    def _on_paste(self, event: Paste) -> None:
        """Several pasted lines become one; Textual, which goes on from here, keeps the first."""
        event.text = clean_line(" ".join(filter(None, event.text.splitlines())))


class TextBox(TextArea):
    """Several lines. Tab leaves it; its cursor does not blink."""

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(
            text,
            id=id,
            soft_wrap=True,
            tab_behavior="focus",
            compact=True,
            placeholder=Content(placeholder),  # a str would be read as markup
        )
        self.cursor_blink = False
        self.highlight_cursor_line = False

    class TooLong(Message):
        """More was pasted than a letter can hold. It is not in the box."""

        def __init__(self, box: TextBox, text: str) -> None:
            super().__init__()
            self.box = box
            self.text = text

        @property
        def control(self) -> TextBox:
            return self.box

    async def _on_paste(self, event: Paste) -> None:
        """What cannot be seen is made visible before it gets into a letter; Textual goes on.

        Wrapping and drawing a megabyte would take seconds a key.
        """
        if len(event.text) > MOST_PASTED:
            event.prevent_default()
            event.stop()
            self.post_message(self.TooLong(self, event.text))
            return
        event.text = clean_text(event.text)

    def mark(self, start: int, end: int) -> None:
        """Select from one character to another."""
        self.selection = Selection(self._place(start), self._place(end))
        self.scroll_cursor_visible()

    def _place(self, offset: int) -> tuple[int, int]:
        before = self.text[:offset]
        return before.count("\n"), len(before) - (before.rfind("\n") + 1)

    def put(self, text: str) -> None:
        """Another text in place of the whole; undo brings the old one back."""
        self.replace(text, (0, 0), self.document.end)

    def render_line(self, y: int) -> Strip:
        # Textual cannot wrap a placeholder into no cells at all.
        return super().render_line(y) if self.content_size.width else Strip.blank(self.size.width)


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


def one_line(text: str) -> str:
    """A text as a field of one line can hold it."""
    return clean_line(" ".join(text.split("\n")))
