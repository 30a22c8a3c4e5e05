"""A screen with a text to read."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult

from tui.screens.page import Page
from tui.widgets.paper import Paper


class ReadingPage(Page):
    """A title and a text. A subclass gives both in `reload` by `show_text`."""

    KEYS: ClassVar[tuple[str, ...]] = ("back",)
    AUTO_FOCUS = "#paper"

    def body(self) -> ComposeResult:
        yield Paper(id="paper")

    def show_text(self, title: str, text: str) -> None:
        self.title_is(title)
        self.query_one(Paper).show(text)
