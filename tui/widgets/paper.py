"""A text to read, with the keys of a pager."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.terminal.clean import clean_text
from tui.widgets.keys import bindings
from tui.widgets.spans import wrapped


class Paper(VerticalScroll, can_focus=True):
    """Plain text, wrapped to the width."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "down", "up", "top", "bottom", "page_down", "page_up"
    )
    DEFAULT_CSS = """
    Paper { height: 1fr; padding: 0 1; scrollbar-size-vertical: 1; }
    Paper:focus { background-tint: transparent; }
    Paper > Static { height: auto; }
    """

    def __init__(self, text: str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._text = text
        self._above: str | None = None  # what stands before the part that is pointed at

    def compose(self) -> ComposeResult:
        yield Static(Content(clean_text(self._text)))

    def show(self, text: str) -> None:
        """Show another text."""
        if text != self._text:
            self._text = text
            self.query_one(Static).update(Content(clean_text(text)))

    def point_at(self, text: str) -> None:
        """Make a part of the text stand out, and scroll to where it begins."""
        shown, part = clean_text(self._text), clean_text(text)
        start = shown.find(part) if part else -1
        content = Content(shown)
        self._above = None
        if start >= 0:
            content = content.stylize("bold", start, start + len(part))
            self._above = shown[:start]
        self.query_one(Static).update(content)
        self._show_part()

    def on_resize(self) -> None:
        """The text is laid out, perhaps anew: only now it is known how far one can scroll."""
        self._show_part()

    def _show_part(self) -> None:
        if self._above is not None:
            above = wrapped(self._above, self.scrollable_content_region.width)
            self.scroll_to(y=max(0, len(above) - 2), animate=False, immediate=True, force=True)

    def _scroll(self, by: int) -> None:
        """At once: the next key may come before the next frame is drawn."""
        self.scroll_relative(y=by, animate=False, immediate=True)

    def action_down(self) -> None:
        self._scroll(1)

    def action_up(self) -> None:
        self._scroll(-1)

    def action_top(self) -> None:
        self.scroll_home(animate=False, immediate=True)

    def action_bottom(self) -> None:
        self.scroll_end(animate=False, immediate=True)

    def action_page_down(self) -> None:
        self._scroll(self.size.height)

    def action_page_up(self) -> None:
        self._scroll(-self.size.height)
