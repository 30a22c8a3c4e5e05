"""The palette finds a command by the words of either language, and does it."""

from __future__ import annotations

import pytest
from frames import frame
from making import MakeApp
from piloting import press, until, where

from tui.commands import CATALOGUE
from tui.desk.desk import Desk
from tui.screens.synonyms import SYNONYMS
from tui.wording.wording import Wording

SIZE = (80, 24)


@pytest.mark.parametrize(
    ("language", "typed", "opens"),
    [
        ("en", "ladder", "escalate"),
        ("ru", "лестниц", "escalate"),
        ("ru", "compan", "companies"),
        ("en", "late due", "today"),
        ("en", "keys that", "keys"),
        ("en", "rules", "rules"),
        ("ru", "источник", "rules"),
        ("en", "источник", "rules"),
        ("en", "лестниц", "escalate"),
        ("en", "пожаловаться", "escalate"),
        ("ru", "regulator", "escalate"),
        ("ru", "hotkeys", "keys"),
        ("en", "справка", "keys"),
        ("en", "delay", "snooze"),
        ("ru", "печать", "bundle"),
        ("ru", "снооз", "snooze"),
        ("ru", "column", "board"),
        ("ru", "кгдуы", "rules"),  # typed with the other layout on
        ("ru", "bcnjxybr", "rules"),
        ("ru", "связ", "links"),  # what is called so before what is told of with that word
    ],
)
async def test_the_palette_finds_and_does(
    sample: Desk, app_of: MakeApp, language: str, typed: str, opens: str
) -> None:
    app = app_of(sample, language)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "colon", *(typed.replace(" ", "_").split("_")[0]))
        await press(pilot, *[k for word in typed.split(" ")[1:] for k in ("space", *word)])
        await press(pilot, "enter")
        await until(pilot, lambda: where(pilot) == opens)


async def test_the_palette_says_when_nothing_is_found(sample: Desk, app_of: MakeApp) -> None:
    app = app_of(sample)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "ctrl+p", *"zzz")
        assert Wording("en").t("No command here has these words.") in frame(app)
        await press(pilot, "enter")
        await until(pilot, lambda: where(pilot) == "board")


async def test_the_palette_says_what_is_done_in_a_shell(sample: Desk, app_of: MakeApp) -> None:
    app = app_of(sample)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "colon", *"bac")
        assert "upheld backup" not in frame(app)
        await press(pilot, *"kup")
        assert "A copy of the whole book, or one brought back: upheld backup" in frame(app)


async def test_the_palette_names_what_another_screen_has(sample: Desk, app_of: MakeApp) -> None:
    app = app_of(sample)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "ctrl+p", *"attachment")
        told = frame(app)
        assert "On other screens" in told
        assert "evidence" in told.split("On other screens")[1]
        await press(pilot, "enter")  # it is no command here
        await until(pilot, lambda: where(pilot) == "board")


async def test_the_palette_moves_and_leaves(sample: Desk, app_of: MakeApp) -> None:
    app = app_of(sample)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "colon", "down", "down", "enter")
        await until(pilot, lambda: where(pilot) == "record")
        await press(pilot, "escape", "colon", *"leave", "enter")
        await until(pilot, lambda: app._exit)


def test_other_words_are_of_commands_that_exist() -> None:
    assert SYNONYMS.keys() <= CATALOGUE.keys()
