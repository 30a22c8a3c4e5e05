"""Today tells the same of a case as the board does."""

from __future__ import annotations

import re

import pytest
from making import MakeApp
from piloting import press, settled

from tui.desk.desk import Desk


async def test_another_day_than_today_is_named_on_every_screen(
    sample: Desk, app_of: MakeApp
) -> None:
    """What is recorded then is recorded on that day."""
    sample.as_of = sample.day()
    async with app_of(sample).run_test(size=(80, 24)) as pilot:
        for key in "btD":
            await press(pilot, key)
            assert (await settled(pilot)).startswith(" Upheld as of Sun 22 Nov  ")


@pytest.mark.parametrize("width", [80, 160])
async def test_what_the_board_marks_as_late_is_marked_in_today(
    sample: Desk, app_of: MakeApp, width: int
) -> None:
    """Also where something else is waited for."""
    async with app_of(sample).run_test(size=(width, 60)) as pilot:
        board = await settled(pilot)
        counted = re.search(r"! (\d+) late", board)
        assert counted
        on_board = set(re.findall(r"! (#\d+)", board))
        await press(pilot, "t")
        today = await settled(pilot)
    marked = re.findall(r"^ ! (.*?) +(#\d+) ", today, re.MULTILINE)
    assert {number for _, number in marked} == on_board
    assert len(marked) == int(counted[1])
    waited_for = [when for when, _ in marked if when.startswith("by ")]
    assert waited_for
    assert len(re.findall(r"wait .*  \d+ days late", today)) == len(waited_for)
