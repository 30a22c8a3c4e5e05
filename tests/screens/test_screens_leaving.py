"""Throwing away, opening what is open already, and the way out of a letter."""

from __future__ import annotations

from pathlib import Path

from lettering import SOUND, a_sound_case
from making import MakeApp
from piloting import notice, open_page, press, settled, to_field, until, where, write

from tui.cases.words import Channel, EventKind
from tui.desk.cases.recording import Happening
from tui.desk.desk import Desk
from tui.widgets.field import TextBox
from tui.wording.wording import Wording

SIZE = (80, 24)
LONG = "It was to arrive on 5 November 2026. " * 8


async def test_much_is_thrown_away_at_the_second_asking(desk: Desk, app_of: MakeApp) -> None:
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "new")
        await to_field(pilot, "details")
        await write(pilot, LONG)
        await press(pilot, "ctrl+g")
        assert where(pilot) == "new"
        assert notice(pilot).startswith(f"{len(LONG)} typed characters would be lost")
        await press(pilot, "x", "ctrl+g")
        assert where(pilot) == "new", "another key is in between"
        await press(pilot, "ctrl+g")
        assert where(pilot) == "board"
        await open_page(pilot, "new")
        assert notice(pilot) == "", "nothing of it is kept"


async def test_a_little_is_thrown_away_at_once(desk: Desk, app_of: MakeApp) -> None:
    """Of a long text only what was changed counts."""
    a_sound_case(desk, details=LONG)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "compose", case_id=1)
        pilot.app.screen.query_one("#p-problem", TextBox).focus()
        await write(pilot, "Sorry. ")
        await press(pilot, "ctrl+g")
        await until(pilot, lambda: where(pilot) != "compose")


async def test_a_letter_is_thrown_away_at_the_second_asking(desk: Desk, app_of: MakeApp) -> None:
    a_sound_case(desk)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "compose", case_id=1)
        await write(pilot, "Six short lines\n" * 6)
        await press(pilot, "ctrl+g")
        assert where(pilot) == "compose"
        await press(pilot, "ctrl+g")
        await until(pilot, lambda: where(pilot) != "compose")
        assert desk.case(1).details == SOUND["details"]


async def test_what_handing_over_saved_is_not_thrown_away_and_that_is_said(
    desk: Desk, app_of: MakeApp
) -> None:
    a_sound_case(desk)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "compose", case_id=1)
        await write(pilot, "More. ")
        await press(pilot, "ctrl+l")
        await until(pilot, lambda: where(pilot) == "send")
        await press(pilot, "escape", "ctrl+g")
        await until(pilot, lambda: where(pilot) == "board" and notice(pilot))
        assert notice(pilot) == "What was saved before stays in the letter; u takes it back."
        assert any("More. " in text for text in desk.compose(1).own.values())
        await press(pilot, "u")
        assert not any("More. " in text for text in desk.compose(1).own.values())


async def test_the_same_matter_is_offered_before_a_case_is_made(
    desk: Desk, app_of: MakeApp
) -> None:
    a_sound_case(desk)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "new")
        await write(pilot, "Meteor")
        await to_field(pilot, "subject")
        await write(pilot, SOUND["subject"])
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: where(pilot) == "same")
        assert "#1 Refund of 12 490 RUB" in await settled(pilot)
        assert len(desk.listed()) == 1
        await press(pilot, "enter")
        await until(pilot, lambda: where(pilot) == "case")
        assert notice(pilot) == "What you typed is kept: n shows it again."
        assert len(desk.listed()) == 1
        await open_page(pilot, "new")
        assert SOUND["subject"] in await settled(pilot)
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: where(pilot) == "same")
        await press(pilot, "end", "enter")
        await until(pilot, lambda: where(pilot) in ("channels", "ladders"))
        assert len(desk.listed()) == 2
        assert desk.drafts.recall("new") is None


async def test_a_letter_without_a_channel_is_handed_over_on_the_best_one(
    desk: Desk, app_of: MakeApp
) -> None:
    a_sound_case(desk)
    ranked = [one.channel for one in desk.advise_case(1)]
    best = next(channel for channel in ranked if channel is not Channel.PHONE)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "compose", case_id=1)
        await press(pilot, "ctrl+l")
        await until(pilot, lambda: where(pilot) == "send")
        assert f"Send: {Wording('en').term(best)}" in await settled(pilot)
        await press(pilot, "c")
        assert where(pilot) == "compose"


async def test_the_channel_that_was_chosen_stays_that_of_the_letter(
    desk: Desk, app_of: MakeApp
) -> None:
    a_sound_case(desk)
    best = desk.channel_for_letter(1)
    other = next(one.channel for one in desk.advise_case(1) if one.channel not in (best, "phone"))
    title = f"Send: {Wording('en').term(other)}"
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "compose", case_id=1, channel=other.value)
        await press(pilot, "escape")
        await open_page(pilot, "compose", case_id=1)
        await press(pilot, "ctrl+l")
        await until(pilot, lambda: where(pilot) == "send")
        assert title in await settled(pilot)
        desk.record(1, Happening(EventKind.SENT, {"channel": best.value}))
        await press(pilot, "b")
        await open_page(pilot, "compose", case_id=1)
        await press(pilot, "ctrl+l")
        await until(pilot, lambda: where(pilot) == "send")
        assert title not in await settled(pilot), "that is another letter"


async def test_a_review_is_only_read(desk: Desk, app_of: MakeApp) -> None:
    a_sound_case(desk)
    assert desk.compose(1, template="review").is_public
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "compose", case_id=1, template="review")
        await press(pilot, "ctrl+l")
        await until(pilot, lambda: where(pilot) == "letter")


async def test_a_case_is_opened_from_the_companies(desk: Desk, app_of: MakeApp) -> None:
    a_sound_case(desk)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await press(pilot, "m", "n")
        assert where(pilot) == "new"


async def test_each_file_to_enclose_has_its_line(
    desk: Desk, app_of: MakeApp, tmp_path: Path
) -> None:
    a_sound_case(desk)
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(name)
    files = (tmp_path / "one.txt", tmp_path / "two.txt")
    desk.record(1, Happening(EventKind.EVIDENCE, {}, files))
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "send", case_id=1, channel="email")
        assert "  To enclose    1. one.txt\n                2. two.txt" in await settled(pilot)


async def test_a_missing_address_is_said_before_anything_is_written(
    desk: Desk, app_of: MakeApp
) -> None:
    desk.open_case({**SOUND, "company": "Quay"})
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "send", case_id=1, channel="email")
        assert "Quay: no e-mail address is known" in await settled(pilot)
