"""From one list to another: the new one is drawn as soon as it is whole."""

from __future__ import annotations

import pytest
from making import MakeApp
from piloting import press, until, where
from textual.pilot import Pilot

from tui.desk.desk import Desk
from tui.terminal.thinning import ThinApp


async def _is_drawing_again(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: pilot.app._batch_count == 0)


async def test_nobody_waits_longer_than_the_screen_takes(
    sample: Desk, app_of: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Textual would hold it for 50 ms; here it is an hour, which nobody waits for."""
    monkeypatch.setattr(ThinApp.delay_update, "__defaults__", (3600.0,))
    async with app_of(sample).run_test(size=(80, 24)) as pilot:
        await _is_drawing_again(pilot)
        for key in "tbtb":
            before = where(pilot)
            await press(pilot, key)
            assert where(pilot) != before
            await _is_drawing_again(pilot)
