"""Which deadlines an event starts."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from terms import customary

from tui.cases.case import Case
from tui.cases.deadline import Deadline
from tui.cases.event import Event
from tui.cases.lifecycle import apply
from tui.cases.words import Answer, DeadlineKind, EventKind, Outcome, Owner, Problem, Stage
from tui.deadlines.calendars import calendar_for
from tui.deadlines.period import Period, Unit

RU = calendar_for("RU")
TEN_DAYS = Period(10, Unit.CAL)
DRAFT = Case(company="Severmart", subject="Refund", problem=Problem.REFUND)


def on(day: int, kind: EventKind, **fields: object) -> Event:
    return Event(at=datetime(2026, 3, day, 12, tzinfo=UTC), kind=kind, **fields)  # type: ignore[arg-type]


def march(day: int) -> date:
    return date(2026, 3, day)


def after(case: Case, *events: Event, within: Period | None = TEN_DAYS) -> Case:
    for event in events:
        starts = customary(event, case, within, RU)
        case = apply(case, Event(**{**_fields(event), "starts": starts}))
    return case


def _fields(event: Event) -> dict[str, object]:
    return {name: getattr(event, name) for name in event.__struct_fields__}


def only(started: tuple[Deadline, ...]) -> Deadline:
    (deadline,) = started
    return deadline


WAITING = after(DRAFT, on(2, EventKind.SENT, step="request"))


def test_the_first_message_starts_their_answer_by_the_practice_of_the_step() -> None:
    deadline = only(customary(on(2, EventKind.SENT, step="request"), DRAFT, TEN_DAYS, RU))
    assert (deadline.owner, deadline.kind) == (Owner.THEIRS, DeadlineKind.ANSWER)
    assert (deadline.rule, deadline.step) == ("general.request", "request")
    assert (deadline.due, deadline.late_after) == (march(12), march(12))
    assert deadline.working is not None
    assert (deadline.working.start, deadline.working.period) == (march(2), "10cal")
    assert deadline.working.certainty == "practice"


def test_an_end_on_a_day_off_is_late_only_after_the_next_working_day() -> None:
    deadline = only(customary(on(5, EventKind.SENT, step="request"), DRAFT, TEN_DAYS, RU))
    assert (deadline.due, deadline.late_after) == (march(15), march(16))


def test_without_a_step_the_rule_is_the_playbook() -> None:
    assert only(customary(on(2, EventKind.CALL), DRAFT, TEN_DAYS, RU)).rule == "general"


def test_the_date_that_i_set_goes_before_the_practice() -> None:
    deadline = only(customary(on(2, EventKind.SENT, due=march(7)), DRAFT, TEN_DAYS, RU))
    assert (deadline.rule, deadline.due, deadline.late_after) == ("given", march(7), march(7))
    assert deadline.working is not None
    assert (deadline.working.certainty, deadline.working.period) == ("given", "")


def test_no_practice_starts_no_deadline() -> None:
    assert customary(on(2, EventKind.SENT), DRAFT, None, RU) == ()


def test_a_reminder_starts_no_new_answer_unless_it_sets_a_later_date() -> None:
    def reminded(day: int, due: int, case: Case = WAITING) -> list[date]:
        event = on(day, EventKind.SENT, due=march(due))
        return [deadline.due for deadline in customary(event, case, TEN_DAYS, RU)]

    assert customary(on(5, EventKind.SENT), WAITING, TEN_DAYS, RU) == ()
    assert (reminded(5, 9), reminded(5, 12), reminded(5, 13)) == ([], [], [march(13)])
    assert reminded(13, 14) == [march(14)]  # their time was over
    promised = after(WAITING, on(4, EventKind.PROMISE, promise=march(20)))
    assert (reminded(5, 16, promised), reminded(5, 21, promised)) == ([], [march(21)])
    only_promised = after(
        DRAFT, on(2, EventKind.SENT), on(4, EventKind.PROMISE, promise=march(20)), within=None
    )
    assert (reminded(5, 16, only_promised), reminded(21, 25, only_promised)) == ([], [march(25)])


def test_a_climb_starts_an_answer_of_its_own() -> None:
    deadline = only(customary(on(9, EventKind.ESCALATED, step="appeal"), WAITING, TEN_DAYS, RU))
    assert (deadline.rule, deadline.due) == ("general.appeal", march(19))


@pytest.mark.parametrize("answer", [Answer.SOLVED, Answer.PARTLY, Answer.REFUSED])
def test_a_call_that_was_answered_starts_no_answer(answer: Answer) -> None:
    assert customary(on(2, EventKind.CALL, answer=answer), DRAFT, TEN_DAYS, RU) == ()


def test_a_call_in_which_they_promise_starts_both() -> None:
    event = on(2, EventKind.CALL, answer=Answer.PROMISE, promise=march(6))
    kinds = [d.kind for d in customary(event, DRAFT, TEN_DAYS, RU)]
    assert kinds == [DeadlineKind.ANSWER, DeadlineKind.PROMISE]


@pytest.mark.parametrize("kind", [EventKind.RECEIVED, EventKind.NOTE, EventKind.PAUSED])
def test_other_events_start_nothing_by_themselves(kind: EventKind) -> None:
    assert customary(on(4, kind), WAITING, TEN_DAYS, RU) == ()


@pytest.mark.parametrize("answer", list(Answer))
def test_what_they_answer_starts_no_answer_of_theirs(answer: Answer) -> None:
    event = on(4, EventKind.ANSWERED, answer=answer)
    started = customary(event, WAITING, TEN_DAYS, RU)
    assert DeadlineKind.ANSWER not in {d.kind for d in started}


@pytest.mark.parametrize(
    "kind", [EventKind.SENT, EventKind.PROMISE, EventKind.RECEIVED, EventKind.NOTE, EventKind.CALL]
)
def test_a_promised_date_is_theirs_to_keep(kind: EventKind) -> None:
    promise = only(customary(on(4, kind, promise=march(8)), WAITING, TEN_DAYS, RU))
    assert (promise.kind, promise.owner, promise.rule) == (
        DeadlineKind.PROMISE,
        Owner.THEIRS,
        "promise",
    )
    assert (promise.due, promise.late_after) == (march(8), march(8))  # a Sunday, as they said


@pytest.mark.parametrize("field", ["due", "promise"])
def test_an_extension_moves_their_answer_and_is_no_promise(field: str) -> None:
    extended = only(customary(on(4, EventKind.EXTENDED, **{field: march(30)}), WAITING, None, RU))
    assert (extended.kind, extended.rule, extended.step) == (
        DeadlineKind.ANSWER,
        "extended",
        "request",
    )
    assert (extended.due, extended.late_after) == (march(30), march(30))


def test_what_they_ask_is_mine_within_three_working_days() -> None:
    data = only(customary(on(5, EventKind.ASKED), WAITING, TEN_DAYS, RU))
    assert (data.owner, data.kind, data.rule) == (Owner.MINE, DeadlineKind.DATA, "reply_to_them")
    assert data.due == data.act_by == march(11)  # the 9th is off for the 8th of March


def test_the_date_they_set_is_acted_on_by_the_last_working_day_before_it() -> None:
    event = on(4, EventKind.ANSWERED, answer=Answer.ASKED, due=march(9))
    data = only(customary(event, WAITING, TEN_DAYS, RU))
    assert (data.rule, data.due, data.late_after, data.act_by) == (
        "given",
        march(9),
        march(9),
        march(6),
    )


def test_in_a_call_in_which_they_ask_the_date_is_for_me() -> None:
    event = on(2, EventKind.CALL, answer=Answer.ASKED, due=march(6))
    answer, data = customary(event, DRAFT, TEN_DAYS, RU)
    assert (answer.kind, answer.due) == (DeadlineKind.ANSWER, march(12))
    assert (data.kind, data.due) == (DeadlineKind.DATA, march(6))


def test_an_agreed_next_contact_is_mine() -> None:
    contact = only(customary(on(4, EventKind.SENT, next_contact=march(8)), WAITING, TEN_DAYS, RU))
    assert (contact.owner, contact.kind, contact.rule) == (
        Owner.MINE,
        DeadlineKind.CONTACT,
        "agreed",
    )
    assert contact.due == contact.late_after == contact.act_by == march(8)


@pytest.mark.parametrize("kind", [EventKind.ASKED, EventKind.REFUSED, EventKind.ANSWERED])
def test_an_automatic_reply_starts_nothing_but_the_dates_it_names(kind: EventKind) -> None:
    assert customary(on(4, kind, automatic=True), WAITING, TEN_DAYS, RU) == ()
    named = on(4, kind, automatic=True, promise=march(8), next_contact=march(10))
    assert [d.rule for d in customary(named, WAITING, TEN_DAYS, RU)] == ["promise", "agreed"]


@pytest.mark.parametrize("kind", [EventKind.NOTE, EventKind.EVIDENCE])
def test_a_draft_and_a_closed_case_have_no_clocks(kind: EventKind) -> None:
    event = on(9, kind, promise=march(20), next_contact=march(21))
    closed = after(WAITING, on(8, EventKind.CLOSED, outcome=Outcome.UPHELD))
    for case in (DRAFT, closed):
        assert customary(event, case, TEN_DAYS, RU) == ()
    closing = on(9, EventKind.CLOSED, outcome=Outcome.UPHELD, promise=march(20))
    assert customary(closing, WAITING, TEN_DAYS, RU) == ()


def test_a_case_closed_as_a_draft_is_a_draft_again() -> None:
    closed = after(DRAFT, on(2, EventKind.CLOSED, outcome=Outcome.WITHDRAWN))
    event = on(3, EventKind.REOPENED, next_contact=march(5))
    assert customary(event, closed, TEN_DAYS, RU) == ()
    again = after(closed, event)
    assert (again.stage, again.deadlines) == (Stage.DRAFT, ())
