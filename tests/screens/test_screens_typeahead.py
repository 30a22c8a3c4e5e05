"""Keys that come in one burst, as over a slow line, do what they do one by one."""

from __future__ import annotations

import pytest
from frames import frame
from making import MakeApp, MakeDesk
from piloting import page, until, where
from textual.events import Key, Paste
from textual.pilot import Pilot

from tui.cases.words import EventKind, Stage
from tui.desk.desk import Desk

SIZE = (80, 24)
FACTS = {"company": "Severmart", "subject": "Refund, order 4821-77", "problem": "refund"}


def _burst(pilot: Pilot[None], *keys: str) -> None:
    """All at once: nothing of the first is done when the last is there."""
    for key in keys:
        pilot.app.post_message(Key(key, {"space": " "}.get(key, key if len(key) == 1 else None)))


@pytest.mark.parametrize("ahead", ["quiet", "buy", "upper q", "tell"])
async def test_text_typed_ahead_is_text(desk: Desk, app_of: MakeApp, ahead: str) -> None:
    desk.open_case(FACTS)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        _burst(pilot, "n", *["space" if c == " " else c for c in ahead])
        await until(pilot, lambda: where(pilot) == "new")
        await until(pilot, lambda: page(pilot).form.values["company"] == ahead)  # type: ignore[attr-defined]
        assert desk.case(1)


async def test_a_filter_typed_ahead_filters(sample: Desk, app_of: MakeApp) -> None:
    async with app_of(sample).run_test(size=SIZE) as pilot:
        _burst(pilot, "slash", *"meteor", "enter", "e")
        await until(pilot, lambda: where(pilot) == "escalate")
        assert "Meteor" in frame(pilot.app)


async def test_a_paste_does_not_overtake_the_keys_before_it(desk: Desk, app_of: MakeApp) -> None:
    async with app_of(desk).run_test(size=SIZE) as pilot:
        _burst(pilot, "n", "a")
        pilot.app.post_message(Paste("bc"))
        _burst(pilot, "d")
        await until(pilot, lambda: where(pilot) == "new")
        await until(pilot, lambda: page(pilot).form.values["company"] == "abcd")  # type: ignore[attr-defined]


async def test_a_whole_case_in_one_burst(desk: Desk, app_of: MakeApp) -> None:
    async with app_of(desk).run_test(size=SIZE) as pilot:
        _burst(
            pilot,
            "n",
            *"Quay",
            "tab",
            "tab",
            *"Boat",
            "ctrl+s",
            "enter",  # the ladder that it has
            "j",
            "enter",
            *"Sank",
            "ctrl+l",
            "exclamation_mark",  # it has no number, no wish and no contacts
            *"test",
            "ctrl+s",
            "s",
        )
        await until(pilot, lambda: where(pilot) == "event")
        _burst(pilot, "ctrl+s", "r", "j", "j", "enter")
        _burst(pilot, "ctrl+s", "t")
        await until(pilot, lambda: where(pilot) == "today")
        case = desk.case(1)
        assert (case.company, case.subject, case.details) == ("Quay", "Boat", "Sank")
        assert [event.kind for event in case.timeline] == [EventKind.SENT, EventKind.REFUSED]
        assert case.stage is Stage.MY_MOVE


async def test_what_was_typed_for_a_screen_that_did_not_come_is_no_command(
    window: MakeDesk, app_of: MakeApp
) -> None:
    """The case is gone meanwhile: its form does not open, and its text is not a row of keys."""
    desk, other = window(), window()
    desk.open_case(FACTS)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        other.look_again()
        other.undo()
        _burst(pilot, "f", *"LOCK")
        await until(pilot, lambda: "#1" in str(list(pilot.app._notifications)))
        for _ in range(5):
            await pilot.pause()
        assert where(pilot) == "board"
        assert desk.profile.name == "Anna Petrova"
        assert pilot.app._words.language == "en"  # type: ignore[attr-defined]
