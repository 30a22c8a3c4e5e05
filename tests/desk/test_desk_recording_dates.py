"""Dates as they are typed: counted from the event, in the calendar of the company."""

from __future__ import annotations

from datetime import date, time

import pytest
from desk_story import happens, opened

from tui.cases.errors import BadInput
from tui.cases.words import DeadlineKind
from tui.desk.desk import Desk


@pytest.mark.parametrize(
    ("typed", "country", "day"),
    [
        ("2026-12-07", "PT", date(2026, 12, 7)),
        ("+3d", "PT", date(2026, 11, 25)),
        ("+2w", "PT", date(2026, 12, 6)),
        ("+1m", "PT", date(2026, 12, 22)),
        ("+10wd", "", date(2026, 12, 7)),  # 1 December is a holiday in Portugal, where I am
        ("+10wd", "PT", date(2026, 12, 7)),
        ("+10wd", "RU", date(2026, 12, 4)),
        (" +10WD ", "RU", date(2026, 12, 4)),
    ],
)
def test_a_promised_day(desk: Desk, typed: str, country: str, day: date) -> None:
    case = opened(desk, **({"country": country} if country else {}))
    assert happens(desk, case.id, "sent", promise=typed).timeline[-1].promise == day


def test_days_count_from_the_event_not_from_today(desk: Desk) -> None:
    case = opened(desk)
    event = happens(desk, case.id, "sent", at="2026-11-10", promise="+3d", due="+1w").timeline[-1]
    assert (event.promise, event.due) == (date(2026, 11, 13), date(2026, 11, 17))


def test_the_day_of_the_event_itself_may_be_promised(desk: Desk) -> None:
    case = opened(desk)
    event = happens(desk, case.id, "sent", at="2026-11-10", promise="2026-11-10").timeline[-1]
    assert event.promise == event.day


@pytest.mark.parametrize("name", ["promise", "due", "next_contact"])
def test_a_day_before_the_event_is_refused(desk: Desk, name: str) -> None:
    case = opened(desk)
    with pytest.raises(BadInput, match="before the event") as caught:
        happens(desk, case.id, "sent", at="2026-11-10", **{name: "2026-11-09"})
    assert caught.value.sentence.values["name"] == name


@pytest.mark.parametrize("name", ["promise", "due", "next_contact"])
@pytest.mark.parametrize("typed", ["2026-02-30", "soon", "+10", "12/01/2026", "2300-01-01", "+-3d"])
def test_what_is_no_day_is_refused(desk: Desk, name: str, typed: str) -> None:
    case = opened(desk)
    with pytest.raises(BadInput):
        happens(desk, case.id, "sent", **{name: typed})


@pytest.mark.parametrize(
    "typed",
    [
        *("someday", "2026-13-01", "2026-02-30", "2026-11-22 25:00", "+3d", "30.02.2026", "25:00"),
        *("1999-12-31", "2200-01-01", "0001-01-01T00:00+14:00", "9999-12-31T23:59-12:00"),
    ],
)  # fmt: skip
def test_what_is_no_moment_is_refused(desk: Desk, typed: str) -> None:
    case = opened(desk, timezone="Asia/Vladivostok")
    with pytest.raises(BadInput):
        happens(desk, case.id, "sent", at=typed)


def test_a_day_without_a_time_is_its_noon_and_today_is_now(desk: Desk) -> None:
    case = opened(desk)
    happens(desk, case.id, "note", at="2026-11-20")
    happens(desk, case.id, "note", at="2026-11-22")
    happens(desk, case.id, "note")
    past, today, now = desk.case(case.id).timeline
    assert (past.day, past.at.time()) == (date(2026, 11, 20), time(12))
    assert today.at == now.at == desk.moment()


def test_a_date_they_gave_is_late_the_day_after_it_and_says_where_it_is_from(desk: Desk) -> None:
    case = opened(desk)
    (answer, promise) = happens(desk, case.id, "sent", promise="+3d").open_deadlines
    assert (answer.kind, answer.rule) == (DeadlineKind.ANSWER, "general.request")
    assert answer.working is not None
    assert (promise.kind, promise.rule) == (DeadlineKind.PROMISE, "promise")
    assert promise.due == promise.late_after == date(2026, 11, 25)
