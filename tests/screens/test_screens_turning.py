"""Nothing that is seen jumps, and nobody waits: from list to list, and where something is said."""

from __future__ import annotations

import pytest
from making import MakeApp
from piloting import page, press, settled, to_field, until, where, write
from textual.pilot import Pilot

from tui.desk.desk import Desk
from tui.terminal.thinning import ThinApp


async def _is_drawing_again(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: pilot.app._batch_count == 0)


async def test_nobody_waits_longer_than_the_screen_takes(
    sample: Desk, app_of: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Textual would hold it for 50 ms; here it is an hour, which nobody waits for."""
    monkeypatch.setattr(ThinApp.delay_update, "__defaults__", (3600.0,))
    async with app_of(sample).run_test(size=(80, 24)) as pilot:
        await _is_drawing_again(pilot)
        for key in "tbtb":
            before = where(pilot)
            await press(pilot, key)
            assert where(pilot) != before
            await _is_drawing_again(pilot)


async def test_what_is_said_on_the_board_moves_nothing_of_it(sample: Desk, app_of: MakeApp) -> None:
    async with app_of(sample).run_test(size=(80, 24)) as pilot:
        before = (await settled(pilot)).splitlines()
        page(pilot).tell("Nothing is lost.")
        told = (await settled(pilot)).splitlines()
        changed = [at for at, line in enumerate(before) if line != told[at]]
        assert [told[at].strip() for at in changed] == ["Nothing is lost."]
        assert page(pilot).is_telling
        await press(pilot, "j", "k")
        assert (await settled(pilot)).splitlines() == before
        page(pilot).tell("It is long. " * 12)
        told = (await settled(pilot)).splitlines()
        assert any("It is long." in line for line in told)
        assert told[-2] != before[-2]
        page(pilot).tell("")
        assert (await settled(pilot)).splitlines() == before


async def test_a_list_is_the_list_whatever_was_opened_from_it(
    sample: Desk, app_of: MakeApp
) -> None:
    async with app_of(sample).run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        assert where(pilot) == "case"
        await press(pilot, "t", "enter")
        assert where(pilot) == "case"
        await press(pilot, "b")
        assert where(pilot) == "board"
        await press(pilot, "t")
        assert where(pilot) == "today"


async def test_the_cursor_comes_to_a_case_that_was_just_opened(
    sample: Desk, app_of: MakeApp
) -> None:
    async with app_of(sample).run_test(size=(80, 24)) as pilot:
        await press(pilot, "n")
        await write(pilot, "Somebody new")
        await to_field(pilot, "subject")
        await write(pilot, "A matter of its own")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: where(pilot) in {"ladders", "channels"})
        await press(pilot, "b")
        await until(pilot, lambda: where(pilot) == "board")
        assert sample.case(page(pilot).case_id).company == "Somebody new"


async def test_in_the_other_language_it_is_the_same_case(sample: Desk, app_of: MakeApp) -> None:
    async with app_of(sample).run_test(size=(80, 24)) as pilot:
        await press(pilot, "right", "j", "enter")
        number = page(pilot).case_id
        await press(pilot, "L")
        await until(pilot, lambda: where(pilot) == "case")
        assert page(pilot).case_id == number
        assert page(pilot).words.language == "ru"
        await press(pilot, "escape")
        await until(pilot, lambda: where(pilot) == "board")
        await until(pilot, lambda: page(pilot).case_id == number)


async def test_in_the_other_language_the_board_shows_what_it_showed(
    sample: Desk, app_of: MakeApp
) -> None:
    async with app_of(sample).run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"is:late", "enter", "space")
        told = {"en": "Filter: is:late", "ru": "Фильтр: is:late"}
        for language in ("ru", "en", "ru"):
            await press(pilot, "j", "space")  # another cursor, and other marks
            marked, number = set(page(pilot)._marked), page(pilot).case_id
            await press(pilot, "L")
            await until(pilot, lambda to=language: page(pilot).words.language == to)
            assert told[language] in await settled(pilot)
            assert page(pilot)._marked == marked
            assert page(pilot).case_id == number
        await press(pilot, "escape", "escape", "L")
        await until(pilot, lambda: page(pilot).words.language == "en")
        assert "Filter" not in await settled(pilot)
        assert not page(pilot)._marked
