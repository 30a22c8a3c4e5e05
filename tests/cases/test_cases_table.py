"""Every event in every stage: lawful or not, and where it leads."""

from __future__ import annotations

import pytest
from casework import IN_STAGE, NEEDS, SENT, a_draft, after, october, on, owed

from tui.cases.errors import NotLawful
from tui.cases.lifecycle import apply, possible
from tui.cases.returned import is_returned, returned
from tui.cases.words import Answer, DeadlineKind, EventKind, Outcome, Stage
from tui.wording.wording import Wording

STAGES = [Stage.DRAFT, Stage.WAITING, Stage.MY_MOVE, Stage.ESCALATED, Stage.CLOSED]
# The stage after each event, in the order of STAGES; "-" where the event is not lawful.
EXPECTED = """
sent        waiting  waiting  waiting  escalated  -
call        waiting  waiting  waiting  escalated  -
received    -        my_move  my_move  my_move    -
promise     -        waiting  waiting  escalated  -
delivered   -        waiting  my_move  escalated  -
undelivered -        my_move  my_move  my_move    -
registered  -        waiting  my_move  escalated  -
asked       -        my_move  my_move  my_move    -
answered    -        my_move  my_move  my_move    -
refused     -        my_move  my_move  my_move    -
extended    -        waiting  waiting  escalated  -
paused      -        waiting  my_move  escalated  -
resumed     -        waiting  my_move  escalated  -
evidence    draft    waiting  my_move  escalated  closed
note        draft    waiting  my_move  escalated  closed
escalated   -        escalated escalated escalated -
closed      closed   closed   closed   closed     -
reopened    -        -        -        -          my_move
"""
CELLS = [
    (EventKind(kind), stage, expected)
    for kind, *row in map(str.split, EXPECTED.strip().splitlines())
    for stage, expected in zip(STAGES, row, strict=True)
]
LAWFUL = [(kind, stage, Stage(after)) for kind, stage, after in CELLS if after != "-"]
UNLAWFUL = [(kind, stage) for kind, stage, after in CELLS if after == "-"]


def test_the_table_of_this_test_is_whole() -> None:
    assert len(CELLS) == len(EventKind) * len(Stage)
    assert all(IN_STAGE[stage].stage is stage for stage in Stage)


@pytest.mark.parametrize(("kind", "stage", "expected"), LAWFUL)
def test_a_lawful_event_leads_to_its_stage(kind: EventKind, stage: Stage, expected: Stage) -> None:
    case = apply(IN_STAGE[stage], on(5, kind, **NEEDS.get(kind, {})))
    assert case.stage is expected
    assert case.timeline[-1].kind is kind
    assert case.timeline[-1].id == len(case.timeline)


@pytest.mark.parametrize(("kind", "stage"), UNLAWFUL)
def test_an_unlawful_event_is_told_what_is_possible_instead(kind: EventKind, stage: Stage) -> None:
    words = Wording("en")
    with pytest.raises(NotLawful) as error:
        apply(IN_STAGE[stage], on(5, kind, **NEEDS.get(kind, {})))
    lawful = [other for other, where, _ in LAWFUL if where is stage]
    told = words.say(error.value.sentence)
    assert f"stage “{words.term(stage)}”" in told
    assert f"cannot record “{words.term(kind)}”" in told
    listed = told.partition("Possible now: ")[2].removesuffix(".").split(", ")
    assert sorted(listed) == sorted(words.term(other) for other in lawful)


@pytest.mark.parametrize("stage", STAGES)
def test_what_is_possible_is_what_is_lawful(stage: Stage) -> None:
    assert set(possible(stage)) == {kind for kind, where, _ in LAWFUL if where is stage}


@pytest.mark.parametrize(
    ("answer", "stage"),
    [
        (Answer.SOLVED, Stage.MY_MOVE),
        (Answer.PARTLY, Stage.MY_MOVE),
        (Answer.REFUSED, Stage.MY_MOVE),
        (Answer.ASKED, Stage.MY_MOVE),
        (Answer.PROMISE, Stage.WAITING),
        (Answer.RECEIPT, Stage.WAITING),
    ],
)
@pytest.mark.parametrize("kind", [EventKind.ANSWERED, EventKind.RECEIVED, EventKind.CALL])
def test_an_answer_leads_where_its_matter_leads(
    kind: EventKind, answer: Answer, stage: Stage
) -> None:
    promise = october(20) if answer is Answer.PROMISE else None
    assert after(SENT, on(5, kind, answer=answer, promise=promise)).stage is stage


def test_i_owe_what_they_asked_even_if_they_promise_something() -> None:
    data = owed(DeadlineKind.DATA, 8)
    asked = after(SENT, on(3, EventKind.ASKED, starts=(data,)))
    case = apply(asked, on(4, EventKind.PROMISE, promise=october(20)))
    assert case.stage is Stage.MY_MOVE
    assert apply(case, on(5, EventKind.SENT)).stage is Stage.WAITING


def test_a_climbed_case_waits_as_an_escalated_one_even_when_reopened() -> None:
    closed = apply(IN_STAGE[Stage.ESCALATED], on(5, EventKind.CLOSED, outcome=Outcome.REJECTED))
    case = after(on(6, EventKind.REOPENED), on(7, EventKind.SENT), case=closed)
    assert case.stage is Stage.ESCALATED


def test_a_case_that_was_never_sent_reopens_as_a_draft() -> None:
    closed = after(on(1, EventKind.CLOSED, outcome=Outcome.WITHDRAWN))
    assert apply(closed, on(2, EventKind.REOPENED)).stage is Stage.DRAFT


def test_the_outcome_stands_as_long_as_the_case_is_closed() -> None:
    closed = apply(IN_STAGE[Stage.WAITING], on(4, EventKind.CLOSED, outcome=Outcome.PARTLY))
    assert (closed.outcome, closed.closed_on) == (Outcome.PARTLY, october(4))
    noted = apply(closed, on(5, EventKind.NOTE, outcome=Outcome.UPHELD))
    assert noted.outcome is Outcome.PARTLY
    again = apply(noted, on(6, EventKind.REOPENED, outcome=Outcome.UPHELD))
    assert (again.outcome, again.closed_on) == (None, None)


@pytest.mark.parametrize("stage", [Stage.DRAFT, Stage.CLOSED])
def test_a_draft_and_a_closed_case_have_no_clocks(stage: Stage) -> None:
    promise = owed(DeadlineKind.PROMISE, 20)
    noted = apply(IN_STAGE[stage], on(5, EventKind.NOTE, starts=(promise,)))
    assert noted.open_deadlines == ()
    assert a_draft().deadlines == ()


def test_a_letter_that_came_back_gives_them_no_time_and_is_mine_again() -> None:
    sent = on(5, EventKind.SENT, message_id="<1@x>", starts=(owed(DeadlineKind.ANSWER, 20),))
    back = on(6, EventKind.UNDELIVERED, message_id="<1@x>")
    case = after(sent, back)
    assert (case.stage, case.deadlines, is_returned(case)) == (Stage.MY_MOVE, (), True)
    again = apply(case, on(7, EventKind.SENT, starts=(owed(DeadlineKind.ANSWER, 22),)))
    assert (again.stage, is_returned(again), returned(again)) == (Stage.WAITING, False, {1})
    assert again.open_deadline(DeadlineKind.ANSWER)
    assert returned(apply(case, on(7, EventKind.UNDELIVERED, message_id="<other@x>"))) == {1}
