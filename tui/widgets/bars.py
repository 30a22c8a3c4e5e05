"""The title at the top and the keys at the bottom: one line each."""

from __future__ import annotations

from rich.segment import Segment
from textual.events import Click
from textual.reactive import var
from textual.strip import Strip

from tui.commands import Command
from tui.widgets.key_line import item_at, key_items, key_line
from tui.widgets.lines import Line, both_sides
from tui.widgets.spans import Toned
from tui.wording.wording import Wording


class Bar(Toned):
    """One drawn line: `left` against the left edge, `right` against the right one."""

    DEFAULT_CSS = "Bar { height: 1; }"

    left: var[Line] = var(())
    right: var[Line] = var(())

    def watch_left(self) -> None:
        self.refresh()

    def watch_right(self) -> None:
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        pieces = both_sides(self.left, self.right, width)
        return Strip([Segment(text, self.look(tone)) for text, tone in pieces], width)


class KeyBar(Bar):
    """The keys of a screen, as many as fit; the last ones are always `? keys`.

    A click on one presses it.
    """

    def show(self, words: Wording, commands: tuple[Command, ...]) -> None:
        """Show these commands in this order."""
        self._items = key_items(words, commands)
        self._keys = [command.key.split(",")[0] for command in commands if command.footer]
        self._lay_out()

    def on_resize(self) -> None:
        self._lay_out()

    def on_click(self, event: Click) -> None:
        items = getattr(self, "_items", ())
        place = item_at(items, self.size.width, event.x) if items else None
        if place is not None:
            self.app.simulate_key(self._keys[place])

    def _lay_out(self) -> None:
        items = getattr(self, "_items", ())
        if items and self.size.width:
            self.left = key_line(items, self.size.width)
