"""Marked cases: what goes for several goes for all of them, and for nothing that is not seen."""

from __future__ import annotations

from frames import frame
from making import MakeApp
from piloting import page, press, until, where, write

from tui.desk.desk import Desk

SIZE = (80, 24)


def _tagged(desk: Desk, tag: str) -> set[int]:
    return {view.id for view in desk.listed(f"tag:{tag}")}


async def test_marked_cases_get_a_tag_and_lose_it_together(sample: Desk, app_of: MakeApp) -> None:
    app = app_of(sample)
    async with app.run_test(size=SIZE) as pilot:
        first = page(pilot).case_id
        await press(pilot, "space")
        second = page(pilot).case_id
        assert second != first  # it goes on to the next
        await press(pilot, "space")
        assert "2 marked" in frame(app)
        footer = frame(app).splitlines()[-1]
        assert all(f"{key} " in footer for key in "zNDTB?")
        assert f"+#{first} " in frame(app)
        await press(pilot, "T")
        await until(pilot, lambda: where(pilot) == "tags")
        await write(pilot, "together")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: where(pilot) == "board")
        assert _tagged(sample, "together") == {first, second}
        await press(pilot, "u")
        assert _tagged(sample, "together") == set()
        await press(pilot, "escape")
        assert "marked" not in frame(app)
        assert "T tags" not in frame(app).splitlines()[-1]
        await press(pilot, "space")
        assert "1 marked" in frame(app)
        await press(pilot, "k", "space")
        assert "marked" not in frame(app)  # twice is not at all


async def test_nothing_is_done_to_what_a_filter_hides(sample: Desk, app_of: MakeApp) -> None:
    app = app_of(sample)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "space", "space", "slash", *"#33", "enter")
        assert "1 marked" in frame(app)
        await press(pilot, "T")
        await until(pilot, lambda: where(pilot) == "tags")
        await write(pilot, "alone")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: where(pilot) == "board")
        assert _tagged(sample, "alone") == {33}
        await press(pilot, "escape")
        assert "2 marked" in frame(app)
        assert "Meteor" in frame(app)  # first the filter, as its line says, then the marks
        await press(pilot, "escape")
        assert "marked" not in frame(app)
