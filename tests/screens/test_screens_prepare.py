"""What to have ready, which channel to take, and the call: from each to where a thing is done."""

from __future__ import annotations

from datetime import date

import pytest
from frames import frame
from lettering import SOUND, a_sound_case
from making import MakeApp
from piloting import notice, open_page, press, settled, to_field, under_cursor, until, where, write
from textual.pilot import Pilot

from tui.cases.words import Channel, EventKind, Stage
from tui.desk.cases.recording import Happening
from tui.desk.desk import Desk
from tui.wording.wording import Wording

SIZE = (80, 24)


async def _to_row(pilot: Pilot[None], text: str) -> None:
    """Put the cursor on the row with these words."""
    await press(pilot, "home")
    for _ in range(40):
        if text in under_cursor(pilot):
            return
        await press(pilot, "j")
    raise AssertionError(f"no row says {text}; the screen says\n{frame(pilot.app)}")


async def test_the_list_is_a_key_away_from_the_case(desk: Desk, app_of: MakeApp) -> None:
    a_sound_case(desk, identifiers="", expected_result="")
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "case", case_id=1)
        await press(pilot, "d")
        assert where(pilot) == "prepare"
        listed = desk.preparation(1)
        assert f"{listed.gaps} missing, {listed.helpful} would help" in frame(pilot.app)
        assert "! order number: missing." in await settled(pilot)
        await press(pilot, "escape")
        assert where(pilot) == "case"


async def test_a_missing_number_is_put_in_among_the_facts(desk: Desk, app_of: MakeApp) -> None:
    a_sound_case(desk, identifiers="")
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "prepare", case_id=1)
        await _to_row(pilot, "order number: missing")
        await press(pilot, "enter")
        assert where(pilot) == "facts"
        assert pilot.app.focused is not None
        assert pilot.app.focused.id == "f-identifiers"
        await write(pilot, "order 4821-77")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: where(pilot) == "prepare")
        assert "order number: 4821-77" in await settled(pilot)


@pytest.mark.parametrize(
    ("item", "screen"),
    [
        ("what happened", "compose"),
        ("one result that can be measured", "compose"),
        ("amount and currency", "facts"),
        ("receipt", "pickfile"),
        ("where to reach them", "company"),
        ("how they reach me", "profile"),
    ],
)
async def test_enter_opens_where_a_thing_is_put_in(
    desk: Desk, app_of: MakeApp, item: str, screen: str
) -> None:
    desk.open_case({**SOUND, "details": "", "expected_result": "", "amount": ""})
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "prepare", case_id=1)
        await _to_row(pilot, item)
        await press(pilot, "enter")
        await until(pilot, lambda: where(pilot) != "prepare")
        assert where(pilot) == screen
        await press(pilot, "escape")
        assert where(pilot) == "prepare"


async def test_what_only_they_can_give_is_recorded(desk: Desk, app_of: MakeApp) -> None:
    a_sound_case(desk)
    desk.record(1, Happening(EventKind.SENT, {"channel": "email"}))
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "prepare", case_id=1)
        await _to_row(pilot, "their number for the case")
        await press(pilot, "enter")
        assert where(pilot) == "record"


async def test_a_missing_piece_of_evidence_is_added(
    desk: Desk, app_of: MakeApp, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever the file is called, it is what it was chosen for; and one is back at the list."""
    file = tmp_path_factory.mktemp("files") / "IMG_0412.txt"
    file.write_text("12 490")
    a_sound_case(desk)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "prepare", case_id=1)
        await _to_row(pilot, "receipt")
        await press(pilot, "enter")
        await until(pilot, lambda: where(pilot) == "pickfile")
        await write(pilot, str(file))
        await press(pilot, "enter")
        await until(pilot, lambda: where(pilot) == "prepare")
        assert "receipt: no. 1, “IMG_0412.txt”, as you noted." in await settled(pilot)


async def test_what_nobody_can_see_is_ticked(desk: Desk, app_of: MakeApp) -> None:
    a_sound_case(desk, identifiers="")
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "prepare", case_id=1)
        helpful = desk.preparation(1).helpful
        await _to_row(pilot, "receipt")
        await press(pilot, "space")
        assert "+ receipt: there, as you say." in await settled(pilot)
        assert desk.preparation(1).helpful == helpful - 1
        await press(pilot, "space")
        assert "- receipt: missing." in await settled(pilot)
        await _to_row(pilot, "order number: missing")
        await press(pilot, "space")
        assert "cannot go without it" in notice(pilot)
        await _to_row(pilot, "what happened")
        await press(pilot, "space")
        assert notice(pilot) == "It is there already."
        assert desk.case(1).ticked == ()


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_a_result_is_taken_and_given_back(desk: Desk, app_of: MakeApp, language: str) -> None:
    a_sound_case(desk, expected_result="", language=language)
    first, second, *_ = desk.preparation(1).results
    async with app_of(desk, language).run_test(size=SIZE) as pilot:
        await open_page(pilot, "prepare", case_id=1)
        await _to_row(pilot, first[:30])
        await press(pilot, "enter")
        assert desk.case(1).expected_result == first
        assert notice(pilot)
        await _to_row(pilot, second[:30])
        await press(pilot, "enter")
        assert desk.case(1).expected_result == first, "what stands there stays"
        assert notice(pilot)
        await press(pilot, "u")
        assert desk.case(1).expected_result == ""
        await _to_row(pilot, second[:30])
        await press(pilot, "enter")
        assert desk.case(1).expected_result == second


async def test_how_to_change_a_result_is_said_rightly(desk: Desk, app_of: MakeApp) -> None:
    """It is a part of the letter, and no field of the facts."""
    a_sound_case(desk)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "prepare", case_id=1)
        await _to_row(pilot, desk.preparation(1).results[0][:30])
        await press(pilot, "enter")
        assert notice(pilot) == "What you expect is written already: c changes it."
        await press(pilot, "c")
        assert where(pilot) == "compose"
        assert "Please refund 12 490 RUB to the same card" in await settled(pilot)


async def test_an_open_case_about_the_same_is_offered_first(desk: Desk, app_of: MakeApp) -> None:
    a_sound_case(desk)
    desk.record(1, Happening(EventKind.SENT, {"channel": "email"}))
    a_sound_case(desk)
    best = desk.advise_case(2)[0].channel
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "channels", case_id=2)
        shown = " ".join((await settled(pilot)).split())
        assert "#1" in shown
        assert "Enter goes on there: better than to ask twice." in shown
        assert Wording("en").term(best) in under_cursor(pilot), "Enter means the best channel"
        await press(pilot, "home")
        assert "#1" in under_cursor(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: where(pilot) == "case")
        assert "#1 Meteor" in frame(pilot.app)
        await press(pilot, "escape")
        assert where(pilot) == "board"


async def test_the_cursor_starts_on_the_best_channel_and_stays_where_it_was_put(
    desk: Desk, app_of: MakeApp
) -> None:
    a_sound_case(desk)
    best, second = (advised.channel for advised in desk.advise_case(1)[:2])
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "channels", case_id=1)
        assert Wording("en").term(best) in under_cursor(pilot)
        await press(pilot, "j")
        assert Wording("en").term(second) in under_cursor(pilot)
        desk.changed()
        await settled(pilot)
        assert Wording("en").term(second) in under_cursor(pilot)
        await press(pilot, "enter")
        assert where(pilot) == ("call" if second is Channel.PHONE else "compose")


async def test_what_is_missing_is_said_beside_the_channels(desk: Desk, app_of: MakeApp) -> None:
    a_sound_case(desk, identifiers="", expected_result="")
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "channels", case_id=1)
        shown = " ".join((await settled(pilot)).split())
        assert "Still missing: one result that can be measured, order number." in shown
        await press(pilot, "d")
        assert where(pilot) == "prepare"
    desk.edit(1, {"identifiers": "order 4821-77", "expected_result": "Refund by 4 December 2026."})
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "channels", case_id=1)
        assert "Still missing" not in await settled(pilot)


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_a_call_goes_on_to_the_mail_that_puts_it_in_writing(
    desk: Desk, app_of: MakeApp, language: str
) -> None:
    a_sound_case(desk, language=language)
    async with app_of(desk, language).run_test(size=(80, 40)) as pilot:
        await open_page(pilot, "case", case_id=1)
        await press(pilot, "p")
        told = {"text": "They look into it", "reference": "55-31", "promise": "2026-11-25"}
        for name, text in (told | {"agent": "Oleg"}).items():
            await to_field(pilot, name)
            await write(pilot, text)
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: where(pilot) == "send")
        (call,) = desk.case(1).timeline
        assert (call.kind, call.reference, call.promise) == (
            EventKind.CALL,
            "55-31",
            date(2026, 11, 25),
        )
        assert desk.case(1).stage is Stage.WAITING
        shown = " ".join((await settled(pilot)).replace("\u00a0", " ").split())
        for text in ("55-31", "Oleg", Wording(language).day(date(2026, 11, 25))):
            assert text.replace("\u00a0", " ") in shown
        await press(pilot, "escape")
        assert where(pilot) == "case"


async def test_a_call_without_their_number_is_not_saved_by_mistake(
    desk: Desk, app_of: MakeApp
) -> None:
    a_sound_case(desk)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "case", case_id=1)
        await press(pilot, "p", "ctrl+s")
        assert where(pilot) == "call"
        assert notice(pilot).startswith("Ask for their number")
        await press(pilot, "escape")
        assert (where(pilot), desk.case(1).timeline) == ("case", ())


async def test_the_recap_is_recorded_as_sent_on_the_same_step(desk: Desk, app_of: MakeApp) -> None:
    a_sound_case(desk)
    told = {"reference": "55-31", "promise": "2026-11-25", "text": "They look into it"}
    desk.record(1, Happening(EventKind.CALL, told))
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "case", case_id=1)
        await open_page(pilot, "send", case_id=1, channel="email", template="recap")
        await press(pilot, "s", "ctrl+s")
        await until(pilot, lambda: where(pilot) == "case")
    call, recap = desk.case(1).timeline
    assert (recap.kind, recap.step) == (EventKind.SENT, call.step)
    assert "recap" not in {kind.id for kind in desk.letter_kinds(1)}, "it is in writing now"


async def test_a_recap_without_notes_is_mended_and_sent(desk: Desk, app_of: MakeApp) -> None:
    """Nobody knows what was agreed: the letter came by itself, and leads to its words."""
    a_sound_case(desk)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "case", case_id=1)
        await press(pilot, "p")
        await to_field(pilot, "reference")
        await write(pilot, "55-31")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: where(pilot) == "send")
        assert "1 error (L04): c to mend it" in await settled(pilot)
        await press(pilot, "c")
        await until(pilot, lambda: where(pilot) == "compose")
        await press(pilot, "ctrl+n")
        assert notice(pilot).startswith("L04")
        await write(pilot, "They call back on Monday.")
        await press(pilot, "ctrl+l")
        await until(pilot, lambda: where(pilot) == "send")
        assert "error" not in await settled(pilot)
        await press(pilot, "c")
        assert where(pilot) == "compose", "the one it came from"
        await press(pilot, "escape")
        await until(pilot, lambda: where(pilot) == "case")
