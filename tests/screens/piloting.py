"""What a person does at the keyboard: press, write, wait until it is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from frames import frame
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Static

from tui.screens.context import Go
from tui.screens.page import Page
from tui.widgets.bars import Bar
from tui.widgets.rows import Rows
from tui.widgets.spans import plain

PATIENCE = 60  # pauses; each lets every waiting message be handled
LONG = (*[None] * PATIENCE, *[0.005] * 2000)  # then what a timer, a thread or a server brings


async def until(pilot: Pilot[None], holds: Callable[[], object]) -> None:
    """Pause until it holds; fail if it never does."""
    for seconds in LONG:
        if holds():
            return
        await pilot.pause(seconds)
    raise AssertionError(f"never came; the screen says\n{frame(pilot.app)}")


async def press(pilot: Pilot[None], *keys: str) -> None:
    """One key after the other, each with what follows from it."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def write(pilot: Pilot[None], text: str) -> None:
    """Put a text into the field that has the focus, as a terminal pastes it."""
    pilot.app.post_message(Paste(text))
    await pilot.pause()


async def to_field(pilot: Pilot[None], name: str) -> None:
    """Tab to the field of that name."""
    for _ in range(20):
        focused = pilot.app.screen.focused
        if focused is not None and focused.id == f"f-{name}":
            return
        await press(pilot, "tab")
    raise AssertionError(f"no field {name}; the screen says\n{frame(pilot.app)}")


async def open_page(pilot: Pilot[None], route: str, /, **about: Any) -> None:
    """Go to a screen by its name, as screens do among themselves."""
    if where(pilot) == route:
        return
    before = pilot.app.screen
    pilot.app.post_message(Go(route, about))
    await until(pilot, lambda: pilot.app.screen is not before)
    await pilot.pause()


async def resize(pilot: Pilot[None], width: int, height: int) -> None:
    """Make the terminal that large, and wait until what stands on the screen is laid out anew."""
    await pilot.resize_terminal(width, height)
    await until(pilot, lambda: pilot.app.screen.children[-1].outer_size.width == width)
    await pilot.pause()


async def settled(pilot: Pilot[None]) -> str:
    """The screen as text, when nothing moves on it any more."""
    before, shown = "", frame(pilot.app)
    for _ in range(PATIENCE):
        if shown == before:
            break
        before = shown
        for _ in range(3):
            await pilot.pause()
        shown = frame(pilot.app)
    return shown


def where(pilot: Pilot[None]) -> str:
    """The name of the screen on top: `board`, `case`, `compose` ..."""
    return type(pilot.app.screen).__name__.removesuffix("Screen").lower()


def page(pilot: Pilot[None]) -> Page:
    """The screen on top."""
    assert isinstance(pilot.app.screen, Page)
    return pilot.app.screen


def under_cursor(pilot: Pilot[None]) -> str:
    """The text of the row under the cursor of a list."""
    rows = pilot.app.screen.query_one("#rows", Rows)
    return "\n".join(plain(line) for line in rows._rows[rows.cursor].lines)


def notice(pilot: Pilot[None]) -> str:
    """What the line above the keys says; empty where it is not shown."""
    line = pilot.app.screen.query_one("#notice", Static)
    if getattr(pilot.app.screen, "is_telling", False) and not line.has_class("-shown"):
        return plain(pilot.app.screen.query_one("#next", Bar).left).strip()
    return str(line.content) if line.has_class("-shown") else ""
