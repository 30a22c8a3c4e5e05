"""The one next action in every situation of a case."""

from __future__ import annotations

from datetime import date

import pytest
from case_story import (
    COMPLETE,
    answered,
    asked,
    closed,
    event,
    nov,
    owed,
    promised,
    sent,
    story,
)
from msgspec.structs import replace

from tui.advice.next_action import Action, NextAction, next_action
from tui.cases.card import Card
from tui.cases.gaps import Gap
from tui.cases.words import Answer, DeadlineKind, EventKind
from tui.playbooks.playbook import load_playbook
from tui.wording.wording import Wording

GENERAL = load_playbook("general")
ENGLISH = Wording("en")
FIRST = sent(nov(2), answer=nov(16), number="55-10")
RECEIVED = event(EventKind.RECEIVED, nov(10))


def act(card: Card, today: date) -> NextAction:
    return next_action(card, GENERAL, today)


def said(card: Card, today: date) -> str:
    """The action as one line: what, when, in words, at which step."""
    one = act(card, today)
    day = f"{one.on.day}." if one.on else "-"
    return f"{one.action} {day} {ENGLISH.say(one.sentence)} [{one.step}]"


def test_a_draft_with_gaps_is_completed_and_the_first_gap_is_named() -> None:
    card = story(case=replace(COMPLETE, details="", expected_result=""))
    one = act(card, nov(23))
    assert (one.action, one.on, one.step) == (Action.COMPOSE, nov(23), "request")
    assert one.sentence.values["gap"] is Gap.DETAILS
    assert one.reason.count == 2


def test_a_complete_draft_is_sent() -> None:
    assert said(story(), nov(23)) == "send 23. send the request [request]"


def test_who_waits_is_told_until_when_and_what_opens_then() -> None:
    one = act(story(FIRST), nov(10))
    assert (one.action, one.on, one.step) == (Action.WAIT, nov(16), "request")
    assert ENGLISH.say(one.sentence) == "wait for their answer until 16 November 2026"
    assert ENGLISH.say(one.reason) == (
        "They must answer by 16 November 2026. Step 3 of 5 opens on 17 November 2026."
    )


def test_the_days_between_the_due_day_and_the_last_lawful_one_are_waited_out() -> None:
    answer = replace(owed(DeadlineKind.ANSWER, nov(14)), late_after=nov(16))
    card = story(event(EventKind.SENT, nov(2), step="request", starts=(answer,)))
    assert (act(card, nov(14)).action, act(card, nov(14)).on) == (Action.WAIT, nov(14))
    assert (act(card, nov(15)).action, act(card, nov(15)).on) == (Action.WAIT, nov(16))
    assert act(card, nov(17)).action is Action.REMIND


def test_then_it_is_said_which_day_counts() -> None:
    answer = replace(owed(DeadlineKind.ANSWER, nov(14)), late_after=nov(16))
    card = story(event(EventKind.SENT, nov(2), step="request", starts=(answer,)))
    assert ENGLISH.say(act(card, nov(14)).reason).startswith("They must answer by 14 November")
    assert ENGLISH.say(act(card, nov(15)).reason).startswith(
        "Their last day can be read as 14 November 2026 or as 16 November 2026: they are late only"
    )


def test_a_missed_answer_is_first_reminded_of_quoting_their_number() -> None:
    assert said(story(FIRST), nov(17)) == "remind 17. remind them, quoting 55-10 [request]"


def test_without_their_number_the_reminder_asks_for_one() -> None:
    card = story(sent(nov(2), answer=nov(16)))
    assert said(card, nov(17)) == "remind 17. remind them and ask for a number [request]"


def test_one_reminder_is_enough_then_comes_the_next_open_step() -> None:
    card = story(FIRST, event(EventKind.CALL, nov(18)))
    assert said(card, nov(19)) == "escalate 19. climb to step 3 of 5 [complaint]"


def test_a_call_on_the_last_day_was_no_reminder() -> None:
    card = story(FIRST, event(EventKind.CALL, nov(16)))
    assert act(card, nov(17)).action is Action.REMIND


def test_a_broken_promise_comes_before_a_late_answer() -> None:
    card = story(FIRST, promised(nov(3), nov(12)))
    expected = "remind {}. remind them of their promise, quoting 55-10 [request]"
    assert said(card, nov(13)) == expected.format(13)
    assert said(card, nov(18)) == expected.format(18)
    assert ENGLISH.say(act(card, nov(18)).reason) == (
        "They promised it by 12 November 2026 and did not keep it."
    )


def test_after_the_reminder_of_a_promise_their_time_to_answer_still_runs() -> None:
    card = story(FIRST, promised(nov(3), nov(9)), event(EventKind.CALL, nov(10)))
    assert act(card, nov(11)).action is Action.WAIT
    assert act(card, nov(11)).on == nov(16)
    assert act(card, nov(17)).action is Action.REMIND


def test_a_promise_that_runs_is_waited_for_even_if_the_answer_is_late() -> None:
    card = story(FIRST, promised(nov(10), nov(24)))
    expected = "wait 24. wait until 24 November 2026 for what they promised [request]"
    assert said(card, nov(20)) == expected


def test_a_broken_promise_without_a_number() -> None:
    card = story(sent(nov(2)), promised(nov(3), nov(12)))
    assert said(card, nov(13)) == (
        "remind 13. remind them of their promise and ask for a number [request]"
    )
    reminded = story(sent(nov(2)), promised(nov(3), nov(12)), event(EventKind.CALL, nov(14)))
    assert said(reminded, nov(15)) == "escalate 15. climb to step 3 of 5 [complaint]"


def test_nobody_is_nagged_before_the_agreed_time() -> None:
    card = story(sent(nov(2), answer=nov(16), contact=nov(24)), promised(nov(3), nov(12)))
    assert said(card, nov(20)) == "wait 24. wait until 24 November 2026, as agreed [request]"


def test_on_the_agreed_day_they_are_contacted() -> None:
    card = story(sent(nov(2), answer=nov(26), contact=nov(20)))
    assert said(card, nov(20)) == (
        "contact 20. contact them, as agreed for 20 November 2026 [request]"
    )
    assert act(card, nov(22)).action is Action.CONTACT


def test_an_unread_message_is_judged_before_anything_is_said_to_them() -> None:
    card = story(FIRST, promised(nov(3), nov(9)), RECEIVED)
    assert said(card, nov(20)) == "judge 20. judge what they wrote [request]"


def test_what_they_asked_for_is_sent_in_time_by_the_safe_day() -> None:
    card = story(FIRST, asked(nov(10), by=nov(15), act_by=nov(13)))
    assert said(card, nov(11)) == "reply 13. reply by 13 November 2026 [request]"
    assert said(card, nov(14)) == "reply 15. reply by 15 November 2026 [request]"
    assert said(card, nov(15)) == "reply 15. reply by 15 November 2026 [request]"
    assert said(card, nov(16)) == (
        "reply 16. reply at once: it was due on 15 November 2026 [request]"
    )
    assert "stands still since 10 November" in ENGLISH.say(act(card, nov(11)).reason)


def test_what_they_asked_for_without_a_date_is_sent_today() -> None:
    card = story(FIRST, asked(nov(10)))
    assert said(card, nov(11)) == "reply 11. send what they asked for [request]"


def test_a_promise_of_theirs_does_not_excuse_my_reply() -> None:
    card = story(FIRST, asked(nov(10), by=nov(15)), promised(nov(11), nov(20)))
    assert act(card, nov(12)).action is Action.REPLY


def test_a_refusal_leads_to_the_question_for_reasons() -> None:
    card = story(FIRST, event(EventKind.REFUSED, nov(10)))
    assert said(card, nov(11)) == "escalate 11. climb to step 2 of 5 [reasons]"
    assert ENGLISH.say(act(card, nov(11)).reason) == "They refused."


def test_a_refusal_frees_from_an_agreed_contact() -> None:
    agreed = (owed(DeadlineKind.CONTACT, nov(24)),)
    card = story(FIRST, event(EventKind.REFUSED, nov(10), starts=agreed))
    assert act(card, nov(11)).action is Action.ESCALATE


def test_a_partial_answer_is_a_choice() -> None:
    card = story(FIRST, answered(nov(10), Answer.PARTLY))
    assert said(card, nov(11)) == (
        "escalate 11. accept the part, or climb to step 2 of 5 [reasons]"
    )
    agreed = (owed(DeadlineKind.CONTACT, nov(24)),)
    put_off = story(FIRST, answered(nov(10), Answer.PARTLY, starts=agreed))
    assert act(put_off, nov(11)).action is Action.WAIT


def test_what_is_solved_is_closed_as_upheld() -> None:
    card = story(FIRST, answered(nov(10), Answer.SOLVED))
    assert said(card, nov(11)) == "close 11. close the case as upheld [request]"


def test_a_receipt_changes_nothing() -> None:
    receipt = event(EventKind.RECEIVED, nov(3), automatic=True)
    assert act(story(FIRST, receipt), nov(10)) == act(story(FIRST), nov(10))


def test_a_paused_clock_is_not_left_standing() -> None:
    card = story(FIRST, event(EventKind.PAUSED, nov(10)))
    assert said(card, nov(20)) == "contact 20. ask what they wait for [request]"
    resumed = story(FIRST, event(EventKind.PAUSED, nov(10)), event(EventKind.RESUMED, nov(11)))
    assert act(resumed, nov(12)).action is Action.WAIT


def test_where_nothing_runs_they_are_asked_for_a_date() -> None:
    assert said(story(sent(nov(2), number="55-10")), nov(3)) == (
        "contact 3. ask them for a date, quoting 55-10 [request]"
    )
    assert said(story(sent(nov(2))), nov(3)) == (
        "contact 3. ask them for a number and a date [request]"
    )


def test_a_reopened_case_is_taken_up_again() -> None:
    solved = answered(nov(10), Answer.SOLVED)
    card = story(FIRST, solved, closed(nov(11)), event(EventKind.REOPENED, nov(20)))
    assert said(card, nov(21)) == "contact 21. contact them again [request]"


def test_a_closed_case_needs_nothing() -> None:
    one = act(story(FIRST, closed(nov(5))), nov(20))
    assert (one.action, one.on, one.step) == (Action.NONE, None, "")


@pytest.mark.parametrize("refused", [True, False])
def test_at_the_top_of_the_ladder_the_case_is_closed(refused: bool) -> None:
    events = [FIRST, sent(nov(17), "complaint", answer=nov(20)), sent(nov(21), "review")]
    if refused:
        events.append(event(EventKind.REFUSED, nov(22)))
    assert said(story(*events), nov(23)) == "close 23. close the case: no step is left [review]"


def test_a_partial_answer_at_the_top_is_for_me_to_judge() -> None:
    review = sent(nov(21), "review")
    events = [FIRST, sent(nov(17), "complaint", answer=nov(20)), review]
    card = story(*events, answered(nov(22), Answer.PARTLY))
    assert said(card, nov(23)) == "judge 23. decide whether the part is enough [review]"


def test_from_a_higher_step_the_way_goes_on_upwards() -> None:
    complaint = sent(nov(17), "complaint", answer=nov(20))
    card = story(FIRST, complaint, event(EventKind.CALL, nov(22)))
    assert said(card, nov(23)) == "escalate 23. climb to step 4 of 5 [higher]"
