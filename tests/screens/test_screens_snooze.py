"""Putting off and waking by keys: the marked cases, or the one under the cursor."""

from __future__ import annotations

from datetime import date

import pytest
from frames import frame
from making import MakeApp
from pages import LATE, MINE
from piloting import notice, open_page, page, press, settled, to_field, until, where, write
from textual.pilot import Pilot

from tui.desk.desk import Desk

SIZE = (80, 24)


def _snoozed(desk: Desk) -> set[int]:
    return {view.id for view in desk.listed("is:snoozed")}


async def _done(pilot: Pilot[None], screen: str) -> None:
    await press(pilot, "ctrl+s")
    await until(pilot, lambda: where(pilot) == screen)
    await until(pilot, lambda: notice(pilot))


async def test_marked_cases_are_put_off_woken_and_taken_back(sample: Desk, app_of: MakeApp) -> None:
    app = app_of(sample)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "l")
        first = page(pilot).case_id
        await press(pilot, "space")
        second = page(pilot).case_id
        await press(pilot, "space", "z")
        await until(pilot, lambda: where(pilot) == "snooze")
        assert "Snooze 2 cases" in frame(app)
        await to_field(pilot, "until")
        await write(pilot, "fri")
        await _done(pilot, "board")
        assert notice(pilot).startswith("Snoozed. Z wakes them.")
        assert _snoozed(sample) == {first, second}
        assert "zz to 27 Nov" in await settled(pilot)
        await press(pilot, "Z")
        assert _snoozed(sample) == set()
        assert notice(pilot) == "2 cases woke."
        await press(pilot, "u", "u")
        assert _snoozed(sample) == set()
        await press(pilot, "Z")
        assert notice(pilot) == "None of the marked cases is snoozed."


async def test_a_usual_length_takes_one_key(sample: Desk, app_of: MakeApp) -> None:
    app = app_of(sample)
    async with app.run_test(size=SIZE) as pilot:
        await open_page(pilot, "case", case_id=LATE)
        await press(pilot, "z")
        await until(pilot, lambda: where(pilot) == "snooze")
        assert "1 day: Mon 23 Nov" in frame(app)
        await press(pilot, "right", "right")
        assert "1 week: Sun 29 Nov" in frame(app)
        await _done(pilot, "case")
        snooze = sample.case(LATE).snooze
        assert snooze
        assert (snooze.until, snooze.reply) == (date(2026, 11, 29), True)
        assert "zz until they answer, or until 29" in await settled(pilot)
        await press(pilot, "z")
        await until(pilot, lambda: where(pilot) == "snooze")
        assert "2026-11-29" in frame(app)  # what it is now, to be changed


async def test_what_cannot_be_is_said_and_nothing_is_lost(sample: Desk, app_of: MakeApp) -> None:
    app = app_of(sample)
    async with app.run_test(size=SIZE) as pilot:
        await open_page(pilot, "snooze", case_ids=(LATE,))
        await to_field(pilot, "until")
        await write(pilot, "yesterday")
        await press(pilot, "ctrl+s")
        assert "ends after today" in notice(pilot)
        assert where(pilot) == "snooze"
        assert _snoozed(sample) == set()


async def test_what_is_mine_is_said_when_it_is_put_off(sample: Desk, app_of: MakeApp) -> None:
    app = app_of(sample)
    async with app.run_test(size=SIZE) as pilot:
        await open_page(pilot, "case", case_id=MINE)
        await open_page(pilot, "snooze", case_ids=(MINE,))
        await to_field(pilot, "until")
        await write(pilot, "+2w")
        await _done(pilot, "case")
        assert f"#{MINE} comes back before that: act by" in notice(pilot)
        assert "zz until they answer, or until 6" in await settled(pilot)


@pytest.mark.parametrize(("screen", "list_of"), [("board", "Waiting"), ("today", "They broke it")])
async def test_reminders_every_monday(
    sample: Desk, app_of: MakeApp, screen: str, list_of: str
) -> None:
    app = app_of(sample)
    async with app.run_test(size=SIZE) as pilot:
        await open_page(pilot, screen)
        await press(pilot, "l" if screen == "board" else "g")
        assert list_of in frame(app)
        number = page(pilot).case_id
        await press(pilot, "N")
        await until(pilot, lambda: where(pilot) == "every")
        assert "every Monday" in frame(app)
        await _done(pilot, screen)
        assert "every Monday, the next on 23 November 2026" in " ".join(notice(pilot).split())
        assert "remind them on 23 November 2026, as every Monday" in await settled(pilot)
        await press(pilot, "N")
        await until(pilot, lambda: where(pilot) == "every")
        await to_field(pilot, "every")
        await write(pilot, "off")
        await _done(pilot, screen)
        assert sample.case(number).chase is None


async def test_what_is_no_choice_goes_where_it_can_be_written(
    sample: Desk, app_of: MakeApp
) -> None:
    """A day that is typed at once, though a length is to be chosen first."""
    async with app_of(sample).run_test(size=SIZE) as pilot:
        await open_page(pilot, "snooze", case_ids=(LATE,))
        await press(pilot, *"30.11.2026")
        await _done(pilot, "board")
        snooze = sample.case(LATE).snooze
        assert snooze
        assert snooze.until == date(2026, 11, 30)
        await open_page(pilot, "every", case_ids=(LATE,))
        await press(pilot, *"3wd")
        await _done(pilot, "board")
        chase = sample.case(LATE).chase
        assert chase
        assert chase.every == "3wd"
        await open_page(pilot, "snooze", case_ids=(LATE,))
        await to_field(pilot, "reply")
        await press(pilot, "x")
        assert "Nothing to choose" in notice(pilot)  # there is no other place for it
        assert page(pilot).form.values["until"] == "2026-11-30"  # type: ignore[attr-defined]


async def test_enter_saves_a_form_of_one_line_and_choices_say_what_letters_do(
    sample: Desk, app_of: MakeApp
) -> None:
    async with app_of(sample).run_test(size=SIZE) as pilot:
        await open_page(pilot, "tags", case_ids=(LATE,))
        await press(pilot, *"home", "enter")
        await until(pilot, lambda: where(pilot) == "board")
        assert "home" in sample.card(LATE).tags
        await open_page(pilot, "every", case_ids=(LATE,))
        await press(pilot, "e")
        assert "every Tuesday" in notice(pilot)
        await press(pilot, "enter")  # as in every field: on to the next
        await press(pilot, *"2w", "enter")
        assert "^s saves" in notice(pilot)
        assert where(pilot) == "every"
