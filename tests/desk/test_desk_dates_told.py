"""Every date of a case names whose it is, and my own stands there from the day it is known."""

from __future__ import annotations

from datetime import date

import pytest
from dispute_story import Dispute

from tui.cases.words import EventKind, Stage
from tui.cli.showing import told
from tui.desk.reminders.calendar_items import items
from tui.wording.wording import Wording
from tui.wording.working import explain

ENGLISH = Wording("en")


def first_lines(dispute: Dispute) -> list[str]:
    dates = dispute.desk.case_view(dispute.id).dates
    return [explain(ENGLISH, one.deadline, one.whose)[0] for one in dates]


def shown(dispute: Dispute, *, whole: bool = False) -> str:
    return "\n".join(told(ENGLISH, dispute.desk.case_view(dispute.id), (), whole=whole))


@pytest.fixture
def refused() -> Dispute:
    """A bank whose final response is of 15 June: six months for the ombudsman, to 15 December."""
    dispute = Dispute("uk-finance", "2026-03-24", problem="refund").writes("complaint")
    return dispute.on("2026-06-15").happens(EventKind.REFUSED, final="yes")


def test_my_last_day_stands_among_the_dates_at_once_with_its_working(refused: Dispute) -> None:
    (late, mine) = refused.desk.case_view(refused.id).dates
    assert late.whose == ""
    assert (mine.deadline.due, mine.is_over) == (date(2026, 12, 15), False)
    text = shown(refused)
    assert "Mine, my time to go on (step 3, Financial Ombudsman Service): by 15 December" in text
    assert "6 months from 15 June 2026 (their final response is sent)" in text
    assert "they refused, their last word" in text


def test_the_next_action_and_today_name_it_from_then_on(refused: Dispute) -> None:
    step = refused.desk.next_action(refused.id)
    assert ENGLISH.say(step.reason).startswith(
        "It is their last word. Your time for it ends on 15 December 2026."
    )
    (row,) = refused.desk.today().mine
    assert row.deadline is not None
    assert row.deadline.due == date(2026, 12, 15)


def test_over_it_is_told_on_request_only(refused: Dispute) -> None:
    refused.on("2026-12-16")
    assert [one.is_over for one in refused.desk.case_view(refused.id).dates] == [False, True]
    assert "15 December" not in shown(refused).partition("Ladder")[0].partition("Deadlines")[2]
    assert "Financial Ombudsman Service): by 15 December 2026. [over]" in shown(refused, whole=True)
    assert "8 weeks from 24 March 2026" in shown(refused, whole=True)


def test_of_several_each_is_named(refused: Dispute) -> None:
    refused.on("2026-06-16").writes("ombudsman", "form")
    refused.happens(EventKind.ANSWERED, answer="partly", party="company")
    assert first_lines(refused)[0].startswith("Severmart, their answer: by 19 May 2026")
    assert "they answered (Severmart), partly solved" in shown(refused)


def test_a_company_that_was_asked_on_several_steps_is_named_with_the_step() -> None:
    dispute = Dispute("general", "2026-11-02").writes("request").on("2026-11-17")
    assert first_lines(dispute)[0].startswith("Theirs, their answer: by 16 November 2026")
    dispute.writes("complaint")
    assert [line.partition(", their")[0] for line in first_lines(dispute)] == [
        "Severmart, step 1",
        "Severmart, step 3",
    ]


def test_what_one_says_beside_the_case_makes_it_no_move_of_mine() -> None:
    """The shop answers in part while the regulator has its time."""
    dispute = Dispute("ru-shop", "2026-10-06", country="RU", amount="12490 RUB").writes("request")
    dispute.on("2026-10-20").writes("claim").on("2026-11-03").writes("regulator", "form")
    dispute.on("2026-11-21").happens(EventKind.ANSWERED, answer="partly", party="company")
    case, view = dispute.desk.case(dispute.id), dispute.desk.today()
    assert case.stage is Stage.ESCALATED
    assert (view.mine, view.broken) == ((), ())
    assert ENGLISH.say(dispute.desk.next_action(dispute.id).sentence).startswith("wait for their")
    dispute.happens(EventKind.REFUSED)  # the regulator itself
    assert dispute.desk.case(dispute.id).stage is Stage.MY_MOVE


def test_who_was_reminded_of_a_broken_promise_is_waited_for_and_not_pressed() -> None:
    dispute = Dispute("general", "2026-11-02").writes("request")
    dispute.happens(EventKind.PROMISE, promise="2026-11-06").on("2026-11-09")
    assert [row.card.id for row in dispute.desk.today().broken] == [dispute.id]
    dispute.happens(EventKind.SENT, channel="email").on("2026-11-10")
    view = dispute.desk.today()
    assert (view.broken, view.mine, view.anything_late) == ((), (), True)
    (row,) = view.due
    assert (row.deadline and row.deadline.due, row.next.on) == (date(2026, 11, 16),) * 2


def test_in_a_calendar_an_answer_is_that_of_whoever_owes_it() -> None:
    dispute = Dispute("ru-shop", "2026-10-06", country="RU").writes("request")
    dispute.on("2026-10-20").writes("claim").on("2026-11-03").writes("regulator", "form")
    (title,) = titles(dispute)
    assert title == "#1 the regional office of Rospotrebnadzor: their answer"
    retail = Dispute("uk-retail", "2026-11-02", parties="bank=Northbank").writes("request")
    retail.on("2026-11-03").writes("section75", "form")
    assert titles(retail) == {"#1 Severmart: their answer", "#1 Northbank: their answer"}


def titles(dispute: Dispute) -> set[str]:
    found = items(dispute.desk._office, ENGLISH).values()
    return {item.title for item in found if not item.is_mine}
