"""A letter that came back takes with it what it started, and nothing of another letter."""

from __future__ import annotations

from casework import SENT, after, october, on, owed
from msgspec.structs import replace

from tui.cases.card import card_of
from tui.cases.words import DeadlineKind, DeadlineState, EventKind, Stage

FIRST = replace(SENT, message_id="<1@x>")  # they have until 10 October
REMINDER = on(8, EventKind.SENT, message_id="<2@x>", starts=(owed(DeadlineKind.ANSWER, 20),))
BACK = on(9, EventKind.UNDELIVERED)


def test_a_reminder_that_came_back_leaves_the_clock_of_the_first_letter() -> None:
    case = after(FIRST, REMINDER, replace(BACK, message_id="<2@x>"))
    assert [(d.due, d.event) for d in case.open_deadlines] == [(october(10), 1)]
    assert (case.stage, card_of(case).is_returned) == (Stage.MY_MOVE, True)


def test_without_a_message_id_it_was_the_last_one() -> None:
    assert [d.event for d in after(FIRST, REMINDER, BACK).open_deadlines] == [1]
    assert after(FIRST, BACK).open_deadlines == ()


def test_what_they_asked_for_is_still_owed_when_the_reply_came_back() -> None:
    asked = on(4, EventKind.ASKED, starts=(owed(DeadlineKind.DATA, 7),))
    moved = owed(DeadlineKind.ANSWER, 12)
    reply = on(6, EventKind.SENT, message_id="<2@x>", starts=(moved,))
    case = after(FIRST, asked, reply, replace(BACK, message_id="<2@x>"))
    (answer,) = (d for d in case.open_deadlines if d.kind is DeadlineKind.ANSWER)
    assert (answer.due, answer.paused_on) == (october(10), october(4))


def test_what_is_over_stays_over() -> None:
    refused = on(5, EventKind.REFUSED)
    case = after(FIRST, refused, REMINDER, replace(BACK, message_id="<2@x>"))
    assert [(d.event, d.state) for d in case.deadlines] == [(1, DeadlineState.MET)]


def test_a_step_that_came_back_gives_up_its_own_clock() -> None:
    climb = on(12, EventKind.ESCALATED, step="appeal", message_id="<2@x>",
               starts=(owed(DeadlineKind.ANSWER, 20),))  # fmt: skip
    case = after(FIRST, climb, replace(BACK, message_id="<2@x>"))
    assert (case.step, case.open_deadlines) == ("appeal", ())
