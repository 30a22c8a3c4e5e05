"""Settings on the screen, and the keys that a person gave to commands."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from frames import frame
from making import NOW, MakeApp
from piloting import notice, press, settled, under_cursor, until, where

from tui.clock import FixedClock
from tui.desk.desk import Desk
from tui.first_board import FirstBoard
from tui.settings.config import Settings
from tui.store.memory import Memory
from tui.store.opening import memory_store
from tui.widgets.rows import Rows
from tui.widgets.spans import plain
from tui.wording.wording import Wording

WRITTEN = '# mine\nmouse = false # for now\n[profile]\nname = "Anna"\n'
SIZE = (80, 24)
SetUp = Callable[[str], Desk]


@pytest.fixture
def desk_with(tmp_path: Path, sample_data: Memory) -> SetUp:
    """The sample book of a person with this config.toml."""

    def make(text: str) -> Desk:
        file = tmp_path / "config.toml"
        file.write_text(text)
        return Desk(
            memory_store(sample_data.copy(), at=lambda: NOW), FixedClock(NOW), Settings(file)
        )

    return make


async def test_a_setting_is_changed_and_the_file_keeps_its_comments(
    desk_with: SetUp, app_of: MakeApp, tmp_path: Path
) -> None:
    app = app_of(desk_with(WRITTEN))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "O")
        assert where(pilot) == "settings"
        shown = await settled(pilot)
        assert "config.toml, line 2" in shown
        await press(pilot, "j", "enter")  # the country
        await press(pilot, *"RU", "ctrl+s")
        await until(pilot, lambda: where(pilot) == "settings")
        await press(pilot, "j", "enter")  # the mouse
        assert "next time" in notice(pilot)
        await press(pilot, "j", "enter", "backspace", *"0", "ctrl+s")  # seconds
        assert "0.2" in notice(pilot)
        await press(pilot, "backspace", *"2.5", "ctrl+s")
        await until(pilot, lambda: where(pilot) == "settings")
        assert "2.5" in await settled(pilot)
    text = (tmp_path / "config.toml").read_text()
    assert text.startswith("# mine\nmouse = true # for now\n")
    saved = Settings(tmp_path / "config.toml")
    assert (saved.config.country, saved.config.look_every) == ("RU", 2.5)
    assert saved.config.profile.name == "Anna"
    assert saved.every_fault == ()


async def test_the_keys_of_a_person_are_in_force_and_shown_everywhere(
    desk_with: SetUp, app_of: MakeApp
) -> None:
    desk = desk_with('[keys]\ncompose = "C"\nrecord = ["c", "f6"]\nback = "f9"\nsave = "f5"\n')
    app = app_of(desk)
    async with app.run_test(size=SIZE) as pilot:
        footer = (await settled(pilot)).splitlines()[-1]
        assert " C compose " in footer
        assert " c record " in footer
        for key, opens in [("C", "compose"), ("С", "compose"), ("с", "record"), ("f6", "record")]:
            await press(pilot, key)
            assert where(pilot) == opens, key
            await press(pilot, "f9")
        await press(pilot, "r")  # nobody's now
        assert where(pilot) == "board"
        await press(pilot, "question_mark")
        told = [" ".join(line.split()) for line in frame(app).splitlines()]
        assert "C compose Write" in " ".join(told)
        assert any(line.startswith("c f6 record Record what happened") for line in told)
        await press(pilot, "f9", "colon", *"record")
        assert "c f6" in frame(app)
        await press(pilot, "enter")
        assert where(pilot) == "record"
        await press(pilot, "f9", "n")
        assert "f5 save" in frame(app).splitlines()[-1]
        assert "f9 back" in frame(app).splitlines()[-1]
    rows = FirstBoard(desk, Wording("en"), SIZE, {}, demo=False).rows()
    assert "".join(text for text, *_ in rows[-1]).rstrip() == footer.rstrip()


async def test_where_it_comes_from_is_said_whole_in_a_narrow_terminal(
    desk_with: SetUp, app_of: MakeApp
) -> None:
    app = app_of(desk_with(WRITTEN))
    async with app.run_test(size=(40, 24)) as pilot:
        await press(pilot, "O")
        shown = await settled(pilot)
        assert re.search(r"Mouse +false *\n +config\.toml, line 2 *\n +Whether screens", shown)


async def test_what_is_wrong_is_said_once_with_file_and_line(
    desk_with: SetUp, app_of: MakeApp, tmp_path: Path
) -> None:
    app = app_of(desk_with('[keys]\ncompose = "n"\nnwe = "n"\n'))
    async with app.run_test(size=(120, 24)) as pilot:
        assert f"{tmp_path}/config.toml, line 2" in notice(pilot)
        assert "n is the key of “new”" in notice(pilot)
        assert "1 more" in notice(pilot)
        await press(pilot, "c")
        assert where(pilot) == "compose"  # the usual key stays
        await press(pilot, "escape", "t")
        assert notice(pilot) == ""
        await press(pilot, "O", "G")
        assert "line 3" in frame(app)


async def test_undo_in_the_settings_takes_back_a_setting_and_never_the_book(
    desk_with: SetUp, app_of: MakeApp, tmp_path: Path
) -> None:
    desk = desk_with("# mine\n")
    number = desk.open_case({"company": "Zed", "subject": "s", "problem": "refund"}).id
    app = app_of(desk)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "O", "j", "j", "enter")  # the mouse
        assert "true" in under_cursor(pilot)
        await press(pilot, "u")
        assert "Mouse: false" in notice(pilot)
        assert "by default" in under_cursor(pilot)
        await press(pilot, "u")
        assert "No setting was changed" in notice(pilot)
    assert desk.card(number).company == "Zed"
    assert (tmp_path / "config.toml").read_text().strip() == "# mine"


async def test_the_settings_say_what_the_file_says_now(
    desk_with: SetUp, app_of: MakeApp, tmp_path: Path
) -> None:
    app = app_of(desk_with('theme = "purple"\n'), "ru")
    async with app.run_test(size=SIZE) as pilot:
        (tmp_path / "config.toml").write_text('theme = "purple"\nmouse = true\n')
        await press(pilot, "O")
        rows = pilot.app.screen.query_one("#rows", Rows)._rows
        told = {row.key: plain(row.lines[0]) for row in rows if row.key}
        assert " true" in told["mouse"]  # another window wrote it
        assert "2" in told["mouse"]
        assert " auto" in told["theme"]  # wrong in line 1, which is told beside it
        assert "1" in told["theme"]
        assert " true" in told["detail"]  # behind a title as long as its column
        assert "--lang" in told["language"]


async def test_a_country_that_there_is_not_is_no_setting(desk_with: SetUp, app_of: MakeApp) -> None:
    desk = desk_with("")
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await press(pilot, "O", "j", "enter")
        assert "GB-SCT" in frame(pilot.app)
        await press(pilot, *"Narnia", "ctrl+s")
        assert where(pilot) == "setting"
        assert "Narnia" in notice(pilot).title()
        assert next(v.value for v in desk.settings() if v.setting.name == "country") == ""
