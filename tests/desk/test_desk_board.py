"""The board: columns, order, marks, and the sums in its title."""

from __future__ import annotations

from datetime import date

import pytest
from desk_story import Place, at, happens, opened
from msgspec.structs import replace

from tui.cases.words import Stage, Urgency
from tui.desk.board.query_fields import FIELDS
from tui.desk.board.standing import card_view
from tui.desk.desk import Desk
from tui.desk.views import BoardView, Mark


def _ids(view: BoardView) -> dict[Stage, list[int]]:
    return {c.stage: [card.id for card in c.cards] for c in view.columns if c.cards}


def _sent(desk: Desk, due: str = "", **facts: str) -> int:
    case = opened(desk, **facts)
    return happens(desk, case.id, "sent", at="2026-11-10", due=due).id


def test_an_empty_book(desk: Desk) -> None:
    view = desk.board()
    assert view.is_empty
    assert [column.stage for column in view.columns] == list(Stage)
    assert (view.late, view.due_today, view.my_move, view.hidden) == (0, 0, 0, 0)


def test_each_case_stands_in_the_column_of_its_stage(place: Place) -> None:
    desk = place.desk()
    draft, waiting, mine, up, closed = (opened(desk).id for _ in range(5))
    for case in (waiting, mine, up, closed):
        happens(desk, case, "sent", at="2026-11-10")
    happens(desk, mine, "received")
    happens(desk, up, "refused")
    happens(desk, up, "escalated")
    happens(desk, closed, "closed", outcome="upheld")
    assert _ids(place.desk().board()) == {
        Stage.DRAFT: [draft],
        Stage.WAITING: [waiting],
        Stage.MY_MOVE: [mine],
        Stage.ESCALATED: [up],
        Stage.CLOSED: [closed],
    }


def test_late_comes_first_then_the_nearest_then_the_urgent_then_the_newest(desk: Desk) -> None:
    far = _sent(desk, "2026-12-20")
    low = _sent(desk, "2026-11-25", urgency="low")
    critical = _sent(desk, "2026-11-25", urgency="critical")
    older, newer = _sent(desk, "2026-11-24"), _sent(desk, "2026-11-24")
    late, later = _sent(desk, "2026-11-20"), _sent(desk, "2026-11-12")
    paused = _sent(desk, "2026-11-23")
    happens(desk, paused, "paused")
    order = [later, late, newer, older, critical, low, far, paused]
    assert _ids(desk.board())[Stage.WAITING] == order


def test_drafts_by_urgency_and_closed_by_the_day_they_were_closed(desk: Desk) -> None:
    drafts = {urgency: opened(desk, urgency=urgency.value).id for urgency in Urgency}
    again = opened(desk, urgency="low").id
    closed = [opened(desk).id for _ in range(3)]
    for case, day in zip(closed, ("2026-11-20", "2026-11-22", "2026-11-20"), strict=True):
        happens(desk, case, "closed", outcome="withdrawn", at=day)
    assert _ids(desk.board()) == {
        Stage.DRAFT: [drafts[u] for u in reversed(Urgency) if u is not Urgency.LOW]
        + [again, drafts[Urgency.LOW]],
        Stage.CLOSED: [closed[1], closed[2], closed[0]],
    }


@pytest.mark.parametrize(
    ("due", "mark"),
    [
        ("2026-11-21", Mark.LATE),
        ("2026-11-22", Mark.TODAY),
        ("2026-11-23", Mark.NONE),
    ],
)
def test_the_mark_of_what_they_owe(desk: Desk, due: str, mark: Mark) -> None:
    _sent(desk, due)
    (view,) = desk.listed()
    assert view.mark is mark
    assert view.deadline is not None
    assert str(view.deadline.due) == due


def test_of_several_late_ones_the_longest_late_is_shown(desk: Desk) -> None:
    case = _sent(desk, "2026-11-20")
    happens(desk, case, "promise", promise="2026-11-15", at="2026-11-12")
    (view,) = desk.listed()
    assert view.deadline is not None
    assert str(view.deadline.due) == "2026-11-15"


def test_a_paused_clock_is_neither_late_nor_today(desk: Desk) -> None:
    case = _sent(desk, "2026-11-22")
    happens(desk, case, "paused")
    (view,) = desk.listed()
    assert view.mark is Mark.NONE
    assert view.deadline is not None
    assert view.deadline.paused_on


def test_what_i_owe_warns_on_the_last_safe_day() -> None:
    """They want it by Sunday: whoever sends it on Friday is certainly in time."""
    place = Place()
    desk = place.desk()
    happens(desk, opened(desk).id, "sent")
    happens(desk, 1, "asked", due="2026-11-29")
    marks = {}
    for day in (26, 27, 29, 30):
        (view,) = place.desk(at(f"2026-11-{day} 12:00")).listed()
        marks[day] = view.mark
    assert marks == {26: Mark.MINE, 27: Mark.TODAY, 29: Mark.TODAY, 30: Mark.LATE}


def test_the_sums_of_the_title(desk: Desk) -> None:
    for due in ("2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"):
        _sent(desk, due)
    for kind in ("received", "refused", "answered"):
        happens(desk, _sent(desk, "2026-12-20"), kind, answer="partly" * (kind == "answered"))
    opened(desk)
    view = desk.board()
    assert (view.late, view.due_today, view.my_move) == (2, 1, 3)
    assert str(view.today) == "2026-11-22"


def test_a_query_hides_the_others_and_what_presses_is_counted_all_the_same(desk: Desk) -> None:
    _sent(desk, "2026-11-20", subject="Roaming")
    _sent(desk, "2026-11-20", subject="Parcel")
    opened(desk, subject="Roaming again")
    view = desk.board("roaming is:late")
    assert _ids(view) == {Stage.WAITING: [1]}
    assert (view.late, view.hidden, view.query) == (2, 2, "roaming is:late")
    nothing = desk.board("elephant")
    assert (_ids(nothing), nothing.hidden, nothing.is_empty) == ({}, 3, False)


def test_what_a_window_wrote_the_other_sees_when_it_looks(place: Place) -> None:
    desk, other = place.desk(), place.desk()
    assert other.board().is_empty
    opened(desk)
    assert other.board().is_empty
    assert other.look_again()
    assert _ids(other.board()) == {Stage.DRAFT: [1]}
    assert not other.look_again()


def test_what_is_put_off_sinks_below_what_waits_for_me(desk: Desk) -> None:
    for _ in range(3):
        opened(desk)
    desk.snooze((2,), "2026-12-04", reply=False)
    assert _ids(desk.board()) == {Stage.DRAFT: [3, 1, 2]}


@pytest.mark.parametrize(
    ("day", "mark", "found"),
    [
        ("2026-11-20", Mark.TODAY, {"20.11"}),
        ("2026-11-22", Mark.NONE, {"20.11", "24.11"}),
        ("2026-11-24", Mark.TODAY, {"20.11", "24.11"}),
        ("2026-11-25", Mark.LATE, {"20.11", "24.11"}),
    ],
)
def test_between_the_first_day_and_the_last_nothing_is_due_today(
    desk: Desk, day: str, mark: Mark, found: set[str]
) -> None:
    """By 20 November, or as late as the 24th: the card names that one when the first is past."""
    _sent(desk, "2026-11-20")
    (card,), today = [view.card for view in desk.listed()], date.fromisoformat(day)
    theirs = replace(card.deadlines[0], late_after=date(2026, 11, 24))
    card = replace(card, deadlines=(theirs,))
    assert card_view(card, today).mark is mark
    asked = {on: FIELDS["due"](":", on) for on in ("20.11", "22.11", "24.11", "25.11")}
    assert {on for on, is_so in asked.items() if is_so(card, today)} == found
