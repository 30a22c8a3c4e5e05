"""Profiles: whose name stands under a letter, and for whom it is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from frames import frame
from lettering import a_sound_case
from making import ANNA, MakeApp
from piloting import notice, open_page, press, settled, to_field, under_cursor, until, where, write
from textual.pilot import Pilot

from tui.clock import FixedClock
from tui.desk.desk import Desk
from tui.settings.config import Config, Profile, Settings
from tui.store.opening import memory_store

SIZE = (80, 24)
OFFICE = Profile(name="Petrova Ltd", email="office@example.org")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


@pytest.fixture
def kept(clock: FixedClock, file: Path) -> Desk:
    """An empty book of a person whose settings lie in a file."""
    desk = Desk(memory_store(at=clock.now), clock, Settings(file))
    desk.save_profile(ANNA)
    return desk


def _read(file: Path) -> Config:
    return Settings(file).config


async def _fills(pilot: Pilot[None], **fields: str) -> None:
    for name, text in fields.items():
        await to_field(pilot, name)
        await write(pilot, text)


async def test_an_empty_profile_is_a_form_at_once(
    clock: FixedClock, file: Path, app_of: MakeApp
) -> None:
    desk = Desk(memory_store(at=clock.now), clock, Settings(file))
    async with app_of(desk).run_test(size=SIZE) as pilot:
        a_sound_case(desk)
        await open_page(pilot, "case", case_id=1)
        await press(pilot, "P")
        assert where(pilot) == "profile"
        await _fills(pilot, name="Anna Petrova", email="anna@example")
        await press(pilot, "ctrl+s")
        assert "“anna@example” is no whole e-mail" in notice(pilot)
        await write(pilot, ".org")  # the field that was named has the cursor
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: where(pilot) == "case")
        assert _read(file).profile == Profile(name="Anna Petrova", email="anna@example.org")
        await press(pilot, "P")
        assert where(pilot) == "profiles", "now there is one"
        assert "Anna Petrova" in under_cursor(pilot)
        assert "the usual one" in under_cursor(pilot)


async def test_one_is_added_that_writes_for_somebody_else(
    kept: Desk, file: Path, app_of: MakeApp
) -> None:
    async with app_of(kept).run_test(size=SIZE) as pilot:
        await open_page(pilot, "profiles")
        await press(pilot, "a")
        assert where(pilot) == "profile"
        told = {"profile_id": "mother", "name": "Anna Petrova", "email": "anna@example.org"}
        power = {"represented": "Vera Petrova", "power_number": "77-12", "power_date": "soon"}
        await _fills(pilot, **told, **power)
        await press(pilot, "ctrl+s")
        assert where(pilot) == "profile"
        assert "soon" in notice(pilot)
        assert pilot.app.screen.focused.id == "f-power_date"  # type: ignore[union-attr]
        await press(pilot, *["backspace"] * 4)
        await write(pilot, "2026-03-03")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: where(pilot) == "profiles")
        assert "on behalf of Vera Petrova" in await settled(pilot)
    mother = _read(file).profiles["mother"]
    assert (mother.represented, mother.power_date) == ("Vera Petrova", "2026-03-03")
    assert _read(file).profile == ANNA


@pytest.mark.parametrize("name", ["", "office", "Office", "../x"])
async def test_a_new_one_needs_a_name_of_its_own(
    kept: Desk, file: Path, app_of: MakeApp, name: str
) -> None:
    kept.save_profile(OFFICE, "office")
    async with app_of(kept).run_test(size=SIZE) as pilot:
        await open_page(pilot, "profile", profile_id="", is_new=True)
        await _fills(pilot, profile_id=name, email="x@example.org")
        await press(pilot, "ctrl+s")
        assert where(pilot) == "profile"
        assert notice(pilot)
        assert pilot.app.screen.focused.id == "f-profile_id"  # type: ignore[union-attr]
    assert _read(file).profiles == {"office": OFFICE}, "nobody was written over"


async def test_another_one_is_made_the_usual_one(kept: Desk, file: Path, app_of: MakeApp) -> None:
    kept.save_profile(OFFICE, "office")
    a_sound_case(kept)
    async with app_of(kept).run_test(size=SIZE) as pilot:
        await open_page(pilot, "profiles")
        await press(pilot, "j")
        assert "office" in under_cursor(pilot)
        await press(pilot, "s")
        assert "the usual one" in under_cursor(pilot)
        assert (await settled(pilot)).count("the usual one") == 1
        assert _read(file).usual == "office"
        assert "Petrova Ltd" in kept.letter(1).text()
        await press(pilot, "end", "s")
        assert _read(file).usual == ""
        assert "Petrova Ltd" not in kept.letter(1).text()


async def test_the_one_without_a_name_is_changed_while_another_is_usual(
    kept: Desk, file: Path, app_of: MakeApp
) -> None:
    kept.save_profile(OFFICE, "office")
    kept.save_usual_profile("office")
    async with app_of(kept).run_test(size=SIZE) as pilot:
        await open_page(pilot, "profiles")
        await press(pilot, "end", "enter")
        await _fills(pilot, address="1 High Street")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: where(pilot) == "profiles")
    assert _read(file).profiles == {"office": OFFICE}
    assert (_read(file).profile.name, _read(file).profile.address) == (ANNA.name, "1 High Street")


async def test_one_that_no_case_uses_is_taken_away(kept: Desk, file: Path, app_of: MakeApp) -> None:
    kept.save_profile(OFFICE, "office")
    async with app_of(kept).run_test(size=SIZE) as pilot:
        await open_page(pilot, "profiles")
        await press(pilot, "x")
        assert notice(pilot) == "The plain one stays: empty its fields instead."
        await press(pilot, "j", "x")
        assert notice(pilot) == "The profile “office” is gone."
        assert "Petrova Ltd" not in frame(pilot.app)
    assert _read(file).profiles == {}


async def test_one_in_use_stays(kept: Desk, file: Path, app_of: MakeApp) -> None:
    kept.save_profile(OFFICE, "office")
    a_sound_case(kept, profile="office")
    async with app_of(kept).run_test(size=SIZE) as pilot:
        await open_page(pilot, "profiles")
        await press(pilot, "j", "x")
        assert "#1" in notice(pilot)
        assert "Petrova Ltd" in frame(pilot.app)
    assert _read(file).profiles == {"office": OFFICE}


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_a_case_writes_in_the_name_that_is_chosen_for_it(
    kept: Desk, app_of: MakeApp, language: str
) -> None:
    kept.save_profile(OFFICE, "office")
    a_sound_case(kept, language=language)
    async with app_of(kept, language).run_test(size=(80, 40)) as pilot:
        await open_page(pilot, "facts", case_id=1)
        await to_field(pilot, "profile")
        await press(pilot, "right", "ctrl+s")
        await until(pilot, lambda: kept.case(1).profile == "office")
        await open_page(pilot, "compose", case_id=1)
        shown = await settled(pilot)
        assert "Petrova Ltd" in shown
        assert ANNA.email not in shown
        await press(pilot, "escape")
        await open_page(pilot, "send", case_id=1, channel="form")
        await press(pilot, "y")
        assert pilot.app.clipboard == "Petrova Ltd"


async def test_from_the_list_of_what_to_have_one_gets_to_the_profile_of_the_case(
    kept: Desk, app_of: MakeApp
) -> None:
    kept.save_profile(Profile(name="Petrova Ltd"), "office")
    a_sound_case(kept, profile="office")
    async with app_of(kept).run_test(size=SIZE) as pilot:
        await open_page(pilot, "prepare", case_id=1)
        for _ in range(30):
            if "how they reach me" in under_cursor(pilot):
                break
            await press(pilot, "j")
        await press(pilot, "enter")
        await until(pilot, lambda: where(pilot) == "profile")
        assert "Profile: office" in frame(pilot.app)
