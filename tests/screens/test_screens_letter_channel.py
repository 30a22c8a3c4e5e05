"""By which channel a letter goes on: one that takes letters, and that counts at its step."""

from __future__ import annotations

from frames import frame
from making import MakeApp
from piloting import notice, open_page, page, press, until, where

from tui.cases.words import EventKind
from tui.desk.cases.recording import Happening
from tui.desk.desk import Desk

SIZE = (80, 24)
SHOP = {
    "company": "Meteor",
    "subject": "Refund of 124.90 GBP for order 4821-77",
    "problem": "refund",
    "identifiers": "order 4821-77",
    "details": "I paid on 20 October 2026. It arrived broken on 2 November 2026.",
    "expected_result": "Refund 124.90 GBP to my card by 4 December 2026.",
    "language": "en",
    "country": "GB-ENG",
    "playbook": "uk-retail",
    "parties": "bank=Northbank",
}


def _asked(desk: Desk) -> None:
    desk.open_case(SHOP)
    desk.record(1, Happening(EventKind.SENT, {"channel": "chat"}))
    desk.record(1, Happening(EventKind.REFUSED, {"text": "no", "channel": "chat"}))


async def test_a_step_whose_first_channel_is_a_call_hands_its_letter_over(
    desk: Desk, app_of: MakeApp
) -> None:
    _asked(desk)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "escalate", case_id=1, step="chargeback")
        await press(pilot, "enter")
        await until(pilot, lambda: where(pilot) == "compose")
        assert page(pilot)._channel == "chat"  # type: ignore[attr-defined]
        await press(pilot, "ctrl+l")
        await until(pilot, lambda: where(pilot) == "send")
        assert "Send: chat" in frame(pilot.app)


async def test_no_letter_is_handed_to_a_call(desk: Desk, app_of: MakeApp) -> None:
    _asked(desk)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "compose", case_id=1, step="chargeback", channel="phone")
        await press(pilot, "ctrl+l")
        await until(pilot, lambda: where(pilot) == "send")
        assert notice(pilot) == ""


async def test_a_paper_for_a_court_does_not_go_by_chat(desk: Desk, app_of: MakeApp) -> None:
    _asked(desk)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "compose", case_id=1, step="court")
        await press(pilot, "ctrl+l")
        await until(pilot, lambda: where(pilot) == "send")
        assert "Send: chat" not in frame(pilot.app)
