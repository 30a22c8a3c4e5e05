"""What they wrote counts on the day it came, and is judged when the person gets to it."""

from __future__ import annotations

import pytest
from casework import IN_STAGE, SENT, after, october, on, owed, states

from tui.cases.card import card_of
from tui.cases.lifecycle import apply
from tui.cases.words import Answer, DeadlineKind, DeadlineState, EventKind, Outcome, Stage

CAME = on(10, EventKind.RECEIVED)  # the last lawful day of SENT
DATE = october(20)


@pytest.mark.parametrize("answer", [Answer.SOLVED, Answer.PARTLY, Answer.REFUSED])
def test_an_answer_in_time_is_in_time_though_judged_late(answer: Answer) -> None:
    case = after(SENT, CAME, on(14, EventKind.ANSWERED, answer=answer))
    assert states(case) == {DeadlineKind.ANSWER: DeadlineState.MET}
    assert case.deadlines[0].settled_on == october(10)


def test_the_clock_stops_on_the_day_on_which_they_asked() -> None:
    case = after(SENT, CAME, on(14, EventKind.ASKED))
    assert case.deadlines[0].paused_on == october(10)


def test_an_extension_in_time_is_no_miss() -> None:
    extended = on(14, EventKind.EXTENDED, due=DATE, starts=(owed(DeadlineKind.ANSWER, 20),))
    case = after(SENT, CAME, extended)
    assert [(d.due, d.state) for d in case.deadlines] == [(DATE, DeadlineState.OPEN)]
    assert case.stage is Stage.WAITING


@pytest.mark.parametrize(
    "between",
    [on(11, EventKind.CALL), on(11, EventKind.ANSWERED, answer=Answer.RECEIPT)],
    ids=["answered by me", "judged as a receipt"],
)
def test_a_message_that_was_dealt_with_excuses_no_later_answer(between: object) -> None:
    case = after(SENT, CAME, between, on(14, EventKind.ANSWERED, answer=Answer.SOLVED))  # type: ignore[arg-type]
    assert states(case) == {DeadlineKind.ANSWER: DeadlineState.MISSED}


@pytest.mark.parametrize("stage", [Stage.WAITING, Stage.ESCALATED, Stage.MY_MOVE])
@pytest.mark.parametrize("fields", [{"answer": Answer.RECEIPT}, {"automatic": True}])
def test_a_message_judged_as_a_receipt_leaves_the_case_where_it_was(
    stage: Stage, fields: dict[str, object]
) -> None:
    case = after(on(5, EventKind.RECEIVED), on(6, EventKind.RECEIVED), case=IN_STAGE[stage])
    assert case.stage is Stage.MY_MOVE
    assert apply(case, on(7, EventKind.ANSWERED, **fields)).stage is stage


def test_a_receipt_in_a_reopened_case_leaves_it_with_me() -> None:
    again = after(SENT, on(2, EventKind.CLOSED, outcome=Outcome.UPHELD), on(3, EventKind.REOPENED))
    case = after(on(4, EventKind.RECEIVED), case=again)
    assert apply(case, on(5, EventKind.ANSWERED, answer=Answer.RECEIPT)).stage is Stage.MY_MOVE


@pytest.mark.parametrize(
    "judged",
    [
        on(11, EventKind.ANSWERED, answer=Answer.RECEIPT),
        on(11, EventKind.REFUSED),
        on(11, EventKind.PROMISE, promise=DATE),
        on(11, EventKind.EXTENDED, due=DATE),
        on(11, EventKind.SENT),
    ],
    ids=lambda event: event.kind.value,
)
def test_a_card_is_unread_until_somebody_deals_with_it(judged: object) -> None:
    waiting = after(SENT, CAME, on(10, EventKind.RECEIVED, automatic=True))
    assert card_of(waiting).unread
    assert not card_of(after(judged, case=waiting)).unread  # type: ignore[arg-type]
    assert not card_of(after(SENT)).unread
    assert not card_of(after(SENT, on(5, EventKind.RECEIVED, automatic=True))).unread
