"""A new screen is styled once and drawn once, and looks as Textual would have it."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.events import ScreenResume
from textual.screen import Screen
from textual.widgets import Static

from tui.terminal.fresh import FreshScreen

CSS = """
.-narrow Static { color: red; }
.-wide Static { color: blue; }
.-low Static { text-style: bold; }
"""
SIZES = {(40, 8): {"-narrow", "-low"}, (100, 30): {"-wide", "-tall"}}


class _Page(Screen[None]):
    VERTICAL_BREAKPOINTS = [(0, "-low"), (12, "-tall")]  # noqa: RUF012 - as Textual has it

    def compose(self) -> ComposeResult:
        yield Static("all is well")


class Page(FreshScreen, _Page):
    """The same page as the other."""

    has_on_mount: frozenset[str] = frozenset()

    def on_mount(self) -> None:
        self.has_on_mount = self.classes


class Shell(App[None]):
    CSS = CSS
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-wide")]  # noqa: RUF012 - as Textual has it


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often a page was styled anew, and drawn."""
    counted: Counter[str] = Counter()
    style = Screen.update_node_styles
    draw = Screen._compositor_refresh

    def styled(self: Screen[Any], *args: Any, **named: Any) -> None:
        if isinstance(self, _Page):
            counted["styled"] += 1
        style(self, *args, **named)

    def drawn(self: Screen[Any]) -> None:
        if isinstance(self, _Page):
            counted["drawn for nobody" if self.app._batch_count else "drawn"] += 1
        draw(self)

    monkeypatch.setattr(Screen, "update_node_styles", styled)
    monkeypatch.setattr(Screen, "_compositor_refresh", drawn)
    return counted


def looks(screen: Screen[Any]) -> tuple[set[str], str]:
    style = screen.query_one(Static).rich_style
    text = "".join(str(strip.text) for strip in screen._compositor.render_strips())
    return set(screen.classes) - {"-screen-suspended"}, f"{style} {text.strip()}"


@pytest.mark.parametrize("size", SIZES)
async def test_it_is_styled_once_and_looks_as_usual(
    size: tuple[int, int], calls: Counter[str]
) -> None:
    app = Shell()
    async with app.run_test(size=size) as pilot:
        app.push_screen(_Page())
        await pilot.pause()
        usual, styled = looks(app.screen), calls["styled"]
        app.pop_screen()
        await pilot.pause()
        calls.clear()
        fresh = Page()
        app.push_screen(fresh)
        await pilot.pause()
        assert looks(fresh) == usual
        assert calls["styled"] == 1 < styled  # while nothing is on it yet
        assert fresh.has_on_mount >= SIZES[size]


async def test_it_follows_what_changes_while_it_is_covered(calls: Counter[str]) -> None:
    app = Shell()
    async with app.run_test(size=(40, 8)) as pilot:
        app.push_screen(page := Page())
        await pilot.pause()
        app.push_screen(Page())
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        app.pop_screen()
        await pilot.pause()
        assert set(page.classes) >= SIZES[100, 30]
        calls.clear()
        page.post_message(ScreenResume())  # as from another mode
        await pilot.pause()
        assert calls["styled"] == 1


async def test_what_changed_while_nothing_was_to_be_seen_is_drawn_after_it(
    calls: Counter[str],
) -> None:
    app = Shell()
    async with app.run_test(size=(40, 8)) as pilot:
        app.push_screen(page := Page())
        await pilot.pause()
        calls.clear()
        with app.batch_update():
            page._refresh_layout()
            await pilot.pause()
        assert calls == {}
        await pilot.pause()
        assert calls["drawn"] == 1
