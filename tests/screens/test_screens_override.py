"""A letter with errors: it does not go out without a reason, and the timeline keeps it."""

from __future__ import annotations

from pathlib import Path

import pytest
from frames import frame
from lettering import CARD, SOUND, a_case_with_an_error
from making import MakeApp
from piloting import notice, open_page, press, settled, until, where, write

from tui.cli.showing import told
from tui.desk.desk import Desk
from tui.wording.wording import Wording

SIZE = (80, 24)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("key", ["y", "o", "M", "s"])
async def test_a_letter_with_errors_does_not_go_out(
    desk: Desk, app_of: MakeApp, tmp_path: Path, key: str
) -> None:
    a_case_with_an_error(desk)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "send", case_id=1, channel="email")
        told = "1 error (L11): c to mend it, ! sends it all the same."
        assert f"* {told}" in frame(pilot.app)
        await press(pilot, key)
        assert (where(pilot), notice(pilot)) == ("send", told)
        assert (pilot.app.clipboard, list(tmp_path.iterdir())) == ("", [])
        await press(pilot, "exclamation_mark")
        assert where(pilot) == "override"
        assert "the number of a card" in frame(pilot.app)
        await press(pilot, "ctrl+s")
        assert (where(pilot), notice(pilot)) == ("override", "Say why, or go back and mend them.")
        await write(pilot, "  a test card  ")
        await press(pilot, "ctrl+s")
        assert where(pilot) == "send"
        assert "* It goes out with errors: L11: a test card" in await settled(pilot)
        await press(pilot, key)
        done = {
            "y": pilot.app.clipboard == "help@meteor.example",
            "o": len(list(tmp_path.glob("*.eml"))) == 1,
            "M": pilot.app.clipboard.startswith("mailto:"),
            "s": where(pilot) == "event",
        }
        assert done[key]


@pytest.mark.parametrize("channel", ["email", "chat"])
async def test_the_timeline_keeps_why_it_went_out_with_errors(
    desk: Desk, app_of: MakeApp, channel: str
) -> None:
    a_case_with_an_error(desk)
    async with app_of(desk).run_test(size=(140, 45)) as pilot:
        await open_page(pilot, "case", case_id=1)
        await open_page(pilot, "send", case_id=1, channel=channel)
        await press(pilot, "exclamation_mark")
        await write(pilot, "a test card")
        await press(pilot, "ctrl+s", "s")
        assert where(pilot) == ("transcript" if channel == "chat" else "event")
        if channel == "chat":
            await write(pilot, "55-10")  # their number, without which a chat is not left
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: where(pilot) == "case")
        assert desk.case(1).timeline[0].override == "L11: a test card"
        assert "Went out with errors: L11: a test card" in await settled(pilot)
        await press(pilot, "enter")
        assert "Went out with errors: L11: a test card" in frame(pilot.app)
    shown = told(Wording("en"), desk.case_view(1), ())  # what `upheld show` prints
    assert "Went out with errors: L11: a test card" in "\n".join(shown)


async def test_a_chat_with_errors_is_not_recorded_by_pasting_it(
    desk: Desk, app_of: MakeApp
) -> None:
    a_case_with_an_error(desk)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "send", case_id=1, channel="chat")
        await press(pilot, "v")
        assert where(pilot) == "send"
        assert notice(pilot).startswith("1 error (L11)")


async def test_a_reason_holds_for_no_later_error(desk: Desk, app_of: MakeApp) -> None:
    case = a_case_with_an_error(desk)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "send", case_id=1, channel="email")
        await press(pilot, "exclamation_mark")
        await write(pilot, "a test card")
        await press(pilot, "ctrl+s")
        desk.edit(1, {"details": f"{case.details} Password: hunter2secret."})
        await until(pilot, lambda: "2 errors (L11, L13)" in frame(pilot.app))
        await press(pilot, "s")
        assert where(pilot) == "send"
        desk.edit(1, {"details": SOUND["details"]})
        await until(pilot, lambda: "* 2 errors" not in frame(pilot.app))
        await press(pilot, "down")
        assert "all the same" not in frame(pilot.app), "there is nothing left to override"
        await press(pilot, "s", "ctrl+s")
        await until(pilot, lambda: desk.case(1).timeline)
        assert desk.case(1).timeline[0].override == "", "it went out without any"


async def test_esc_takes_nothing_and_gives_no_reason(desk: Desk, app_of: MakeApp) -> None:
    a_case_with_an_error(desk)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "send", case_id=1, channel="email")
        await press(pilot, "exclamation_mark")
        await write(pilot, "because")
        await press(pilot, "escape", "s")
        assert where(pilot) == "send"
        assert notice(pilot).startswith("1 error")


async def test_in_russian_the_keys_are_the_same(desk: Desk, app_of: MakeApp) -> None:
    a_case_with_an_error(desk)
    async with app_of(desk, "ru").run_test(size=SIZE) as pilot:
        await open_page(pilot, "send", case_id=1, channel="email")
        assert "(L11)" in frame(pilot.app)
        await press(pilot, "н")  # y
        assert "(L11)" in notice(pilot)
        await press(pilot, "exclamation_mark")
        await write(pilot, "тестовая карта")
        await press(pilot, "ctrl+s", "ы")  # s
        assert where(pilot) == "event"
        assert CARD not in frame(pilot.app)
