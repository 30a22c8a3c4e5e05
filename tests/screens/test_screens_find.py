"""The search and the filters of the board: typed, told, kept under a digit."""

from __future__ import annotations

from functools import partial

import pytest
from frames import frame
from making import MakeApp
from piloting import notice, press, settled, until, where, write

from tui.app import UpheldApp
from tui.desk.desk import Desk
from tui.widgets.filter_line import FilterLine
from tui.widgets.rows import Rows

SIZE = (80, 24)


async def test_what_was_wrong_while_it_was_begun_is_said_no_more(
    sample: Desk, app_of: MakeApp
) -> None:
    async with app_of(sample).run_test(size=SIZE) as pilot:
        await press(pilot, "F", *"is:")
        assert "at least one word" in notice(pilot)
        await press(pilot, *"late")
        assert "#7 Meteor" in await settled(pilot)
        assert notice(pilot) == ""


async def test_the_search_shows_the_place_and_opens_the_case(sample: Desk, app_of: MakeApp) -> None:
    app = app_of(sample)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "F")
        assert "due<7d" in frame(app)
        await write(pilot, "счёт -#31")
        shown = frame(app)
        found = sample.search("счёт -#31", 40)
        assert found
        for hit in found[:3]:
            assert f"#{hit.view.id} {hit.view.card.company}" in shown
            assert hit.snippet[:40].strip() in shown
        second = str(found[1].view.id)
        await press(pilot, "down")
        assert app.screen.query_one(Rows).key == second
        await press(pilot, "enter")
        await until(pilot, lambda: where(pilot) == "case")
        assert f"#{second} " in frame(app)
        await press(pilot, "escape")
        await until(pilot, lambda: where(pilot) == "find")
        await press(pilot, "escape", "ctrl+f")
        assert "счёт -#31" in frame(app)  # it is kept


@pytest.mark.parametrize("key", ["slash", "F"])
async def test_what_is_typed_takes_the_place_of_the_old_words(
    sample: Desk, app_of: MakeApp, key: str
) -> None:
    app = app_of(sample)
    line = partial(_line, app)
    async with app.run_test(size=SIZE) as pilot:
        again = ("enter", "slash") if key == "slash" else ("escape", "F")
        await press(pilot, key, *"is:late", *again)
        assert line() == "is:late"
        await press(pilot, *"x1", *again)
        assert line() == "x1"
        await press(pilot, "right", "2", *again)
        assert line() == "x12"
        await press(pilot, "backspace")
        assert line() == ""


def _line(app: UpheldApp) -> str:
    return app.screen.query_one(FilterLine).value


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_while_it_is_typed(sample: Desk, app_of: MakeApp, language: str) -> None:
    app = app_of(sample, language)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "F", "r")
        rows = app.screen.query_one(Rows)
        assert rows.key == ""  # one letter finds too much
        await press(pilot, *"efun")
        assert rows.key
        await press(pilot, *"zzz")
        assert rows.key == ""
        await press(pilot, "enter")
        assert where(pilot) == "find"


async def test_the_board_finds_what_stands_only_in_the_timeline(
    sample: Desk, app_of: MakeApp
) -> None:
    case = sample.case(21)
    word = "Glockenspiel"
    sample.edit(21, {"done_already": f"{case.done_already} {word}"})
    app = app_of(sample)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "slash", *"glocken", "enter")
        assert "#21 Severmart" in frame(app)
        assert "Hostwerk" not in frame(app)


async def test_what_cannot_be_meant_is_told_once_and_stops_no_typing(
    sample: Desk, app_of: MakeApp
) -> None:
    app = app_of(sample)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "slash")
        await write(pilot, "is:late is:l")
        assert not notice(pilot)  # it may be going on
        await press(pilot, "backspace")
        await write(pilot, "happy")
        assert "is:happy" in notice(pilot)
        await press(pilot, "space")
        await press(pilot, *"#21")
        assert "#21 Severmart" in frame(app)
        assert "#10 Loyalwing" not in frame(app)
        await press(pilot, "escape", "slash")
        await write(pilot, "fee:x")
        await press(pilot, "enter")
        assert "fee" in notice(pilot)
        assert "company" in notice(pilot)


async def test_a_quotation_mark_left_open_is_told_once_when_it_is_typed(
    sample: Desk, app_of: MakeApp
) -> None:
    app = app_of(sample)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "slash", *'"refu')
        assert notice(pilot) == ""  # it may still be closed
        await press(pilot, "enter")
        assert "A quotation mark is not closed" in notice(pilot)
        assert "part of it cannot be so" not in await settled(pilot)
        await press(pilot, "j")
        assert notice(pilot) == ""
        await press(pilot, "F", *'"zzz', "enter")
        assert where(pilot) == "find"
        assert "A quotation mark is not closed" in notice(pilot)


async def test_a_filter_is_kept_under_a_digit_and_brought_back(
    sample: Desk, app_of: MakeApp
) -> None:
    app = app_of(sample)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3")
        assert "Hostwerk" in frame(app)  # nothing is kept there, and nothing happens
        await press(pilot, "equals_sign", "3")
        assert sample.saved_filters == {}
        await press(pilot, "slash", *"is:late", "enter", "equals_sign")
        assert "1 to 9" in notice(pilot)
        await press(pilot, "j", "3")
        assert sample.saved_filters == {}  # another key means itself
        await press(pilot, "equals_sign", "3")
        assert sample.saved_filters["3"].query == "is:late"
        await press(pilot, "escape")
        assert "Hostwerk" in frame(app)
        await press(pilot, "3")
        assert "4 of 34, esc: all" in frame(app)
        assert "#33 Hostwerk" not in frame(app)
        await press(pilot, "colon", *"is:late")
        assert "filter 3" in frame(app)
        await press(pilot, "escape", "question_mark")
        assert where(pilot) == "keys"
