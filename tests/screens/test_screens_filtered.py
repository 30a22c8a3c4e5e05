"""The board with a filter in force: it is named, and nothing is silent."""

from __future__ import annotations

import pytest
from frames import frame
from making import MakeApp
from piloting import notice, press, settled

from tui.desk.desk import Desk

SIZE = (80, 24)


async def test_a_filter_in_force_is_named_and_says_how_to_be_rid_of_it(
    sample: Desk, app_of: MakeApp
) -> None:
    app = app_of(sample)
    async with app.run_test(size=SIZE) as pilot:
        before = frame(app).splitlines()[0].split("!")[1]
        await press(pilot, "slash", *"is:late")
        typed = frame(app).splitlines()[-2]
        assert typed.rstrip() == "Filter: is:late"  # it is being typed
        keys = frame(app).splitlines()[-1]
        assert keys.strip() == "enter keep it  esc show all  f1 keys"  # all else is text
        await press(pilot, "enter")
        told = (await settled(pilot)).splitlines()
        assert told[-2].startswith("Filter: is:late ")
        assert told[-2].rstrip().endswith("  4 of 34, esc: all")
        assert told[0].split("!")[1] == before  # what presses presses, seen or not
        assert "n new" in told[-1]
        await press(pilot, "equals_sign", "escape")  # the question is answered, and no filter lost
        assert "Filter: is:late " in await settled(pilot)
        await press(pilot, "2")
        assert "2" not in sample.saved_filters
        await press(pilot, "escape")
        assert "Filter:" not in await settled(pilot)


@pytest.mark.parametrize("key", ["c", "z", "Z", "N", "T", "space"])
async def test_in_an_empty_column_no_key_is_silent(sample: Desk, app_of: MakeApp, key: str) -> None:
    app = app_of(sample)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "slash", *"is:late", "enter", "h")
        told = await settled(pilot)
        assert "There is no case in this column." in told
        assert "No case has" not in told
        assert told.splitlines()[3].strip().startswith("–")  # the cursor is seen
        await press(pilot, key)
        assert "There is no case here" in notice(pilot)


async def test_what_cannot_be_is_told_while_it_is_typed_and_a_digit_without_filter(
    sample: Desk, app_of: MakeApp
) -> None:
    app = app_of(sample)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "slash", *"stage:w")
        assert notice(pilot) == ""
        await press(pilot, "x")
        assert "There is no stage “wx”" in notice(pilot)
        await press(pilot, "ctrl+u", *"due<2026-1")
        assert notice(pilot) == ""  # it may still become a day
        await press(pilot, "enter")
        assert "is no time" in notice(pilot)
        assert "part of it cannot be so" in await settled(pilot)
        await press(pilot, "4")
        assert "No filter is kept under 4" in notice(pilot)


async def test_drafts_are_counted_with_their_company_and_no_heading_stands_alone(
    desk: Desk, app_of: MakeApp
) -> None:
    desk.open_case({"company": "Acme", "subject": "Refund", "problem": "refund"})
    app = app_of(desk)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "r")
        lines = [line.strip() for line in frame(app).splitlines()]
        assert "I" in lines
        assert "They" not in lines  # nothing of theirs is possible in a draft
        await press(pilot, "escape", "m")
        assert "1 draft" in await settled(pilot)
