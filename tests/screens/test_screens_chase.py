"""A queue of reminders: whom, who not and why, and one letter after the other."""

from __future__ import annotations

from frames import frame
from making import MakeApp
from piloting import notice, open_page, page, press, settled, until, where
from textual.pilot import Pilot

from tui.cases.case import I_WRITE
from tui.desk.desk import Desk

SIZE = (80, 24)


def _letters(desk: Desk, number: int) -> int:
    return sum(event.kind in I_WRITE for event in desk.case(number).timeline)


async def _letter_of(pilot: Pilot[None], number: int) -> None:
    await until(pilot, lambda: where(pilot) == "chaseletter" and page(pilot).case_id == number)


async def test_late_ones_are_reminded_one_after_the_other(sample: Desk, app_of: MakeApp) -> None:
    found = sample.chasers()
    first, second, third, *_ = [chaser.card.id for chaser in found.ready]
    app = app_of(sample)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "D")
        await until(pilot, lambda: where(pilot) == "chase")
        assert "No case is marked" in await settled(pilot)
        await press(pilot, "enter")
        await _letter_of(pilot, first)
        assert f"1 of {len(found.ready)}" in frame(app)
        await press(pilot, "f7")  # not this one
        await _letter_of(pilot, second)
        before = _letters(sample, second)
        await press(pilot, "ctrl+l")
        await until(pilot, lambda: where(pilot) == "send")
        await press(pilot, "s")
        await until(pilot, lambda: where(pilot) == "event")
        await press(pilot, "ctrl+s")
        await _letter_of(pilot, third)  # it went out: on to the next one
        assert _letters(sample, second) == before + 1
        assert f"3 of {len(found.ready)}" in frame(app)
        await press(pilot, "escape")
        await until(pilot, lambda: where(pilot) == "chase")
        shown = await settled(pilot)
        assert f"- #{first} " in shown
        assert f"+ #{second} " in shown
        await press(pilot, "escape")
        await until(pilot, lambda: where(pilot) == "board")


async def test_the_marked_ones_and_no_others(sample: Desk, app_of: MakeApp) -> None:
    app = app_of(sample)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "l", "space", "j", "space", "D")
        await until(pilot, lambda: where(pilot) == "chase")
        shown = await settled(pilot)
        assert "No case is marked" not in shown
        assert "Chase 1 case" in shown
        assert "Left out 1" in shown
        assert "Too early" in shown  # and that before it starts
        await press(pilot, "enter")
        await until(pilot, lambda: where(pilot) == "chaseletter")
        await press(pilot, "f7")
        await until(pilot, lambda: notice(pilot))
        assert notice(pilot) == "Done: 0 reminded."


async def test_a_draft_of_a_reminder_keeps_what_was_changed(sample: Desk, app_of: MakeApp) -> None:
    number = sample.chasers().ready[0].card.id
    app = app_of(sample)
    async with app.run_test(size=SIZE) as pilot:
        await open_page(pilot, "chase")
        await press(pilot, "enter")
        await _letter_of(pilot, number)
        await press(pilot, *"Please", "f7")
        await until(pilot, lambda: page(pilot).case_id not in (0, number))
        step = sample.card(number).step
        assert "Please" in sample.compose(number, step).letter.text()
