"""The least that an application of Textual can be: it shows a text and reacts to keys."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.events import Key
from textual.widgets import Static


class Empty(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.typed = 0

    def compose(self) -> ComposeResult:
        yield Static("Ready 0")

    def on_key(self, event: Key) -> None:
        if event.key == "q":
            self.exit()
        self.typed += 1
        self.query_one(Static).update(f"Ready {self.typed}")


if __name__ == "__main__":
    Empty().run()
