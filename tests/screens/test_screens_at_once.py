"""Keys of the board that are on the terminal before anything else has its turn, as Textual would
have drawn them."""

from __future__ import annotations

import pytest
from drawing_app import Sends, frames_of_textual
from piloting import press
from textual.events import Key

from tui.app import UpheldApp
from tui.cases.words import EventKind, Stage
from tui.desk.cases.recording import Happening
from tui.desk.desk import Desk
from tui.wording.wording import Wording


class Sending(Sends, UpheldApp):
    """The app itself, as if it had a terminal."""


@pytest.fixture
def frames(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What Textual's own way to the terminal was asked for."""
    return frames_of_textual(monkeypatch)


def _typed(character: str) -> Key:
    return Key(character, character)


@pytest.mark.parametrize("size", [(80, 24), (52, 16)])
@pytest.mark.parametrize("colours", ["truecolor", "none"])
async def test_each_is_one_frame_and_the_one_that_textual_would_draw(
    sample: Desk, frames: list[str], size: tuple[int, int], colours: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    if colours == "none":
        monkeypatch.setenv("NO_COLOR", "1")
    waiting = next(c for c in sample.board().columns if c.stage is Stage.WAITING)
    for key in waiting.keys[:3]:
        sample.record(key, Happening(EventKind.CLOSED, {"outcome": "withdrawn"}))
    app = Sending(sample, Wording("en"))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        said = _typed("u"), _typed("u"), Key("down", None), Key("up", None)
        edits = (Key(key, None) for key in ("backspace", "left", "home", "end", "ctrl+u"))
        filtered = Key("/", "/"), *map(_typed, "ref"), *edits
        for typed in (*said, *filtered):
            if typed.key == "/":
                await press(pilot, "slash")
                continue
            frames.clear()
            app.sent.clear()
            assert app.takes(typed)
            assert len(app.sent) == 1
            shown = app.shown
            await pilot.pause()
            assert frames == []
            app.refresh(layout=True)
            await pilot.pause()
            assert frames != []
            assert app.shown == shown, typed.key


async def test_what_was_said_goes_with_the_next_step(sample: Desk) -> None:
    waiting = next(c for c in sample.board().columns if c.stage is Stage.WAITING)
    sample.record(waiting.keys[0], Happening(EventKind.CLOSED, {"outcome": "withdrawn"}))
    app = Sending(sample, Wording("en"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for typed, is_said in ((_typed("u"), True), (Key("down", None), False)):
            assert app.takes(typed)
            shown = "".join(cell[0] for row in app.shown for cell in row if cell)
            assert ("Taken back" in shown) is is_said
            assert ("Next:" in shown) is not is_said


async def test_a_filter_goes_in_one_frame_and_its_keys_with_it(sample: Desk) -> None:
    app = Sending(sample, Wording("en"))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", "r")
        await pilot.pause()
        app.sent.clear()
        await press(pilot, "escape")
        await pilot.pause()
        assert len(app.sent) == 1
        keys = "".join(cell[0] for cell in app.shown[-1] if cell)
        assert "compose" in keys


async def test_what_another_window_took_away_meanwhile_is_said(sample: Desk) -> None:
    app = Sending(sample, Wording("en"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        while sample.changes():
            sample.undo(beyond=True)
        await pilot.pause()
        assert app.takes(_typed("u"))
        await pilot.pause()
        shown = "".join(cell[0] for row in app.shown for cell in row if cell)
        assert "nothing to take back" in shown
