"""Fields of forms: one line, several lines."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Paste
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip
from textual.suggester import SuggestFromList
from textual.widgets import Input, TextArea
from textual.widgets.text_area import Edit, EditResult, Selection

from tui.terminal.clean import clean_line, clean_text

MOST_PASTED = 64 * 1024  # characters


class TextField(Input):
    """One line. Its cursor does not blink, and a secret never reaches the clipboard.

    `known`: what is offered while it is typed; the right arrow takes it. Ctrl+Z and Ctrl+Y undo
    and redo word by word, as in a box; Textual has that for boxes alone.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "undo_typed", show=False),
        Binding("ctrl+y", "redo_typed", show=False),
    ]

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        password: bool = False,
        known: tuple[str, ...] = (),
        id: str | None = None,  # noqa: A002
    ) -> None:
        self._past: list[str] = []
        self._future: list[str] = []
        self._is_turning = False
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

    def watch_value(self, before: str, after: str) -> None:
        """Remember what stood here before each word; of a secret nothing."""
        if self.password or self._is_turning or before == after:
            return
        is_word_going_on = after[:-1] == before and after[-2:].strip() == after[-2:]
        if not (self._past and is_word_going_on and len(after) > 1):
            self._past.append(before)
        self._future.clear()

    def action_undo_typed(self) -> None:
        self._turn(self._past, self._future)

    def action_redo_typed(self) -> None:
        self._turn(self._future, self._past)

    def _turn(self, back: list[str], onward: list[str]) -> None:
        """Put the last of `back` here, and what is here at the end of `onward`."""
        if not back:
            return
        value, now = back.pop(), self.value
        self._is_turning = True
        self.value = value
        self._is_turning = False
        onward.append(now)
        self.cursor_position = len(value)

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

        Terminals send CR between the lines of a paste. Wrapping and drawing a megabyte would
        take seconds a key.
        """
        event.text = with_line_feeds(event.text)
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

    def edit(self, edit: Edit) -> EditResult:
        """Textual scrolls to the cursor before it knows how many lines the text has now."""
        result = super().edit(edit)
        self.scroll_cursor_visible()
        return result

    def undo(self) -> None:
        super().undo()
        self.scroll_cursor_visible()

    def redo(self) -> None:
        super().redo()
        self.scroll_cursor_visible()

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """To the cursor, if its line is still there.

        Undo and redo of Textual lay the text out anew before they move the cursor. Where the bar
        at the side comes or goes by that, it asks for a cursor on a line that is no more, and
        fails. Moving the cursor asks again.
        """
        if self.cursor_location[0] >= self.document.line_count:
            return Offset()
        return super().scroll_cursor_visible(center, animate)

    def render_line(self, y: int) -> Strip:
        # Textual cannot wrap a placeholder into no cells at all.
        return super().render_line(y) if self.content_size.width else Strip.blank(self.size.width)


def with_line_feeds(text: str) -> str:
    """A text whose lines end as they do in a book, however they ended where it comes from."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def one_line(text: str) -> str:
    """A text as a field of one line can hold it."""
    return clean_line(" ".join(text.split("\n")))
