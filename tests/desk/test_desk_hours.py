"""A time counted in hours is late when it is over, and not only the day after."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from desk_story import NOW, Place, happens, opened

from tui.advice.next_action import Action
from tui.cases.words import DeadlineState
from tui.clock import FixedClock
from tui.desk.desk import Desk
from tui.desk.figures.charts import sections
from tui.desk.views import Mark
from tui.settings.config import Config, Settings
from tui.wording.wording import Wording
from tui.wording.working import explain

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


def test_a_window_that_is_open_sees_the_hour_end(asked: Place) -> None:
    """Nobody changed anything meanwhile, and the card was looked at."""

    class Watch(FixedClock):
        minute = 59

        def now(self) -> datetime:
            return datetime(2026, 11, 24, 10, tzinfo=LONDON) + timedelta(minutes=self.minute)

    watch = Watch(NOW)
    desk = Desk(asked.store(watch), watch, Settings(config=Config(language="en", country="PT")))
    assert desk.board().columns[1].cards[0].mark is Mark.TODAY
    watch.minute = 61
    board = desk.board()
    assert (board.columns[1].cards[0].mark, board.late) == (Mark.LATE, 1)


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("2026-11-24 11:34", "They have been late since 11:00 today."),
        ("2026-11-25 09:00", "They are 1 day late."),
    ],
)
def test_urgency_calls_no_minutes_a_day(asked: Place, at: str, told: str) -> None:
    desk = asked.desk(datetime.fromisoformat(at).replace(tzinfo=LONDON))
    late = desk.case_view(1).urgency[0]
    assert (Wording("en").say(late.sentence), late.points) == (told, 30)


@pytest.mark.parametrize(("time", "state"), [("11:00", "met"), ("11:01", "missed")])
def test_an_answer_is_in_time_by_the_minute(asked: Place, time: str, state: str) -> None:
    case = happens(window(asked, time), 1, "answered", answer="partly")
    assert case.deadlines[0].state is DeadlineState(state)


def test_a_promise_of_the_same_day_names_no_hour_and_puts_off_none(asked: Place) -> None:
    happens(window(asked, "10:30"), 1, "promise", promise="2026-11-24")
    before = window(asked, "10:40").next_action(1)
    assert (before.action, "11:00" in Wording("en").say(before.sentence)) == (Action.WAIT, True)
    assert window(asked, "11:34").next_action(1).action is not Action.WAIT


def test_while_they_wait_for_me_their_minutes_stand_still(asked: Place) -> None:
    case = happens(window(asked, "10:20"), 1, "asked")
    assert not case.open_deadlines[0].late_on(date(2026, 11, 25))
    case = happens(window(asked, "10:30"), 1, "sent", text="The logs.")
    (answer,) = case.open_deadlines
    assert answer.due_at == datetime(2026, 11, 24, 11, 10, tzinfo=LONDON)
    assert answer.working
    told = "\n".join(explain(Wording("en"), answer))
    assert "stood still from Tue 24 Nov 2026, 10:20" in told
    happens(window(asked, "11:05"), 1, "asked")
    case = happens(window(asked, "11:25"), 1, "sent", text="More of them.")
    assert case.open_deadlines[0].due_at == datetime(2026, 11, 24, 11, 30, tzinfo=LONDON)
    case = happens(window(asked, "11:31"), 1, "asked")  # too late to ask
    assert window(asked, "11:31").board().columns[2].cards[0].mark is Mark.LATE


def test_a_critical_ticket_is_answered_within_the_hour(asked: Place) -> None:
    window(asked, "10:10").edit(1, {"urgency": "critical"})
    happens(window(asked, "10:20"), 1, "asked")
    english = Wording("en")
    told = window(asked, "10:25").next_action(1)
    assert english.say(told.sentence) == "reply by 11:20 on 24 November 2026"
    told = window(asked, "11:21").next_action(1)
    assert english.say(told.sentence) == "reply at once: the hour for it is over"
    assert "reply" in english.say(window(asked, "11:21").today().mine[0].next.sentence)


def test_ladder_plan_and_next_action_tell_the_hour(asked: Place) -> None:
    desk, english = window(asked, "10:30"), Wording("en")
    (rung,) = (r for r in desk.ladder(1) if r.state.value == "current")
    assert english.say(rung.reason) == "They must answer by 11:00 on 24 November 2026."
    assert rung.due_at is not None
    plan = desk.plan(1).steps[0]
    assert (plan.ends, plan.ends_at) == (date(2026, 11, 24), rung.due_at)
    said = english.say(desk.next_action(1).sentence)
    assert said == "wait for their answer until 11:00 on 24 November 2026"
    told = english.say(window(asked, "12:00").ladder(1)[0].reason)
    assert told == "They did not answer by 11:00 on 24 November 2026."


def test_a_time_that_ends_at_midnight_ends_with_its_day() -> None:
    place = Place()
    desk = window(place, "23:00")
    case = opened(desk, timezone="Europe/London", country="GB-ENG")
    happens(desk, case.id, "sent", channel="form", rule="vendors.redhat.premium.p1")
    said = Wording("en").say(desk.next_action(1).sentence)
    assert said == "wait for their answer until 24:00 on 24 November 2026"


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("2026-11-24 11:12", "! less than an hour late: their answer"),
        ("2026-11-24 13:05", "! 2 hours late: their answer"),
        ("2026-11-26 10:59", "! 47 hours late: their answer"),
        ("2026-11-26 11:00", "! 2 days late: their answer"),
    ],
)
def test_statistics_count_few_hours_as_hours(asked: Place, at: str, told: str) -> None:
    desk = asked.desk(datetime.fromisoformat(at).replace(tzinfo=LONDON))
    late = next(s for s in sections(Wording("en"), desk.statistics()) if s.title == "Late now")
    assert [measure.told for measure in late.measures] == [told]
