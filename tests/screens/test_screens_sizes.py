"""From 20x5 to 200x60, resized while screens are open; without colour."""

from __future__ import annotations

import pytest
from frames import frame
from making import MakeApp
from pages import PAGES, in_batches
from piloting import open_page, page, press, resize, settled, to_field, until, where, write
from rich.cells import cell_len
from textual.events import Resize
from textual.geometry import Size
from textual.pilot import Pilot
from textual.widget import Widget

from tui.cases.words import EventKind
from tui.desk.desk import Desk

SIZES = ((80, 24), (200, 60), (33, 9), (70, 12), (12, 4), (20, 5), (80, 24))


def _assert_fits(pilot: Pilot[None], width: int, height: int) -> None:
    lines = frame(pilot.app).splitlines()
    assert len(lines) <= height
    assert all(cell_len(line) <= width for line in lines)


LAID_OUT = ("board", "case", "compose", "call", "escalate", "send by chat")  # in several panes


def _focus_is_seen(pilot: Pilot[None]) -> bool:
    focused = pilot.app.screen.focused
    assert isinstance(focused, Widget)
    shown = pilot.app.screen.find_widget(focused).visible_region
    return bool(shown.width and shown.height)


@pytest.mark.parametrize("names", in_batches(8))
async def test_every_screen_opens_in_the_smallest_and_takes_every_size(
    sample: Desk, app_of: MakeApp, names: tuple[str, ...]
) -> None:
    async with app_of(sample).run_test(size=(20, 5)) as pilot:
        for name in names:
            await _takes_every_size(pilot, name)
            await press(pilot, "escape")
            assert where(pilot) == "board"
            await open_page(pilot, "board")
            await resize(pilot, 20, 5)


async def _takes_every_size(pilot: Pilot[None], name: str) -> None:
    app = pilot.app
    await open_page(pilot, PAGES[name][0], **PAGES[name][1])
    if not page(pilot).IS_WRITING:
        await press(pilot, "j", "G", "pagedown", "k", "g")
    focused, frames = app.screen.focused, []
    for width, height in SIZES if name in LAID_OUT else (SIZES[0], SIZES[4], SIZES[-1]):
        await resize(pilot, width, height)
        _assert_fits(pilot, width, height)
        assert where(pilot) == PAGES[name][0]
        assert app.screen.focused is focused, name
        assert height < 5 or _focus_is_seen(pilot), (name, width, height)
        frames.append(await settled(pilot) if (width, height) == (80, 24) else "")
    assert frames[0] == frames[-1], name


async def test_in_20x5_one_can_open_write_record_and_leave(desk: Desk, app_of: MakeApp) -> None:
    app = app_of(desk)
    async with app.run_test(size=(20, 5)) as pilot:
        await press(pilot, "n")
        await write(pilot, "Severmart")
        assert "Severmart"[:6] in frame(app)
        await to_field(pilot, "subject")
        await write(pilot, "Refund")
        assert "Refund" in frame(app)
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: where(pilot) == "ladders")
        await press(pilot, "escape")
        await until(pilot, lambda: where(pilot) == "channels")
        await press(pilot, "escape", "c")
        await write(pilot, "Broken.")
        assert "Broken." in frame(app)
        await press(pilot, "ctrl+s")
        assert desk.case(1).details == "Broken."
        await press(pilot, "r", "j", "j", "j", "enter")
        await until(pilot, lambda: where(pilot) == "event")
        await write(pilot, "noted")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: desk.case(1).timeline)
        assert desk.case(1).timeline[0].kind is EventKind.NOTE
        await press(pilot, "q")
        assert app._exit


async def test_a_size_told_late_is_not_taken_for_the_present_one(
    sample: Desk, app_of: MakeApp
) -> None:
    """A screen tells itself the size of its first layout, perhaps behind one that came since."""
    app = app_of(sample)
    async with app.run_test(size=(80, 24)) as pilot:
        for name in ("board", "case", "rules"):
            await open_page(pilot, PAGES[name][0], **PAGES[name][1])
            as_it_was = await settled(pilot)
            app.screen.post_message(Resize(Size(20, 5), Size(20, 5)))
            await pilot.pause()
            assert app.screen.children[-1].outer_size.width == 80, name
            assert await settled(pilot) == as_it_was
            await open_page(pilot, "board")


async def test_text_and_focus_survive_any_resizing(sample: Desk, app_of: MakeApp) -> None:
    app = app_of(sample)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "c", "tab")
        await write(pilot, "Half a sen")
        for size in ((20, 5), (140, 45), (40, 20), (80, 24)):
            await resize(pilot, *size)
        await write(pilot, "tence.")
        written = page(pilot).own.values()  # type: ignore[attr-defined]
        assert any("Half a sentence." in text for text in written)


async def test_without_colour_the_screens_say_the_same(
    sample: Desk, app_of: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    frames = []
    for has_colour in (True, False):
        if not has_colour:
            monkeypatch.setenv("NO_COLOR", "1")
        app = app_of(sample)
        async with app.run_test(size=(80, 24)) as pilot:
            assert app.no_color is not has_colour
            await press(pilot, "j")
            frames.append(frame(app))
            assert _cursor_stands_out(pilot)
    assert frames[0] == frames[1]


def _cursor_stands_out(pilot: Pilot[None]) -> bool:
    """Some line has cells that look other than the rest of it by more than their colour."""
    columns = pilot.app.screen.query_one("#columns")
    styles = [s.style for y in range(12) for s in columns.render_line(y) if s.style]
    return any(style.reverse for style in styles)
