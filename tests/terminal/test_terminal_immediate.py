"""What a key changes is on the terminal before the key is done with, and is what Textual draws."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from drawing_app import Sends, frames_of_textual
from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.events import Key
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widgets import Static

from tui.terminal.app import SafeApp
from tui.terminal.immediate import Drawn

WIDTH, HEIGHT = 20, 6


class Marks(Drawn):
    """A mark on one of its lines."""

    DEFAULT_CSS = "Marks { width: 12; height: 4; margin: 1 2; }"
    at = 0

    def render_line(self, y: int) -> Strip:
        style = Style(bold=y == self.at)
        return Strip([Segment((">" if y == self.at else ".") * self.size.width, style)])

    def down(self) -> None:
        before, self.at = self.at, self.at + 1
        for y in (before, self.at):
            self.refresh(Region(0, y, self.size.width, 1))


class Above(Static):
    DEFAULT_CSS = "Above { layer: top; offset: 3 2; width: 5; height: 1; }"


class Marked(Screen[None]):
    CSS = "Marked { layers: usual top; }"

    def compose(self) -> ComposeResult:
        yield Marks()

    def at_once(self, key: Key) -> Callable[[], object] | None:
        return self.query_one(Marks).down if key.key == "j" else None


class Sending(Sends, SafeApp):
    def on_mount(self) -> None:
        self.push_screen(Marked())


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What Textual's own way to the terminal was asked for."""
    return frames_of_textual(monkeypatch)


async def test_a_key_that_a_screen_does_at_once(drawn: list[str]) -> None:
    """Fails also where an upgrade of Textual has dropped one of the names that it rests on."""
    app = Sending()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        drawn.clear()
        app.sent.clear()
        app.takes(Key("j", "j"))
        assert len(app.sent) == 1  # before anything else had its turn
        assert app.sent[0].count(">") == 12
        await pilot.pause()
        assert drawn == []
        shown = app.shown
        app.refresh(layout=True)
        await pilot.pause()
        assert drawn
        assert app.shown == shown


async def test_what_stands_before_it_is_not_written_over(drawn: list[str]) -> None:
    app = Sending()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await app.screen.mount(Above("abcde"))
        await pilot.pause()
        drawn.clear()
        app.takes(Key("j", "j"))
        await pilot.pause()
        assert drawn  # Textual knows what is seen of it
        line = "".join(cell[0] for cell in app.shown[2] if cell)
        assert "abcde" in line


async def test_what_cannot_be_told_goes_as_textual_takes_it(drawn: list[str]) -> None:
    app = Sending()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        drawn.clear()
        del app.screen._compositor.visible_widgets[app.screen.query_one(Marks)]
        app.takes(Key("j", "j"))
        app.screen._compositor._visible_widgets = None
        await pilot.pause()
        assert drawn
        assert "".join(cell[0] for cell in app.shown[2] if cell).count(">") == 12
