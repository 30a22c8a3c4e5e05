"""Resized at any moment, 20x5 to 300x100: nothing fails, nothing typed is lost, all fits."""

from __future__ import annotations

import random

import pytest
from frames import frame
from making import MakeApp
from piloting import open_page, page, press, resize, where, write
from rich.cells import cell_len
from textual.pilot import Pilot

from tui.desk.desk import Desk
from tui.screens.form_page import FormPage
from tui.widgets.rows import Rows

SMALLEST, LARGEST = (20, 5), (300, 100)
MOVES = ("j", "k", "h", "l", "G", "g", "pagedown", "pageup", "down", "up")
OPENED = (
    "enter",
    "t",
    "m",
    "b",
    "e",
    "a",
    "r",
    "w",
    "K",
    "S",
    "R",
    "slash",
    "escape",
    "question_mark",
)


def _fits(pilot: Pilot[None]) -> None:
    width, height = pilot.app.size
    lines = frame(pilot.app).splitlines()
    assert len(lines) <= height
    assert all(cell_len(line) <= width for line in lines)


async def _resize_somehow(pilot: Pilot[None], chance: random.Random) -> None:
    edge = chance.random() < 0.3
    size = chance.choice((SMALLEST, LARGEST)) if edge else (
        chance.randint(SMALLEST[0], LARGEST[0]), chance.randint(SMALLEST[1], LARGEST[1]),
    )  # fmt: skip
    await resize(pilot, *size)


@pytest.mark.parametrize("seed", range(2))
async def test_keys_and_sizes_in_any_order(sample: Desk, app_of: MakeApp, seed: int) -> None:
    app, chance = app_of(sample), random.Random(seed)
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(8):
            await _resize_somehow(pilot, chance)
            await press(pilot, chance.choice(OPENED), *chance.choices(MOVES, k=2))
            _fits(pilot)
        for _ in range(9):
            await press(pilot, "escape")
        await press(pilot, "b")
        await resize(pilot, 80, 24)
        assert where(pilot) == "board"
        _fits(pilot)


@pytest.mark.parametrize("route", ["new", "event", "compose"])
async def test_text_is_typed_while_it_is_resized(sample: Desk, app_of: MakeApp, route: str) -> None:
    about = {"new": {}, "event": {"case_id": 21, "kind": "note"}, "compose": {"case_id": 33}}
    chance, typed = random.Random(route), "The parcel never came, whatever they say."
    async with app_of(sample).run_test(size=(80, 24)) as pilot:
        await open_page(pilot, route, **about[route])
        before, focused = _written(pilot), pilot.app.screen.focused
        for start in range(0, len(typed), 10):
            await write(pilot, typed[start : start + 10])
            await _resize_somehow(pilot, chance)
            _fits(pilot)
        assert pilot.app.screen.focused is focused
        new = [text for text in _written(pilot) if text not in before]
        assert len(new) == 1
        assert typed in new[0]


def _written(pilot: Pilot[None]) -> list[str]:
    screen = page(pilot)
    if isinstance(screen, FormPage):
        return [*screen.form.values.values()]
    return [*screen.own.values()]  # type: ignore[attr-defined]


async def test_a_scrolled_list_stays_at_its_row(sample: Desk, app_of: MakeApp) -> None:
    chance = random.Random(7)
    async with app_of(sample).run_test(size=(80, 24)) as pilot:
        await open_page(pilot, "rules")
        await press(pilot, *("j",) * 25)
        rows = pilot.app.screen.query_one("#rows", Rows)
        at = rows.key
        for _ in range(5):
            await _resize_somehow(pilot, chance)
            assert rows.key == at
            top = rows._tops[rows.cursor] - rows.scroll_offset.y
            assert 0 <= top < max(1, rows.size.height), "the row is not seen"
