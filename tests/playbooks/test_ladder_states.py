"""What is open, too early or ahead, and why, in every situation of a case."""

from __future__ import annotations

from datetime import date

from case_story import asked, closed, event, nov, owed, promised, sent, story
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tui.advice.next_action import Action, next_action
from tui.cases.card import Card
from tui.cases.errors import NotLawful
from tui.cases.event import Event
from tui.cases.words import Answer, DeadlineKind, EventKind, Outcome, Problem
from tui.playbooks.clocks import Clocks
from tui.playbooks.ladder import Rung, RungState, ladder, next_rung
from tui.playbooks.law import Law
from tui.playbooks.playbook import load_playbook
from tui.wording.wording import Wording

GENERAL = load_playbook("general")
PLAIN = Clocks(Law())
ENGLISH = Wording("en")
DONE, BACK, CURRENT, OPEN, EARLY, AHEAD, CLOSED = RungState
ASKED_FOR_AN_ANSWER = sent(nov(2), answer=nov(16))
REFUSED = event(EventKind.REFUSED, nov(10))
PARTLY = event(EventKind.ANSWERED, nov(10), answer=Answer.PARTLY)
SOLVED = event(EventKind.ANSWERED, nov(10), answer=Answer.SOLVED)
RECEIVED = event(EventKind.RECEIVED, nov(10))


def rungs(card: Card, today: date) -> dict[str, Rung]:
    return {rung.step.id: rung for rung in ladder(card, GENERAL, today, PLAIN)}


def states(card: Card, today: date) -> list[RungState]:
    return [rung.state for rung in rungs(card, today).values()]


def next_step(card: Card, today: date) -> str:
    rung = next_rung(ladder(card, GENERAL, today, PLAIN))
    return rung.step.id if rung else ""


def test_a_draft_can_only_start() -> None:
    assert states(story(), nov(23)) == [OPEN, AHEAD, AHEAD, AHEAD, AHEAD]
    assert next_step(story(), nov(23)) == "request"


def test_while_they_have_time_the_complaint_is_too_early_and_says_until_when() -> None:
    card = story(ASKED_FOR_AN_ANSWER)
    assert states(card, nov(10)) == [CURRENT, AHEAD, EARLY, AHEAD, AHEAD]
    complaint = rungs(card, nov(10))["complaint"]
    assert complaint.opens == nov(17)
    assert complaint.reason.values["day"] == nov(16)
    assert next_step(card, nov(10)) == ""


def test_the_last_day_is_still_theirs_and_the_day_after_is_not() -> None:
    card = story(ASKED_FOR_AN_ANSWER)
    assert rungs(card, nov(16))["complaint"].state is EARLY
    assert rungs(card, nov(17))["complaint"].state is OPEN
    assert rungs(card, nov(20))["complaint"].opens == nov(17)
    assert next_step(card, nov(17)) == "complaint"


def test_where_the_last_day_is_in_doubt_the_later_reading_counts() -> None:
    card = story(sent(nov(2), answer=nov(14), late_after=nov(16)))
    assert rungs(card, nov(16))["complaint"].state is EARLY
    assert rungs(card, nov(17))["complaint"].state is OPEN


def test_silence_does_not_open_the_question_for_reasons() -> None:
    reasons = rungs(story(ASKED_FOR_AN_ANSWER), nov(20))["reasons"]
    assert (reasons.state, reasons.opens, reasons.due) == (AHEAD, None, None)
    assert reasons.reason.text == "Opens if they refuse or answer only in part."


def test_a_refusal_opens_reasons_and_complaint_at_once() -> None:
    card = story(ASKED_FOR_AN_ANSWER, REFUSED)
    assert states(card, nov(10)) == [CURRENT, OPEN, OPEN, AHEAD, AHEAD]
    assert next_step(card, nov(10)) == "reasons"


def test_a_partial_answer_opens_the_same() -> None:
    assert states(story(ASKED_FOR_AN_ANSWER, PARTLY), nov(10)) == [
        *(CURRENT, OPEN, OPEN, AHEAD, AHEAD)
    ]


def test_what_is_solved_needs_no_ladder() -> None:
    card = story(ASKED_FOR_AN_ANSWER, SOLVED)
    assert states(card, nov(20)) == [CURRENT, AHEAD, AHEAD, AHEAD, AHEAD]
    assert all(rung.opens is None for rung in rungs(card, nov(20)).values())


def test_a_later_promise_puts_the_step_off() -> None:
    card = story(ASKED_FOR_AN_ANSWER, promised(nov(10), nov(20)))
    complaint = rungs(card, nov(18))["complaint"]
    assert (complaint.state, complaint.opens) == (EARLY, nov(21))
    assert complaint.reason.text == "Too early: they promised it by {day}."
    assert rungs(card, nov(21))["complaint"].state is OPEN


def test_a_later_promise_moves_no_day_of_the_law() -> None:
    lawful = replace(owed(DeadlineKind.ANSWER, nov(16)), by_law=True)
    asked_by_law = replace(ASKED_FOR_AN_ANSWER, starts=(lawful,))
    card = story(asked_by_law, promised(nov(10), nov(20)))
    complaint = rungs(card, nov(12))["complaint"]
    assert (complaint.state, complaint.opens) == (EARLY, nov(17))
    assert rungs(card, nov(12))["request"].reason.text == "They must answer by {day}."
    assert rungs(card, nov(17))["complaint"].state is OPEN
    told = next_action(card, GENERAL, nov(16))
    assert (told.action, told.on) == (Action.WAIT, nov(16))
    assert next_action(card, GENERAL, nov(17)).action is Action.REMIND


def test_a_later_promise_puts_off_what_is_customary_and_an_earlier_one_brings_it_back() -> None:
    put_off = ASKED_FOR_AN_ANSWER, promised(nov(10), nov(20))
    assert story(*put_off).late(nov(20)) == ()
    assert [d.late_after for d in story(*put_off).late(nov(21))] == [nov(20), nov(20)]
    again = story(*put_off, promised(nov(11), nov(18)))
    assert [d.late_after for d in again.late(nov(19))] == [nov(18), nov(18)]
    too_late = story(ASKED_FOR_AN_ANSWER, promised(nov(17), nov(20)))
    assert [d.late_after for d in too_late.late(nov(18))] == [nov(16)]


def test_an_earlier_promise_broken_does_not_shorten_their_time_to_answer() -> None:
    card = story(ASKED_FOR_AN_ANSWER, promised(nov(4), nov(6)))
    assert rungs(card, nov(9))["complaint"].opens == nov(17)
    assert rungs(card, nov(9))["complaint"].state is EARLY


def test_of_two_dates_the_later_last_day_counts_and_not_the_later_due_day() -> None:
    card = story(sent(nov(2), answer=nov(14), late_after=nov(20)), promised(nov(3), nov(16)))
    assert rungs(card, nov(18))["complaint"].opens == nov(21)


def test_a_promise_alone_is_enough_to_be_missed() -> None:
    card = story(sent(nov(2)), promised(nov(4), nov(6)))
    assert rungs(card, nov(6))["complaint"].state is EARLY
    assert rungs(card, nov(7))["complaint"].state is OPEN


def test_an_agreed_next_contact_is_kept_after_a_missed_date() -> None:
    card = story(sent(nov(2), answer=nov(16), contact=nov(24)))
    complaint = rungs(card, nov(20))["complaint"]
    assert (complaint.state, complaint.opens) == (EARLY, nov(24))
    assert complaint.reason.text == "Too early: you agreed not to contact them before {day}."
    assert rungs(card, nov(24))["complaint"].state is OPEN


def test_an_agreed_next_contact_before_their_last_day_changes_nothing() -> None:
    card = story(sent(nov(2), answer=nov(16), contact=nov(12)))
    complaint = rungs(card, nov(10))["complaint"]
    assert complaint.opens == nov(17)
    assert complaint.reason.values["day"] == nov(16)


def test_an_agreed_next_contact_on_the_day_it_opens_is_the_reason_given() -> None:
    complaint = rungs(story(sent(nov(2), answer=nov(16), contact=nov(17))), nov(10))["complaint"]
    assert complaint.opens == complaint.reason.values["day"] == nov(17)


def test_an_agreed_next_contact_does_not_bind_after_a_refusal() -> None:
    agreed = (owed(DeadlineKind.CONTACT, nov(24)),)
    refused = event(EventKind.REFUSED, nov(10), starts=agreed)
    partly = event(EventKind.ANSWERED, nov(10), answer=Answer.PARTLY, starts=agreed)
    assert rungs(story(ASKED_FOR_AN_ANSWER, refused), nov(11))["complaint"].state is OPEN
    put_off = rungs(story(ASKED_FOR_AN_ANSWER, partly), nov(11))["complaint"]
    assert (put_off.state, put_off.opens) == (EARLY, nov(24))


def test_a_paused_clock_opens_nothing_and_names_no_date() -> None:
    card = story(ASKED_FOR_AN_ANSWER, asked(nov(10), by=nov(13)))
    for today in (nov(11), nov(30)):
        complaint = rungs(card, today)["complaint"]
        assert (complaint.state, complaint.opens, complaint.due) == (EARLY, None, None)
        assert complaint.reason.values["day"] == nov(10)
        assert rungs(card, today)["higher"].opens is None


def test_a_message_not_yet_judged_may_be_the_answer() -> None:
    card = story(ASKED_FOR_AN_ANSWER, RECEIVED)
    assert states(card, nov(20)) == [CURRENT, AHEAD, EARLY, AHEAD, AHEAD]
    assert rungs(card, nov(20))["complaint"].opens is None


def test_the_current_step_says_how_it_stands() -> None:
    def standing(*events: Event, today: date | None = None) -> str:
        card = story(ASKED_FOR_AN_ANSWER, *events)
        return rungs(card, today or nov(12))["request"].reason.text

    assert standing() == "They must answer by {day}."
    assert standing(today=nov(17)) == "They did not answer by {day}."
    assert standing(promised(nov(10), nov(20))) == "They promised it by {day}."
    assert standing(promised(nov(10), nov(20)), today=nov(21)).endswith("did not keep it.")
    assert standing(REFUSED) == "They refused."
    assert standing(REFUSED, RECEIVED) == "They wrote: judge what it is."
    assert standing(asked(nov(10), by=nov(13))) == "They asked you for something."
    paused = event(EventKind.PAUSED, nov(10))
    assert standing(paused) == "Their time has stood still since {day}."


def test_waiting_without_a_date_opens_nothing() -> None:
    card = story(sent(nov(2)))
    assert states(card, nov(30)) == [CURRENT, AHEAD, AHEAD, AHEAD, AHEAD]
    assert (
        rungs(card, nov(30))["complaint"].reason.text == "No date runs for them. Ask them for one."
    )


def test_from_the_complaint_two_ways_lead_on() -> None:
    card = story(ASKED_FOR_AN_ANSWER, sent(nov(17), "complaint", answer=nov(27)))
    assert states(card, nov(20)) == [DONE, AHEAD, CURRENT, EARLY, EARLY]
    assert states(card, nov(28)) == [DONE, AHEAD, CURRENT, OPEN, OPEN]
    assert next_step(card, nov(28)) == "higher"


def test_a_step_passed_over_may_still_be_taken_when_they_refuse() -> None:
    refused = event(EventKind.REFUSED, nov(20))
    card = story(ASKED_FOR_AN_ANSWER, sent(nov(17), "complaint", answer=nov(27)), refused)
    assert states(card, nov(20)) == [BACK, OPEN, CURRENT, OPEN, OPEN]
    assert next_step(card, nov(20)) == "higher"


def test_a_complaint_passed_over_is_no_longer_offered_for_silence() -> None:
    reviewed = sent(nov(17), "reasons", answer=nov(24)), sent(nov(18), "higher", answer=nov(27))
    card = story(ASKED_FOR_AN_ANSWER, *reviewed)
    assert rungs(card, nov(28))["complaint"].state is AHEAD
    assert rungs(card, nov(28))["complaint"].opens is None


def test_a_closed_case_has_nothing_open() -> None:
    card = story(ASKED_FOR_AN_ANSWER, REFUSED, closed(nov(11)))
    assert states(card, nov(20)) == [DONE, AHEAD, AHEAD, AHEAD, AHEAD]
    assert all(rung.opens is None for rung in rungs(card, nov(20)).values())
    assert next_step(card, nov(20)) == ""


def test_a_reopened_case_opens_nothing_before_a_new_date_or_refusal() -> None:
    reopened = event(EventKind.REOPENED, nov(20))
    card = story(ASKED_FOR_AN_ANSWER, closed(nov(18)), reopened)
    assert states(card, nov(21)) == [CURRENT, AHEAD, AHEAD, AHEAD, AHEAD]


def test_a_case_without_named_steps_stands_on_the_first() -> None:
    nameless = event(EventKind.SENT, nov(2), step="", starts=(owed(DeadlineKind.ANSWER, nov(16)),))
    assert states(story(nameless), nov(17)) == [CURRENT, AHEAD, OPEN, AHEAD, AHEAD]


def test_a_step_that_the_playbook_has_not_is_forgotten() -> None:
    card = story(ASKED_FOR_AN_ANSWER, sent(nov(17), "court", answer=nov(27)))
    assert rungs(card, nov(20))["request"].state is CURRENT


EVENTS = st.sampled_from(
    [
        *(ASKED_FOR_AN_ANSWER, REFUSED, PARTLY, SOLVED, RECEIVED, closed(nov(12))),
        *(promised(nov(10), nov(20)), asked(nov(10), by=nov(13)), sent(nov(5), contact=nov(25))),
        *(sent(nov(17), name, answer=nov(27)) for name in ("reasons", "complaint", "higher")),
        *(event(EventKind.PAUSED, nov(10)), event(EventKind.RESUMED, nov(12))),
        event(EventKind.REOPENED, nov(20)),
        event(EventKind.CLOSED, nov(12), outcome=Outcome.UPHELD),
    ]
)


@given(st.lists(EVENTS, max_size=6), st.dates(nov(1), nov(30)))
def test_of_any_history_the_ladder_keeps_its_promises(history: list, today: date) -> None:
    card = story()
    happened = []
    for one in history:
        try:
            card = story(*happened, one)
        except NotLawful:
            continue
        happened.append(one)
    plan = ladder(card, GENERAL, today, PLAIN)
    assert [rung.step for rung in plan] == list(GENERAL.steps)
    assert sum(rung.state is CURRENT for rung in plan) <= 1
    for rung in plan:
        assert rung.state is not OPEN or (rung.opens is not None and rung.opens <= today)
        assert rung.state is not EARLY or rung.opens is None or rung.opens > today
        assert rung.due is None or rung.state is CURRENT or rung.opens is not None
        assert ENGLISH.say(rung.reason).endswith(".")
    if card.not_before and card.not_before > today and card.last_answer is not Answer.REFUSED:
        assert not [rung for rung in plan if rung.state is OPEN and rung.step.after]


def test_what_is_not_for_the_case_or_was_left_out_is_not_called_ahead() -> None:
    faulty = replace(story(ASKED_FOR_AN_ANSWER), problem=Problem.DEFECT)
    shop = {r.step.id: r for r in ladder(faulty, load_playbook("ru-shop"), nov(3), PLAIN)}
    assert (shop["refusal"].told_as, shop["court"].told_as) == ("unfit", "ahead")
    reviewed = sent(nov(17), "reasons", answer=nov(24)), sent(nov(18), "higher", answer=nov(27))
    passed = rungs(story(ASKED_FOR_AN_ANSWER, *reviewed), nov(20))["complaint"]
    assert (passed.state, passed.told_as) == (AHEAD, "left_out")
