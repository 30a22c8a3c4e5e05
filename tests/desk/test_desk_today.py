"""Today's lists: which case stands where, in which order, and who is never nagged."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from desk_story import NOW, Place, at, happens, opened
from dispute_story import Dispute
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.advice.action import Action
from tui.cases.words import DeadlineKind, EventKind, Stage
from tui.desk.desk import Desk
from tui.desk.views import TodayRow, TodayView

LISTS = ("broken", "due", "mine", "not_before")


def _where(view: TodayView) -> dict[str, list[int]]:
    return {n: [r.card.id for r in getattr(view, n)] for n in LISTS if getattr(view, n)}


def _called(desk: Desk, **texts: str) -> int:
    """A case in which I called on 20 November, two days ago."""
    case = opened(desk)
    return happens(desk, case.id, "call", at="2026-11-20", **texts).id


def test_drafts_and_closed_cases_are_in_no_list(desk: Desk) -> None:
    opened(desk)
    closed = _called(desk, promise="2026-11-20")
    happens(desk, closed, "closed", outcome="withdrawn")
    assert _where(desk.today()) == {}
    assert not desk.today().anything_late
    assert desk.today().ready == 1
    desk.edit(1, {"details": ""})
    assert desk.today().ready == 0


def test_a_draft_behind_which_my_time_runs_out_is_mine() -> None:
    """Seven days from 20 November end on the 27th; a Friday."""
    dispute = Dispute("ru-shop", "2026-11-22", "RU", dates="delivery=2026-11-20")
    view = dispute.desk.today()
    (row,) = view.mine
    assert (row.deadline and row.deadline.due, row.next.step) == (date(2026, 11, 27), "refusal")
    assert view.ready == 0
    assert dispute.on("2026-11-28").desk.today().mine == ()
    assert dispute.desk.today().ready == 1


@pytest.mark.parametrize(
    ("promise", "list_", "late"),
    [
        ("2026-11-21", "broken", True),
        ("2026-11-22", "due", False),
        ("2026-11-23", "due", False),
        ("2026-11-29", "due", False),
    ],
)
def test_a_promise(desk: Desk, promise: str, list_: str, late: bool) -> None:
    case = _called(desk, promise=promise)
    view = desk.today()
    assert _where(view) == {list_: [case]}
    (row,) = getattr(view, list_)
    assert row.deadline.kind is DeadlineKind.PROMISE
    assert row.deadline.due == date.fromisoformat(promise)
    assert view.anything_late is late


def test_what_is_due_in_more_than_a_week_waits(desk: Desk) -> None:
    _called(desk, promise="2026-11-30")
    assert _where(desk.today()) == {}


def test_a_broken_promise_comes_before_what_i_owe(desk: Desk) -> None:
    case = _called(desk, promise="2026-11-21")
    happens(desk, case, "received")
    happens(desk, case, "asked", due="2026-11-24", at="2026-11-20")
    case = _called(desk, promise="2026-11-21", next_contact="2026-11-22")
    assert _where(desk.today())["broken"] == [case]


def test_what_they_asked_for_is_mine_from_the_first_day(desk: Desk) -> None:
    case = _called(desk)
    happens(desk, case, "asked", due="2026-12-30")
    (row,) = desk.today().mine
    assert row.deadline is not None
    assert (row.deadline.kind, row.next.action) == (DeadlineKind.DATA, Action.REPLY)


def test_what_i_owe_may_be_late_too(desk: Desk) -> None:
    case = _called(desk)
    happens(desk, case, "asked", due="2026-11-20", at="2026-11-20")
    assert _where(desk.today()) == {"mine": [case]}
    assert desk.today().anything_late


def test_what_they_wrote_is_mine_to_judge(desk: Desk) -> None:
    case = _called(desk)
    happens(desk, case, "received")
    (row,) = desk.today().mine
    assert (row.deadline, row.next.action) == (None, Action.JUDGE)


def test_an_agreed_next_contact_is_never_nagged(desk: Desk) -> None:
    case = _called(desk, next_contact="2026-11-25", due="2026-11-23")
    view = desk.today()
    assert _where(view) == {"not_before": [case]}
    (row,) = view.not_before
    assert row.deadline is not None
    assert (row.deadline.kind, row.next.action) == (DeadlineKind.CONTACT, Action.WAIT)
    assert row.next.on == row.deadline.due == date(2026, 11, 25)


def test_nor_is_one_agreed_upon_although_they_are_late(desk: Desk) -> None:
    """The list says what the advice says: wait, as agreed. The mark on the board stays."""
    case = _called(desk, next_contact="2026-11-25", promise="2026-11-21")
    assert _where(desk.today()) == {"not_before": [case]}
    assert not desk.today().anything_late
    assert desk.board().late == 1


def test_on_the_agreed_day_it_is_mine(desk: Desk) -> None:
    case = _called(desk, next_contact="2026-11-22")
    (row,) = desk.today().mine
    assert (row.card.id, row.next.action) == (case, Action.CONTACT)


@pytest.mark.parametrize("kind", ["received", "refused", "asked"])
def test_an_agreement_hides_nothing_that_i_must_do_before(desk: Desk, kind: str) -> None:
    case = _called(desk)
    happens(desk, case, kind, due="2026-11-24" if kind == "asked" else "")
    happens(desk, case, "note", next_contact="2026-12-05")
    (row,) = desk.today().mine
    assert row.next.action is not Action.WAIT
    assert row.deadline is None or row.deadline.kind is DeadlineKind.DATA


def test_a_paused_case_is_not_due(desk: Desk) -> None:
    case = _called(desk, due="2026-11-23")
    happens(desk, case, "paused")
    assert _where(desk.today()) == {}
    happens(desk, case, "resumed")
    assert _where(desk.today()) == {"due": [case]}


def test_the_longest_late_and_the_nearest_come_first(desk: Desk) -> None:
    days = ("2026-11-21", "2026-11-20", "2026-11-25", "2026-11-22")
    cases = [_called(desk, promise=day) for day in days]
    assert _where(desk.today()) == {"broken": [cases[1], cases[0]], "due": [cases[3], cases[2]]}
    owed = [_called(desk), _called(desk), _called(desk)]
    for case, day in zip(owed, ("2026-11-30", "2026-11-25", ""), strict=True):
        happens(desk, case, "asked" if day else "received", due=day)
    assert _where(desk.today())["mine"] == [owed[1], owed[0], owed[2]]


def test_the_day_is_that_of_each_company() -> None:
    place = Place()
    desk = place.desk(at("2026-11-20 09:00"))
    for zone in ("Asia/Vladivostok", "Europe/Lisbon", "America/Los_Angeles"):
        case = opened(desk, timezone=zone)
        happens(desk, case.id, "call", promise="2026-11-22")
    evening = place.desk(at("2026-11-22 18:00")).today()
    assert _where(evening) == {"broken": [1], "due": [2, 3]}
    morning = place.desk(at("2026-11-23 06:00")).today()
    assert _where(morning) == {"broken": [1, 2], "due": [3]}
    assert [row.today.day for row in (*morning.broken, *morning.due)] == [23, 23, 22]


KINDS = ("sent", "call", "received", "refused", "asked", "promise", "paused", "note", "escalated")
EVENT = st.tuples(
    st.sampled_from(KINDS),
    st.sampled_from(["", "+1d", "+5d", "+30d"]),
    st.sampled_from(["", "+2d", "+20d"]),
)


@settings(deadline=None)
@given(story=st.lists(EVENT, max_size=6), days=st.integers(min_value=0, max_value=40))
def test_a_case_stands_in_one_list_at_most(story: list[tuple[str, str, str]], days: int) -> None:
    place = Place()
    desk = place.desk()
    case = happens(desk, opened(desk).id, "sent")
    for kind, date_, contact in story:
        if kind == "escalated" and _has_just_climbed(desk, case.id):
            continue  # no climb is recorded twice on a day
        texts = {"due": date_, "next_contact": contact}
        texts |= {"promise": date_ or "+3d"} if kind == "promise" else {}
        happens(desk, case.id, kind, anyway=True, step="complaint" * (kind == "escalated"), **texts)
    later = place.desk(NOW + timedelta(days=days))
    view = later.today()
    rows = [(name, row) for name in LISTS for row in getattr(view, name)]
    assert len(rows) <= 1
    for name, row in rows:
        _as_it_should(name, row)
    if not rows:
        assert later.card(case.id).stage is not Stage.MY_MOVE
        assert not later.card(case.id).late(view.today)


def _has_just_climbed(desk: Desk, case_id: int) -> bool:
    last = desk.case(case_id).last_contact
    return last is not None and last.kind is EventKind.ESCALATED


def _as_it_should(name: str, row: TodayRow) -> None:
    assert (name == "not_before") == (
        row.card.not_before is not None
        and row.card.not_before > row.today
        and row.next.action is Action.WAIT
    )
    if name == "broken":
        assert row.deadline in row.card.late(row.today)
    if name == "due":
        assert row.deadline is not None
        assert row.today <= row.deadline.late_after


def test_the_board_names_the_date_that_today_names(desk: Desk) -> None:
    agreed = _called(desk, due="2026-11-25", next_contact="2026-11-27")
    written = _called(desk, due="2026-11-26")
    happens(desk, written, "received", at="2026-11-21", text="We look into it")
    view = desk.today()
    assert _where(view) == {"not_before": [agreed], "mine": [written]}
    told = {row.card.id: row.deadline for row in (*view.not_before, *view.mine)}
    assert {case.id: case.deadline for case in desk.listed()} == told
    assert {number: row and row.due for number, row in told.items()} == {
        agreed: date(2026, 11, 27),
        written: None,
    }
