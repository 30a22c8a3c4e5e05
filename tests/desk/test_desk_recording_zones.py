"""The company's day and the company's clock, wherever I am, also in the nights of summer time."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from desk_story import LISBON, VLADIVOSTOK, Place, at, happens, opened
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tui.cases.errors import BadInput
from tui.clock import FixedClock
from tui.desk.desk import Desk
from tui.desk.views import Mark
from tui.store.contract import Change

BERLIN, LOS_ANGELES = ZoneInfo("Europe/Berlin"), ZoneInfo("America/Los_Angeles")
AFTERNOON = at("2026-11-22 16:00")  # in Vladivostok Monday has begun: 02:00
NIGHTS = [date(2026, 3, 29), date(2026, 10, 25)]  # Europe turns its clocks


def _case(desk: Desk, zone: ZoneInfo) -> int:
    return opened(desk, timezone=zone.key).id


def test_today_is_the_day_of_the_company(place: Place) -> None:
    desk = place.desk(AFTERNOON)
    case = _case(desk, VLADIVOSTOK)
    now = happens(desk, case, "note").timeline[-1]
    today = happens(desk, case, "note", at="2026-11-23").timeline[-1]
    assert (desk.day(), now.day) == (date(2026, 11, 22), date(2026, 11, 23))
    assert now.at == today.at == AFTERNOON
    stored = place.desk(AFTERNOON).case(case).timeline[0]
    assert stored.at.isoformat() == "2026-11-23T02:00:00+10:00"
    assert desk.case_view(case).today == date(2026, 11, 23)


def test_a_time_is_read_off_the_clock_on_their_wall() -> None:
    desk = Place().desk(AFTERNOON)
    case = _case(desk, VLADIVOSTOK)
    past = happens(desk, case, "note", at="2026-11-23 01:30").timeline[-1]
    assert past.at == AFTERNOON - timedelta(minutes=30)
    with pytest.raises(BadInput, match="lies ahead"):
        happens(desk, case, "note", at="2026-11-23 02:30")


def test_a_time_with_an_offset_is_turned_to_theirs() -> None:
    desk = Place().desk(AFTERNOON)
    event = happens(desk, _case(desk, VLADIVOSTOK), "note", at="2026-11-22T15:30Z").timeline[-1]
    assert (event.at.isoformat(), event.day) == ("2026-11-23T01:30:00+10:00", date(2026, 11, 23))


@pytest.mark.parametrize("ahead", ["2026-11-24", "2026-11-23 02:01", "2027-01-01 00:00"])
def test_what_lies_ahead_is_refused(ahead: str) -> None:
    desk = Place().desk(AFTERNOON)
    with pytest.raises(BadInput, match="lies ahead"):
        happens(desk, _case(desk, VLADIVOSTOK), "note", at=ahead)


def test_my_today_is_yesterday_there_and_cannot_be_promised_now() -> None:
    desk = Place().desk(AFTERNOON)
    with pytest.raises(BadInput, match="before the event"):
        happens(desk, _case(desk, VLADIVOSTOK), "sent", promise="2026-11-22")


@pytest.mark.parametrize("zone", [VLADIVOSTOK, LISBON, LOS_ANGELES], ids=str)
def test_late_is_the_day_after_there(zone: ZoneInfo) -> None:
    place = Place()
    desk = place.desk(at("2026-11-20 12:00"))
    case = _case(desk, zone)
    happens(desk, case, "call", promise="2026-11-23")
    midnight = at("2026-11-24 00:00", zone).astimezone(LISBON)
    assert _mark(place.desk(midnight - timedelta(minutes=1))) is Mark.TODAY
    assert not place.desk(midnight - timedelta(minutes=1)).today().broken
    assert _mark(place.desk(midnight)) is Mark.LATE
    assert [row.card.id for row in place.desk(midnight).today().broken] == [case]


@pytest.mark.parametrize("night", NIGHTS, ids=str)
@pytest.mark.parametrize("zone", [LISBON, BERLIN], ids=str)
def test_a_night_in_which_clocks_turn_ends_at_midnight(night: date, zone: ZoneInfo) -> None:
    place = Place()
    desk = place.desk(at(f"{night - timedelta(days=3)} 12:00"))
    case = _case(desk, zone)
    happens(desk, case, "call", promise=str(night))
    begins, ends = (at(f"{day} 00:00", zone) for day in (night, night + timedelta(days=1)))
    hours = (ends.timestamp() - begins.timestamp()) / 3600
    assert hours in (23, 25)
    moments = [datetime.fromtimestamp(begins.timestamp() + 600 * n, LISBON) for n in range(160)]
    for moment in moments:
        is_over = moment.timestamp() >= ends.timestamp()
        assert _mark(place.desk(moment)) is (Mark.LATE if is_over else Mark.TODAY)


def test_an_hour_that_comes_twice() -> None:
    desk = Place().desk(at("2026-10-25 02:30", BERLIN, fold=0))
    case = _case(desk, BERLIN)
    with pytest.raises(BadInput, match="lies ahead"):
        happens(desk, case, "note", at="2026-10-25 02:45")
    later = Place().desk(at("2026-10-25 02:30", BERLIN, fold=1))
    event = happens(later, _case(later, BERLIN), "note", at="2026-10-25 02:45").timeline[-1]
    assert event.at.isoformat() == "2026-10-25T02:45:00+02:00"


def test_days_are_counted_over_a_night_in_which_clocks_turn() -> None:
    desk = Place().desk(at("2026-10-24 23:50", BERLIN))
    event = happens(desk, _case(desk, BERLIN), "sent", promise="+1d").timeline[-1]
    assert event.promise == date(2026, 10, 25)


@settings(deadline=None)
@given(
    minutes=st.integers(min_value=0, max_value=2 * 365 * 24 * 60),
    zone=st.sampled_from([LISBON, BERLIN, VLADIVOSTOK, LOS_ANGELES]),
)
def test_what_is_typed_is_what_their_clock_showed(minutes: int, zone: ZoneInfo) -> None:
    wall = datetime(2024, 11, 1) + timedelta(minutes=minutes)
    desk = Place().desk(at("2026-11-22 16:00"))
    event = happens(desk, _case(desk, zone), "note", at=f"{wall:%Y-%m-%d %H:%M}").timeline[-1]
    assert event.at.replace(tzinfo=None) == wall
    assert event.at.utcoffset() == wall.replace(tzinfo=zone).utcoffset()
    assert event.day == wall.date()


def test_a_zone_that_this_machine_does_not_know_is_none(place: Place) -> None:
    """A book may come from a machine that knows more zones: better my day than no board."""
    desk = place.desk()
    case = _case(desk, VLADIVOSTOK)
    with place.store(FixedClock(AFTERNOON)).writing(Change(verb="import", at=AFTERNOON)) as book:
        book.put(replace(book.case(case), timezone="Asia/Atlantisgrad"))
    abroad = place.desk(AFTERNOON)
    assert abroad.case_view(case).today == date(2026, 11, 22)
    assert abroad.board().columns[0].cards[0].today == date(2026, 11, 22)
    assert happens(abroad, case, "note").timeline[-1].at == AFTERNOON


def _mark(desk: Desk) -> Mark:
    (view,) = desk.listed()
    return view.mark
