"""The tour through the sample book, from its offer to its end, in both languages."""

from __future__ import annotations

import pytest
from frames import frame
from making import MakeApp
from piloting import notice, page, press, until, where
from textual.pilot import Pilot
from textual.widgets import Static

from tui.app import UpheldApp
from tui.desk.desk import Desk
from tui.screens.tour_steps import STEPS
from tui.wording.wording import Wording

SIZE = (80, 24)


def _card(pilot: Pilot[None]) -> str:
    """What the card says; empty where none is shown."""
    cards = list(pilot.app.screen.query("#tour").results(Static))
    return str(cards[0].content) if cards else ""


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_the_tour_is_walked_to_its_end(sample: Desk, language: str) -> None:
    app, words = UpheldApp(sample, Wording(language), demo=True), Wording(language)
    revision = sample.card(33).revision
    async with app.run_test(size=SIZE) as pilot:
        assert "H: " in frame(app).splitlines()[0]
        await press(pilot, "H")
        for number, step in enumerate(STEPS, 1):
            assert where(pilot) == step.on
            key = page(pilot).key(step.command)
            card = _card(pilot)
            assert card.startswith(f"{number}/{len(STEPS)}")
            assert words.t(step.text, key=key) in card
            mark = f"{number}/{len(STEPS)}  "
            await until(pilot, lambda mark=mark: mark in frame(app))
            await press(pilot, sample.commands[step.command].key.split(",")[0])
            await until(pilot, lambda step=step: where(pilot) in step.leads)
            await pilot.pause()
        assert _card(pilot) == ""
        assert notice(pilot).count("n") >= 1
        await press(pilot, "escape")  # does what it does on the board
        assert where(pilot) == "board"
    assert sample.card(33).revision == revision  # nothing was changed on the way


async def test_esc_leaves_the_tour_anywhere_and_it_is_taken_up_again(sample: Desk) -> None:
    app = UpheldApp(sample, Wording("en"), demo=True)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "H", "t", "enter")
        assert _card(pilot).startswith("3/")
        await press(pilot, "escape")
        assert where(pilot) == "case"  # only the tour was left
        assert _card(pilot) == ""
        await press(pilot, "escape")
        assert where(pilot) == "today"
        assert _card(pilot) == ""
        await press(pilot, "H")
        assert _card(pilot)


async def test_who_looks_around_is_led_back(sample: Desk) -> None:
    app = UpheldApp(sample, Wording("en"), demo=True)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "H", "R")
        assert "Press b" in _card(pilot)
        await press(pilot, "b")
        assert _card(pilot).startswith("1/")
        await press(pilot, "f")  # a letter is text there: Esc leads back, and not out of the tour
        assert "esc leads back" in _card(pilot)
        await press(pilot, "escape")
        assert where(pilot) == "board"
        assert _card(pilot).startswith("1/")
        await press(pilot, "escape")
        assert _card(pilot) == ""


async def test_in_ones_own_book_there_is_no_tour(sample: Desk, app_of: MakeApp) -> None:
    async with app_of(sample).run_test(size=SIZE) as pilot:
        assert notice(pilot) == ""
        await press(pilot, "H")
        assert "upheld demo" in notice(pilot)
        assert _card(pilot) == ""


async def test_the_tour_never_goes_back(sample: Desk) -> None:
    app = UpheldApp(sample, Wording("en"), demo=True)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "H", "enter")
        assert _card(pilot).startswith("3/")  # soon to come: taken at once
        await press(pilot, "b")
        assert _card(pilot).startswith("5/")
        await press(pilot, "c")
        await until(pilot, lambda: _card(pilot).startswith("6/"))
        await press(pilot, "escape", "H")  # the tour is left, in a field where H is a letter
        await press(pilot, "escape", "H")
        assert _card(pilot).startswith("6/")  # what leads to the letter stands on the board
        assert "put it on a draft" in _card(pilot)
        await press(pilot, "c")
        await until(pilot, lambda: "Seven parts" in _card(pilot))
        await press(pilot, "ctrl+l")
        await until(pilot, lambda: _card(pilot).startswith("7/"))
        await press(pilot, "b")
        assert _card(pilot).startswith("8/")
        await press(pilot, "enter")
        assert where(pilot) == "case"
        assert "Press b for the board" in _card(pilot)
        await press(pilot, "b", "F")
        assert "esc leads back" in _card(pilot)
        await press(pilot, "escape", "m", "b", "e", "b")
        assert _card(pilot).startswith("11/")
        assert "Press e" in _card(pilot)
