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
    for key in waiting.keys[:2]:
        sample.record(key, Happening(EventKind.CLOSED, {"outcome": "withdrawn"}))
    app = Sending(sample, Wording("en"))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for typed in (_typed("u"), Key("/", "/"), *map(_typed, "ref"), Key("backspace", None)):
            if typed.key == "/":
                await press(pilot, "slash")
                continue
            if typed.key == "u":
                await press(pilot, "down")  # what was said goes with the next key
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
