"""What events do to deadlines: met, missed, dropped, paused, moved."""

from __future__ import annotations

from datetime import date

import pytest
from casework import SENT, after, october, on, owed, states
from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.event import Event
from tui.cases.words import (
    Answer,
    Channel,
    DeadlineKind,
    DeadlineState,
    EventKind,
    Outcome,
    Owes,
)

ANSWER, PROMISE, DATA, CONTACT, WINDOW, DEED = DeadlineKind
OPEN, MET, MISSED = DeadlineState

DECIDED = [Answer.SOLVED, Answer.PARTLY, Answer.REFUSED]
THEIR_KINDS = [
    EventKind.RECEIVED,
    EventKind.ANSWERED,
    EventKind.REFUSED,
    EventKind.ASKED,
    EventKind.PROMISE,
]


@pytest.mark.parametrize("answer", DECIDED)
@pytest.mark.parametrize(("day", "state"), [(9, MET), (12, MET), (13, MISSED)])
def test_an_answer_is_in_time_until_the_last_lawful_day(
    answer: Answer, day: int, state: DeadlineState
) -> None:
    sent = on(1, EventKind.SENT, starts=(owed(ANSWER, 10, late_after=12),))
    case = after(sent, on(day, EventKind.ANSWERED, answer=answer))
    assert states(case) == {ANSWER: state}
    assert case.deadlines[0].settled_on == october(day)


def test_theirs_is_late_from_the_day_after() -> None:
    deadline = owed(ANSWER, 10, late_after=12)
    assert not deadline.late_on(october(12))
    assert deadline.late_on(october(13))
    assert deadline.days_late(october(13)) == 1


@pytest.mark.parametrize("kind", THEIR_KINDS)
def test_an_automatic_reply_stops_no_clock(kind: EventKind) -> None:
    promise = october(20) if kind is EventKind.PROMISE else None
    before = after(SENT)
    case = after(on(5, kind, automatic=True, promise=promise), case=before)
    assert case.deadlines == before.deadlines
    assert case.stage is before.stage


@pytest.mark.parametrize("kind", [EventKind.RECEIVED, EventKind.ANSWERED, EventKind.CALL])
def test_a_receipt_stops_no_clock(kind: EventKind) -> None:
    case = after(SENT, on(5, kind, answer=Answer.RECEIPT))
    assert states(case) == {ANSWER: OPEN}
    assert case.deadlines[0].paused_on is None


def test_a_message_nobody_has_judged_stops_no_clock() -> None:
    assert states(after(SENT, on(5, EventKind.RECEIVED))) == {ANSWER: OPEN}


def test_a_missed_deadline_stays_missed() -> None:
    missed = after(SENT, on(12, EventKind.SENT, starts=(owed(ANSWER, 20),)))
    assert [d.state for d in missed.deadlines] == [MISSED, OPEN]
    solved = after(on(15, EventKind.ANSWERED, answer=Answer.SOLVED), case=missed)
    assert [d.state for d in solved.deadlines] == [MISSED, MET]
    assert solved.deadlines[0] == missed.deadlines[0]


def test_a_new_date_before_the_end_takes_the_place_of_the_old() -> None:
    case = after(SENT, on(5, EventKind.SENT, starts=(owed(ANSWER, 20),)))
    assert [(d.due, d.state, d.event) for d in case.deadlines] == [(october(20), OPEN, 2)]


def test_a_promise_broken_and_promised_again_is_in_the_history() -> None:
    first = on(2, EventKind.PROMISE, promise=october(5), starts=(owed(PROMISE, 5),))
    again = on(6, EventKind.PROMISE, promise=october(9), starts=(owed(PROMISE, 9),))
    case = after(SENT, first, again)
    assert [(d.kind, d.state) for d in case.deadlines] == [
        (ANSWER, OPEN),
        (PROMISE, MISSED),
        (PROMISE, OPEN),
    ]


@pytest.mark.parametrize(
    "kind", [EventKind.SENT, EventKind.CALL, EventKind.RESUMED, EventKind.ESCALATED]
)
def test_what_they_owe_stands_still_while_they_wait_for_me(kind: EventKind) -> None:
    asked = after(SENT, on(5, EventKind.ASKED, starts=(owed(DATA, 8),)))
    (paused,) = [d for d in asked.deadlines if d.kind is ANSWER]
    assert paused.paused_on == october(5)
    assert not paused.late_on(october(25))
    moved = owed(ANSWER, 24)
    case = after(on(19, kind, step="appeal", starts=(moved,)), case=asked)
    answers = [d for d in case.deadlines if d.kind is ANSWER]
    assert [(d.due, d.state, d.paused_on) for d in answers] == [(october(24), OPEN, None)]


def test_an_answer_after_a_pause_is_in_time_in_the_call_that_ends_it_too() -> None:
    asked = after(SENT, on(5, EventKind.ASKED))
    for kind in (EventKind.ANSWERED, EventKind.CALL):
        case = after(on(19, kind, answer=Answer.SOLVED), case=asked)
        assert states(case) == {ANSWER: MET}


def test_a_pause_cannot_mend_what_was_late_before_it() -> None:
    case = after(SENT, on(15, EventKind.PAUSED))
    assert case.deadlines[0].paused_on is None
    assert case.deadlines[0].late_on(october(16))


def test_the_clock_runs_again_with_the_old_date_if_no_other_is_known() -> None:
    case = after(SENT, on(5, EventKind.PAUSED), on(6, EventKind.RESUMED))
    assert [(d.due, d.paused_on) for d in case.deadlines] == [(october(10), None)]


@pytest.mark.parametrize(("day", "state"), [(8, MET), (9, MISSED)])
def test_i_have_given_what_they_asked_when_i_write(day: int, state: DeadlineState) -> None:
    asked = after(SENT, on(5, EventKind.ASKED, starts=(owed(DATA, 8), owed(CONTACT, 20))))
    assert states(after(on(day, EventKind.SENT), case=asked))[DATA] is state


@pytest.mark.parametrize("answer", DECIDED)
def test_their_answer_makes_my_own_deadlines_pointless(answer: Answer) -> None:
    asked = after(SENT, on(5, EventKind.ASKED, starts=(owed(DATA, 8), owed(CONTACT, 9))))
    case = after(on(7, EventKind.ANSWERED, answer=answer), case=asked)
    assert states(case) == {ANSWER: MET}


def test_a_climb_drops_what_was_owed_below_unless_it_was_missed() -> None:
    promised = after(SENT, on(2, EventKind.NOTE, starts=(owed(PROMISE, 4),)))
    climb = on(6, EventKind.ESCALATED, step="appeal")
    assert states(after(climb, case=promised)) == {PROMISE: MISSED}


def test_the_end_drops_what_is_open_and_keeps_what_was_missed() -> None:
    promised = after(SENT, on(2, EventKind.NOTE, starts=(owed(PROMISE, 4), owed(CONTACT, 30))))
    closing = on(6, EventKind.CLOSED, outcome=Outcome.WITHDRAWN)
    assert states(after(closing, case=promised)) == {PROMISE: MISSED}


@pytest.mark.parametrize("kind", [EventKind.DELIVERED, EventKind.REGISTERED])
def test_a_start_that_turns_out_later_makes_no_miss(kind: EventKind) -> None:
    case = after(SENT, on(12, kind, starts=(owed(ANSWER, 22),)))
    assert [(d.due, d.state) for d in case.deadlines] == [(october(22), OPEN)]
    assert [d.due for d in after(SENT, on(12, kind)).deadlines] == [october(10)]


@pytest.mark.parametrize(("day", "state"), [(10, MET), (11, MISSED)])
def test_climbing_in_time_meets_my_own_window(day: int, state: DeadlineState) -> None:
    sent = on(1, EventKind.SENT, starts=(owed(WINDOW, 10),))
    case = after(sent, on(day, EventKind.ESCALATED, step="complaint"))
    assert states(case)[WINDOW] == state


def test_nobody_is_late_with_a_letter_that_may_be_under_way() -> None:
    deadline = replace(owed(ANSWER, 10), unsure="receipt")
    case = after(on(1, EventKind.SENT, starts=(deadline,)))
    assert not deadline.late_on(october(20))
    assert deadline.past_on(october(20))
    answered = after(on(20, EventKind.ANSWERED, answer=Answer.REFUSED), case=case)
    assert states(answered) == {ANSWER: MET}


MONEY = on(1, EventKind.SENT, starts=(replace(owed(ANSWER, 10), by_law=True, owes=Owes.MONEY),))


@pytest.mark.parametrize("answer", [Answer.PARTLY, Answer.REFUSED])
def test_an_answer_in_time_pays_nothing(answer: Answer) -> None:
    case = after(MONEY, on(8, EventKind.ANSWERED, answer=answer))
    assert states(case) == {ANSWER: MET, DEED: OPEN}
    climb = on(9, EventKind.ESCALATED, step="court", starts=(owed(ANSWER, 20),))
    taken_up = after(climb, on(12, EventKind.REFUSED), case=case)
    (deed,) = [d for d in taken_up.deadlines if d.kind is DEED]
    assert (deed.due, deed.is_open, deed.late_on(october(11))) == (october(10), True, True)
    ended = after(on(14, EventKind.CLOSED, outcome=Outcome.REJECTED), case=taken_up)
    assert states(ended)[DEED] is MISSED


@pytest.mark.parametrize(("day", "state"), [(10, MET), (11, MISSED)])
def test_only_what_solves_it_does(day: int, state: DeadlineState) -> None:
    refused = after(MONEY, on(8, EventKind.REFUSED))
    paid = after(on(day, EventKind.ANSWERED, answer=Answer.SOLVED), case=refused)
    assert states(paid) == {ANSWER: MET, DEED: state}
    assert states(after(MONEY, on(11, EventKind.REFUSED))) == {ANSWER: MISSED}


def open_by_party(case: Case) -> dict[str, date]:
    return {d.party: d.due for d in case.open_deadlines if d.kind is ANSWER}


def to(day: int, step: str, addressee: str, due: int) -> Event:
    """A climb to the company or a body, who have until `due` to answer."""
    starts = (owed(ANSWER, due),)
    return on(day, EventKind.ESCALATED, step=step, addressee=addressee, starts=starts)


def test_company_and_bodies_have_a_clock_each() -> None:
    above = after(SENT, to(3, "watchdog", "watchdog", 20))
    assert open_by_party(above) == {"company": october(10), "": october(20)}
    back = after(to(5, "claim", "company", 15), case=above)
    assert open_by_party(back) == {"watchdog": october(20), "": october(15)}
    refused = after(on(8, EventKind.REFUSED), case=back)
    assert open_by_party(refused) == {"watchdog": october(20)}
    again = after(to(9, "watchdog", "watchdog", 30), case=refused)
    assert open_by_party(again) == {"": october(30)}


def test_what_was_over_is_missed_by_the_climb_and_an_older_book_stays_as_it_was() -> None:
    climb = to(11, "watchdog", "watchdog", 25)
    assert [(d.party, d.state) for d in after(SENT, climb).deadlines] == [("", MISSED), ("", OPEN)]
    old = to(3, "watchdog", "", 20)
    assert open_by_party(after(SENT, old)) == {"": october(20)}
    assert open_by_party(after(SENT, old, to(5, "claim", "company", 15))) == {"": october(15)}


def test_what_is_written_beside_moves_nothing() -> None:
    refused = after(SENT, on(8, EventKind.REFUSED))
    claim = on(9, EventKind.ESCALATED, step="credit", party="credit", aside=True)
    case = after(replace(claim, starts=(owed(ANSWER, 30),)), case=refused)
    assert (case.step, case.party, case.last_answer) == ("request", "", Answer.REFUSED)
    assert (case.stage, open_by_party(case)) == (refused.stage, {"credit": october(30)})


WORD = on(1, EventKind.SENT, starts=(replace(owed(ANSWER, 10), by_law=True, owes=Owes.RECEIPT),))
CONFIRMING = (
    on(10, EventKind.REGISTERED),
    on(10, EventKind.RECEIVED, answer=Answer.RECEIPT, channel=Channel.PHONE),
    on(10, EventKind.RECEIVED, automatic=True),
    on(10, EventKind.ASKED, channel=Channel.EMAIL),
    on(10, EventKind.PROMISE, promise=october(30)),
    on(10, EventKind.EXTENDED, due=october(30)),
)


@pytest.mark.parametrize("event", CONFIRMING)
def test_a_word_that_they_have_it_keeps_a_time_that_asks_for_no_more(event: Event) -> None:
    follows = owed(ANSWER, 25)
    case = after(WORD, replace(event, starts=(*event.starts, follows)))
    told = [(d.due, d.state) for d in case.deadlines if d.kind is ANSWER]
    assert told == [(october(10), MET), (october(25), OPEN)]
    late = after(WORD, replace(event, at=event.at.replace(day=11)))
    assert [d.state for d in late.deadlines if d.kind is ANSWER] == [MISSED]


@pytest.mark.parametrize("kind", [EventKind.ASKED, EventKind.PROMISE, EventKind.DELIVERED])
def test_what_is_said_in_a_call_and_the_slip_of_the_post_are_no_such_word(kind: EventKind) -> None:
    promise = october(30) if kind is EventKind.PROMISE else None
    event = on(10, kind, channel=Channel.PHONE, promise=promise)
    assert states(after(WORD, event))[ANSWER] is OPEN
    assert states(after(SENT, on(9, EventKind.REGISTERED)))[ANSWER] is OPEN


def test_who_answers_has_given_that_word_and_owes_nothing_more() -> None:
    assert states(after(WORD, on(8, EventKind.REFUSED))) == {ANSWER: MET}
