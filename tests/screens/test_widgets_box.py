"""A box of text: whatever is typed, pasted, cut and taken back, it stays what it should be."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from piloting import press, write
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets.text_area import Selection

from tui.widgets.field import TextBox

LINES = "\n".join(f"line {number}" for number in range(1, 13))
PASTED = (LINES, "one\r\ntwo\rthree", "a\n" * 30, "Здравствуйте, " * 20, "x")
KEYS = (
    "a", "enter", "enter", "enter", "backspace", "delete", "ctrl+x", "f7", "ctrl+k", "ctrl+u",
    "ctrl+w", "up", "pagedown", "shift+pageup", "home", "ctrl+v", "ctrl+z", "ctrl+z", "ctrl+y",
)  # fmt: skip
STEPS = st.one_of(
    st.sampled_from(KEYS).map(lambda key: ("press", key)),
    st.sampled_from(PASTED).map(lambda text: ("paste", text)),
    st.sampled_from(PASTED).map(lambda text: ("put", text)),
)


class Boxed(App[None]):
    """One box, a few lines high."""

    def __init__(self, height: int, text: str = "") -> None:
        super().__init__()
        self._height, self._text = height, text

    def compose(self) -> ComposeResult:
        box = TextBox(self._text)
        box.styles.height = self._height
        yield box

    @property
    def box(self) -> TextBox:
        return self.query_one(TextBox)


@pytest.mark.parametrize("height", [3, 6, 11])
async def test_undo_takes_back_more_lines_than_the_box_shows(height: int) -> None:
    """The bar at the side goes away while the cursor still stands on a line that is no more."""
    app = Boxed(height)
    async with app.run_test(size=(30, 20)) as pilot:
        await write(pilot, LINES)
        await press(pilot, "ctrl+z")
        assert app.box.text == ""
        await press(pilot, "ctrl+y", "f7", "ctrl+x")
        assert app.box.text == ""
        await press(pilot, "ctrl+z")
        assert app.box.text == LINES
        await press(pilot, "ctrl+y", "a")
        assert app.box.text == "a"


async def test_undo_brings_back_what_an_editor_replaced() -> None:
    app = Boxed(4, LINES)
    async with app.run_test(size=(30, 20)) as pilot:
        app.box.move_cursor(app.box.document.end)
        app.box.put("short")
        await press(pilot, "ctrl+z")
        assert app.box.text == LINES
        await press(pilot, "ctrl+y")
        assert (app.box.text, app.box.cursor_location) == ("short", (0, 5))


@given(st.integers(1, 12), st.lists(STEPS, min_size=1, max_size=14))
@settings(max_examples=25)
def test_any_edits_can_be_taken_back_and_done_again(
    height: int, steps: list[tuple[str, str]]
) -> None:
    asyncio.run(play(height, steps))


async def play(height: int, steps: list[tuple[str, str]]) -> None:
    """After every step the box is whole; undone to the end it is empty, done again as it was."""
    app = Boxed(height)
    async with app.run_test(size=(24, 16)) as pilot:
        app.box.focus()
        for kind, what in steps:
            await step(pilot, app.box, kind, what)
            assert_whole(app.box)
            await pilot.pause()
            assert_seen(app.box)
        last = app.box.text
        takes = len(app.box.history.undo_stack)
        await again(app.box, takes, "undo")
        assert app.box.text == ""
        await again(app.box, takes, "redo")
        assert app.box.text == last


async def step(pilot: Pilot[None], box: TextBox, kind: str, what: str) -> None:
    if kind == "press":
        await pilot.press(what)
    elif kind == "paste":
        await write(pilot, what)
    else:
        box.put(what)


async def again(box: TextBox, times: int, verb: str) -> None:
    for _ in range(times):
        getattr(box, verb)()
        assert_whole(box)


def assert_whole(box: TextBox) -> None:
    """The cursor stands in the text; every line is wrapped once."""
    row, column = box.cursor_location
    lines = box.text.split("\n")
    assert row < len(lines)
    assert column <= len(lines[row])
    assert box.wrapped_document.height == sum(
        len(box.wrapped_document.get_sections(number)) for number in range(len(lines))
    )
    assert box.virtual_size.height == box.wrapped_document.height
    assert "\r" not in box.text


def assert_seen(box: TextBox) -> None:
    """The cursor stands where it can be seen."""
    place = box.wrapped_document.location_to_offset(box.cursor_location)
    assert 0 <= place.y - box.scroll_offset.y < box.content_size.height


async def test_a_paste_with_any_line_ends_becomes_lines() -> None:
    """Terminals send CR between the lines of a paste, files of Windows CR and LF."""
    app = Boxed(5)
    async with app.run_test(size=(30, 20)) as pilot:
        await write(pilot, "one\rtwo\r\nthree\nfour\r")
        assert app.box.text == "one\ntwo\nthree\nfour\n"
        await press(pilot, "ctrl+z")
        assert app.box.text == ""


async def test_what_is_too_long_is_handed_on_with_line_feeds() -> None:
    told: list[str] = []

    class Long(Boxed):
        def on_text_box_too_long(self, event: TextBox.TooLong) -> None:
            told.append(event.text)

    app = Long(5)
    async with app.run_test(size=(30, 20)) as pilot:
        await write(pilot, "line\r" * 20_000)
        assert told == ["line\n" * 20_000]
        assert app.box.selection == Selection.cursor((0, 0))
