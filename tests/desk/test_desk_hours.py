"""A time counted in hours is late when it is over, and not only the day after."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from desk_story import Place, happens, opened

from tui.advice.next_action import Action
from tui.cases.words import DeadlineState
from tui.desk.desk import Desk
from tui.desk.views import Mark
from tui.wording.wording import Wording

LONDON = ZoneInfo("Europe/London")


def window(place: Place, time: str) -> Desk:
    return place.desk(datetime.fromisoformat(f"2026-11-24 {time}").replace(tzinfo=LONDON))


@pytest.fixture
def asked() -> Place:
    """A ticket of the highest severity, opened on Tuesday at 10:00: an hour to answer."""
    place = Place()
    desk = window(place, "10:00")
    case = opened(desk, timezone="Europe/London", country="GB-ENG")
    happens(desk, case.id, "sent", channel="form", rule="vendors.redhat.premium.p1")
    return place


def test_it_runs_until_its_hour(asked: Place) -> None:
    desk = window(asked, "10:59")
    (view,) = desk.board().columns[1].cards
    assert (view.mark, view.deadline is not None) == (Mark.TODAY, True)
    assert view.deadline is not None
    assert Wording("en").until(view.deadline, date(2026, 11, 24)) == "today 11:00"
    assert desk.next_action(1).action is Action.WAIT


def test_after_it_they_are_late_at_once_and_the_ladder_opens(asked: Place) -> None:
    desk = window(asked, "11:01")
    (view,) = desk.board().columns[1].cards
    assert view.mark is Mark.LATE
    assert view.deadline is not None
    assert Wording("en").until(view.deadline, date(2026, 11, 24)) == "late since 11:00"
    assert [row.card.id for row in desk.today().broken] == [1]
    assert [v.card.id for v in desk.listed("is:late")] == [1]
    assert {r.step.id: r.state.value for r in desk.ladder(1)}["complaint"] == "open"
    assert happens(desk, 1, "escalated", step="complaint").step == "complaint"


@pytest.mark.parametrize(("time", "state"), [("11:00", "met"), ("11:01", "missed")])
def test_an_answer_is_in_time_by_the_minute(asked: Place, time: str, state: str) -> None:
    case = happens(window(asked, time), 1, "answered", answer="partly")
    assert case.deadlines[0].state is DeadlineState(state)
