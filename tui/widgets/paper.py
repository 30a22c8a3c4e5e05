"""A text to read, with the keys of a pager."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.terminal.clean import clean_text
from tui.widgets.addresses import with_broken_addresses
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
        self._part = ""  # what of it is pointed at
        self._shown = ""  # as it was drawn last
        self._above: str | None = None  # what stands before that part

    def compose(self) -> ComposeResult:
        self._shown = clean_text(self._text)
        yield Static(Content(self._shown))

    def show(self, text: str) -> None:
        """Show another text."""
        if text != self._text:
            self._text, self._part = text, ""
            self._draw()

    def point_at(self, text: str) -> None:
        """Make a part of the text stand out, and scroll to where it begins."""
        self._part = text
        self._draw()
        self._show_part()

    def on_resize(self) -> None:
        """The text is laid out, perhaps anew: only now it is known how far one can scroll."""
        if self._shown != self._fitting(self._text):
            self._draw()
        self._show_part()

    def _draw(self) -> None:
        self._shown, part = self._fitting(self._text), self._fitting(self._part)
        start = self._shown.find(part) if part else -1
        content = Content(self._shown)
        self._above = None
        if start >= 0:
            content = content.stylize("bold", start, start + len(part))
            self._above = self._shown[:start]
        self.query_one(Static).update(content)

    def _fitting(self, text: str) -> str:
        # A cell is left to the scrollbar, which is known of only when all is laid out.
        return with_broken_addresses(clean_text(text), self.content_size.width - 1)

    def _show_part(self) -> None:
        if self._above is not None:
            above = wrapped(self._above, self.scrollable_content_region.width)
            self.scroll_to(y=max(0, len(above) - 2), animate=False, immediate=True, force=True)
            # Textual draws a bar as it was if it is moved before it is mounted.
            self.call_after_refresh(self.vertical_scrollbar.refresh)

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
