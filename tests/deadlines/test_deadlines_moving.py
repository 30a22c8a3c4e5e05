"""How their answer moves: pauses, and the day on which my letter reached them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace
from terms import customary

from tui.cases.case import Case
from tui.cases.deadline import Deadline
from tui.cases.event import Event
from tui.cases.lifecycle import apply
from tui.cases.words import Answer, Channel, DeadlineKind, DeadlineState, EventKind, Problem
from tui.deadlines.calendars import calendar_for
from tui.deadlines.period import Period, parse_period

RU = calendar_for("RU")
DRAFT = Case(company="Northbank", subject="Fee", problem=Problem.BILLING)


def after(*happened: tuple[int, EventKind, dict[str, object]], within: str = "10cal") -> Case:
    """A case of October 2026 after what happened on its days; 10cal from the 1st is the 11th."""
    case, period = DRAFT, parse_period(within)
    for day, kind, fields in happened:
        case = then(case, day, kind, period, **fields)
    return case


def then(case: Case, day: int, kind: EventKind, within: Period, **fields: object) -> Case:
    at = datetime(2026, 10, day, 12, tzinfo=UTC)
    event = Event(at=at, kind=kind, **fields)  # type: ignore[arg-type]
    return apply(case, replace(event, starts=customary(event, case, within, RU)))


def october(day: int) -> date:
    return date(2026, 10, day)


def answer_of_theirs(case: Case) -> Deadline:
    deadline = case.open_deadline(DeadlineKind.ANSWER)
    assert deadline is not None
    return deadline


SENT = (1, EventKind.SENT, {"step": "request"})
ASKED = (5, EventKind.ASKED, {})


@pytest.mark.parametrize("kind", [EventKind.SENT, EventKind.CALL, EventKind.RESUMED])
def test_the_days_on_which_they_waited_for_me_are_added(kind: EventKind) -> None:
    moved = answer_of_theirs(after(SENT, ASKED, (8, kind, {})))
    assert moved.due == october(14)
    assert (moved.rule, moved.step, moved.paused_on) == ("general.request", "request", None)
    assert moved.working is not None
    assert moved.working.start == october(1)
    assert [(p.start, p.end) for p in moved.working.pauses] == [(october(5), october(7))]
    assert [s.why for s in moved.working.skipped if s.date < moved.due] == ["paused"] * 3


def test_a_reply_after_the_old_date_is_no_miss_of_theirs() -> None:
    case = after(SENT, ASKED, (20, EventKind.SENT, {}))
    assert answer_of_theirs(case).due == october(26)
    missed = [d.kind for d in case.deadlines if d.state is DeadlineState.MISSED]
    assert missed == [DeadlineKind.DATA]  # that one was mine


def test_a_reply_on_the_same_day_moves_nothing() -> None:
    case = after(SENT, ASKED, (5, EventKind.SENT, {}))
    assert answer_of_theirs(case).due == october(11)
    assert answer_of_theirs(case).paused_on is None


def test_two_pauses_both_count() -> None:
    case = after(SENT, ASKED, (6, EventKind.SENT, {}), (8, EventKind.ASKED, {}))
    case = then(case, 10, EventKind.SENT, parse_period("10cal"))
    assert answer_of_theirs(case).due == october(14)


def test_asked_again_in_the_call_in_which_i_replied_the_clock_stops_again() -> None:
    case = after(SENT, ASKED, (20, EventKind.CALL, {"answer": Answer.ASKED}))
    standing = answer_of_theirs(case)
    assert (standing.paused_on, standing.due) == (october(20), october(26))
    case = then(case, 22, EventKind.SENT, parse_period("10cal"))
    assert answer_of_theirs(case).due == october(28)


def test_working_days_are_paused_as_working_days() -> None:
    case = after(SENT, ASKED, (12, EventKind.SENT, {}), within="10wd")
    assert answer_of_theirs(case).due == october(22)  # one week of pause


@pytest.mark.parametrize(
    ("fields", "rule"),
    [({"due": october(9)}, "given"), ({"due": october(9), "step": "x"}, "given")],
)
def test_a_given_date_moves_by_the_days_of_the_pause(fields: dict[str, object], rule: str) -> None:
    moved = answer_of_theirs(after((1, EventKind.SENT, fields), ASKED, (8, EventKind.SENT, {})))
    assert (moved.due, moved.late_after, moved.rule) == (october(12), october(12), rule)
    assert moved.working is not None
    assert (moved.working.due, len(moved.working.pauses)) == (october(12), 1)


def test_a_given_date_without_working_moves_too() -> None:
    case = after((1, EventKind.SENT, {"due": october(9)}), ASKED)
    bare = tuple(replace(d, working=None) for d in case.deadlines)
    moved = answer_of_theirs(then(replace(case, deadlines=bare), 8, EventKind.SENT, Period(1, "m")))  # type: ignore[arg-type]
    assert (moved.due, moved.late_after) == (october(12), october(12))


def test_a_new_date_of_mine_ends_the_pause() -> None:
    case = after(SENT, ASKED, (8, EventKind.SENT, {"due": october(30)}))
    assert (answer_of_theirs(case).due, answer_of_theirs(case).paused_on) == (october(30), None)


def test_when_they_asked_after_the_end_it_stays_late() -> None:
    case = after(SENT, (15, EventKind.ASKED, {}), (16, EventKind.SENT, {}))
    assert answer_of_theirs(case).due == october(11)
    assert answer_of_theirs(case).late_on(october(16))


@pytest.mark.parametrize("kind", [EventKind.DELIVERED, EventKind.REGISTERED])
@pytest.mark.parametrize("day", [4, 13])
def test_their_period_starts_when_my_letter_reached_them(kind: EventKind, day: int) -> None:
    case = after(SENT, (day, kind, {}))
    assert answer_of_theirs(case).due == october(day + 10)
    assert len(case.deadlines) == 1  # the old date was never the true one


def test_delivered_then_registered_the_later_counts() -> None:
    case = after(SENT, (3, EventKind.DELIVERED, {}), (6, EventKind.REGISTERED, {}))
    assert answer_of_theirs(case).due == october(16)


def test_delivery_moves_neither_given_nor_paused_nor_earlier_dates() -> None:
    given = after((1, EventKind.SENT, {"due": october(9)}), (4, EventKind.DELIVERED, {}))
    paused = after(SENT, ASKED, (6, EventKind.DELIVERED, {}))
    same_day = after(SENT, (1, EventKind.DELIVERED, {}))
    assert answer_of_theirs(given).due == october(9)
    assert (answer_of_theirs(paused).due, answer_of_theirs(paused).paused_on) == (
        october(11),
        october(5),
    )
    assert answer_of_theirs(same_day).due == october(11)


def test_the_delivery_of_a_reminder_gives_them_no_new_period() -> None:
    case = after(SENT, (20, EventKind.SENT, {}), (24, EventKind.DELIVERED, {}))
    assert answer_of_theirs(case).due == october(11)
    assert answer_of_theirs(case).late_on(october(24))


def test_a_reminder_on_another_channel_does_not_hide_the_letter_s_delivery() -> None:
    case = after(
        (1, EventKind.SENT, {"channel": Channel.LETTER}),
        (3, EventKind.SENT, {"channel": Channel.EMAIL}),
        (5, EventKind.DELIVERED, {"channel": Channel.LETTER}),
    )
    assert answer_of_theirs(case).due == october(15)


def test_an_extension_after_the_end_leaves_the_miss_in_the_history() -> None:
    case = after(SENT, (15, EventKind.EXTENDED, {"due": october(25)}))
    assert [d.state for d in case.deadlines] == [DeadlineState.MISSED, DeadlineState.OPEN]
    assert answer_of_theirs(case).due == october(25)
