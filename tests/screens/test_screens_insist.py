"""A step after its time: taken knowingly or not at all; a ticked line may give it more."""

from __future__ import annotations

from datetime import date

import pytest
from frames import frame
from making import MakeApp
from piloting import notice, open_page, press, settled, until, where, write

from tui.cases.words import EventKind
from tui.cli.showing import told
from tui.desk.cases.recording import Happening
from tui.desk.desk import Desk
from tui.wording.wording import Wording

SIZE = (80, 24)
WHY = "They said on the phone that they take it back."


def a_late_refusal(desk: Desk) -> None:
    """Delivered on 2 November; seven days are over on the 9th; today is the 22nd."""
    facts = {"company": "Meteor", "subject": "Kettle", "details": "It does not suit me."}
    wish = {"expected_result": "Refund 4 900 RUB.", "problem": "refund", "country": "RU"}
    desk.open_case({**facts, **wish, "playbook": "ru-shop", "dates": "delivery=2026-11-02"})
    desk.record(1, Happening(EventKind.SENT, {"at": "2026-11-05", "channel": "email"}))


async def test_a_step_after_its_time_is_taken_knowingly(desk: Desk, app_of: MakeApp) -> None:
    a_late_refusal(desk)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "escalate", case_id=1, step="refusal")
        assert "! takes it all the same, and asks why." in frame(pilot.app)
        await press(pilot, "enter")
        assert where(pilot) == "escalate"
        assert notice(pilot) == "Too late: the time for this step ended on 9 November 2026."
        await press(pilot, "exclamation_mark")
        assert where(pilot) == "insist"
        await press(pilot, "ctrl+s")
        assert notice(pilot) == "Say in one sentence why you take it all the same."
        await write(pilot, WHY)
        await press(pilot, "ctrl+s")
        assert where(pilot) == "escalate"
        assert f"Why all the same: {WHY}" in await settled(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: where(pilot) == "compose")
    desk.record(1, Happening(EventKind.ESCALATED, {"step": "refusal", "channel": "email"}))
    event = desk.case(1).timeline[-1]
    assert (event.ended, event.despite, event.text) == (date(2026, 11, 9), WHY, "")
    assert WHY not in desk.compose(1, "court").letter.text()


async def test_what_was_taken_late_is_seen_in_plan_and_timeline(
    desk: Desk, app_of: MakeApp
) -> None:
    a_late_refusal(desk)
    texts = {"step": "refusal", "channel": "email", "despite": WHY}
    desk.record(1, Happening(EventKind.ESCALATED, texts))
    late, why = "Taken late: its time ended on Mon 9 Nov.", f"Why all the same: {WHY}"
    async with app_of(desk).run_test(size=(140, 45)) as pilot:
        await open_page(pilot, "plan", case_id=1)
        assert "taken late, its time ended on Mon 9 Nov" in await settled(pilot)
        await open_page(pilot, "case", case_id=1)
        seen = await settled(pilot)
        assert late in seen
        assert why in seen
    shown = "\n".join(told(Wording("en"), desk.case_view(1), ()))
    assert late in shown
    assert why in shown


async def test_a_tick_gives_more_time(desk: Desk, app_of: MakeApp) -> None:
    a_late_refusal(desk)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "escalate", case_id=1, step="refusal")
        assert "If line 3 of the list is so, tick it: then until 2 February 2027." in frame(
            pilot.app
        )
        await press(pilot, "tab", "down", "down", "space")
        seen = await settled(pilot)
        assert "[x] Nobody told you in writing" in seen
        assert "tick it: then" not in seen
        await press(pilot, "shift+tab", "enter")
        await until(pilot, lambda: where(pilot) == "compose")
        assert desk.case(1).windows[0].due == date(2027, 2, 2)


@pytest.mark.parametrize("step", ["regulator", "court"])
async def test_what_is_too_early_is_refused(desk: Desk, app_of: MakeApp, step: str) -> None:
    a_late_refusal(desk)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "escalate", case_id=1, step=step)
        await press(pilot, "exclamation_mark")
        assert where(pilot) == "escalate"
        assert notice(pilot)
        assert desk.case(1).despite == ()


async def test_a_first_step_after_its_time_says_the_way_out(desk: Desk, app_of: MakeApp) -> None:
    facts = {"company": "Meteor", "subject": "Charged twice", "problem": "billing"}
    desk.open_case(
        {**facts, "country": "US", "playbook": "us-billing", "dates": "statement=2026-09-15"}
    )
    async with app_of(desk, "ru").run_test(size=SIZE) as pilot:
        await open_page(pilot, "event", case_id=1, kind="sent")
        await press(pilot, "ctrl+s")
        assert where(pilot) == "event"
        assert "14 ноября" in notice(pilot)
        await open_page(pilot, "escalate", case_id=1)
        await press(pilot, "exclamation_mark")
        await write(pilot, "Выписка пришла позже.")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: where(pilot) == "escalate")
    desk.record(1, Happening(EventKind.SENT, {"channel": "letter"}))
    event = desk.case(1).timeline[0]
    assert (event.ended, event.despite) == (date(2026, 11, 14), "Выписка пришла позже.")


async def test_a_final_response_is_recorded_as_their_last_word(desk: Desk, app_of: MakeApp) -> None:
    """A refusal alone opens no ombudsman; this does, and its six months begin."""
    facts = {"company": "Northbank", "subject": "Charged twice", "problem": "billing"}
    desk.open_case({**facts, "country": "GB-ENG", "playbook": "uk-finance"})
    desk.record(1, Happening(EventKind.SENT, {"at": "2026-11-02", "channel": "email"}))
    desk.record(1, Happening(EventKind.REFUSED, {"at": "2026-11-10"}))
    assert desk.case(1).windows == ()
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "record", case_id=1)
        assert "They refused for good: final response, deadlock letter" in frame(pilot.app)
        await press(pilot, "down", "down", "down", "enter")
        await until(pilot, lambda: where(pilot) == "event")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: len(desk.case(1).timeline) == 3)
    assert desk.case(1).timeline[-1].final
    assert desk.next_action(1).step == "ombudsman"
    assert [str(w.due) for w in desk.case(1).windows] == ["2027-05-22"]


async def test_a_draft_is_told_to_send_the_request_first(desk: Desk, app_of: MakeApp) -> None:
    facts = {"company": "Meteor", "subject": "Kettle", "problem": "refund", "country": "GB-ENG"}
    late = {"dates": "breach=2020-11-02", "parties": "bank=Northbank"}
    desk.open_case({**facts, **late, "playbook": "uk-retail"})
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "escalate", case_id=1, step="section75")
        await press(pilot, "exclamation_mark")
        assert notice(pilot) == "First send the request: the case is a draft."
        assert where(pilot) == "escalate"


async def test_a_case_begins_with_its_withdrawal(desk: Desk, app_of: MakeApp) -> None:
    facts = {"company": "Meteor", "subject": "Kettle", "details": "It does not suit me."}
    wish = {"expected_result": "Refund 4 900 RUB.", "problem": "refund", "country": "RU"}
    given = {"playbook": "ru-shop", "dates": "delivery=2026-11-20", "identifiers": "order 48-21"}
    desk.open_case({**facts, **wish, **given})
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "escalate", case_id=1, step="refusal")
        assert "open now" in frame(pilot.app)
        await press(pilot, "enter")
        await until(pilot, lambda: where(pilot) == "compose")
        await press(pilot, "ctrl+l")
        await until(pilot, lambda: where(pilot) == "send")
        assert "withdraw from a purchase" in await settled(pilot)
        await press(pilot, "s")
        await until(pilot, lambda: where(pilot) == "event")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: where(pilot) != "event")
    sent = desk.case(1).timeline[-1]
    assert (sent.kind, sent.step) == (EventKind.SENT, "refusal")
    assert "withdraw from a purchase" in sent.letter  # as it was handed over


async def test_what_is_closed_is_not_closed_again(sample: Desk, app_of: MakeApp) -> None:
    async with app_of(sample).run_test(size=SIZE) as pilot:
        await open_page(pilot, "case", case_id=12)
        await press(pilot, "x")
        assert where(pilot) == "case"
        assert notice(pilot) == "It is closed. r opens it again."
