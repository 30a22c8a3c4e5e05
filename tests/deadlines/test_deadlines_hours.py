"""Hours and minutes from a moment: dated examples, counted again by hand."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tui.cases.deadline import Pause
from tui.deadlines.calendars import WeekendsOnly, calendar_for
from tui.deadlines.hours import parse_hours
from tui.deadlines.period import Period, Unit, parse_period
from tui.deadlines.running_clock import run_clock

OFFICE = "Mon-Fri 09:00-18:00"
MOSCOW, LONDON, BERLIN = "Europe/Moscow", "Europe/London", "Europe/Berlin"
COUNTRIES = {MOSCOW: "RU", LONDON: "GB-ENG", BERLIN: "DE-BE", "Asia/Jerusalem": "IL"}


def ends(
    start: str, period: str, hours: str = OFFICE, zone: str = MOSCOW, eve: int = 0, *off: Pause
) -> str:
    at = datetime.fromisoformat(start).replace(tzinfo=ZoneInfo(zone))
    known = parse_hours(hours, zone, eve)
    end, _ = run_clock(at, parse_period(period), known, calendar_for(COUNTRIES[zone]), off)
    return f"{end:%Y-%m-%d %H:%M}"


def stood(start: str, period: str, hours: str, *off: Pause) -> list[tuple[str, str]]:
    at = datetime.fromisoformat(start).replace(tzinfo=ZoneInfo(MOSCOW))
    known = parse_hours(hours, MOSCOW)
    _, skipped = run_clock(at, parse_period(period), known, calendar_for("RU"), off)
    return [(f"{day.date:%m-%d}", day.why) for day in skipped]


def paused(first: str, last: str) -> Pause:
    return Pause(start=date.fromisoformat(first), end=date.fromisoformat(last))


@pytest.mark.parametrize(
    ("start", "period", "hours", "eve", "end"),
    [
        pytest.param("2026-04-30 15:00", "8bh", OFFICE, 0, "2026-05-04 14:00", id="T33"),
        pytest.param("2026-04-30 15:00", "8bh", OFFICE, 60, "2026-05-04 15:00", id="T33-eve"),
        pytest.param("2026-11-23 09:00", "9bh", OFFICE, 0, "2026-11-23 18:00", id="full-day"),
        pytest.param("2026-11-23 18:00", "1bmin", OFFICE, 0, "2026-11-24 09:01", id="closing"),
        pytest.param("2026-11-22 12:00", "1bh", OFFICE, 0, "2026-11-23 10:00", id="sunday"),
        pytest.param("2026-11-23 06:00", "1bh", OFFICE, 0, "2026-11-23 10:00", id="early"),
        pytest.param("2026-11-23 09:00", "18bh", OFFICE, 0, "2026-11-24 18:00", id="two-days"),
        pytest.param(
            "2026-11-23 12:30", "1bh", "9-13, 14-18", 0, "2026-11-23 14:30", id="lunch-between"
        ),
        pytest.param(
            "2026-11-23 12:30", "30bmin", "9-13, 14-18", 0, "2026-11-23 13:00", id="lunch"
        ),
        pytest.param(
            "2026-11-20 17:00", "3bh", "9-18; Sat 10-14", 0, "2026-11-21 12:00", id="open-saturday"
        ),
        pytest.param("2026-05-08 17:00", "2bh", "daily 9-18", 0, "2026-05-10 10:00", id="9-may"),
        pytest.param("2026-04-30 23:00", "2bh", "24/7", 60, "2026-05-01 01:00", id="always"),
        pytest.param("2026-11-23 23:00", "4bh", "22-6", 0, "2026-11-24 03:00", id="night"),
        pytest.param(
            "2026-04-30 23:00", "2bh", "daily 22-2", 0, "2026-05-02 01:00", id="night-off"
        ),
        pytest.param("2026-11-27 23:00", "1bh", "0-24", 0, "2026-11-28 00:00", id="until-midnight"),
    ],
)
def test_business_hours_count_while_they_are_open(
    start: str, period: str, hours: str, eve: int, end: str
) -> None:
    assert ends(start, period, hours, MOSCOW, eve) == end


@pytest.mark.parametrize(
    ("hours", "end"),
    [
        (OFFICE, "2024-04-27 10:00"),  # worked instead of Monday 29 April
        ("Mon-Fri 9-18; Sat 12-14", "2024-04-27 13:00"),  # its own hours come first
        ("Mon 10-19; Tue-Fri 9-18", "2024-04-27 11:00"),  # else those of the Monday
        ("Tue-Fri 9-18", "2024-05-02 10:00"),  # nobody comes on a Monday: nor on this day
    ],
)
def test_a_working_saturday_has_the_hours_of_its_monday(hours: str, end: str) -> None:
    assert ends("2024-04-26 18:00", "1bh", hours) == end


def test_a_sunday_that_always_works_has_only_hours_of_its_own() -> None:
    assert ends("2026-11-20 18:00", "1bh", OFFICE, "Asia/Jerusalem") == "2026-11-23 10:00"
    assert ends("2026-11-20 18:00", "1bh", "Sun-Thu 8-17", "Asia/Jerusalem") == "2026-11-22 09:00"


@pytest.mark.parametrize(
    ("start", "eve", "end"),
    [
        ("2026-05-08 17:00", 60, "2026-05-12 09:30"),  # 9 May has a name; the 11th is off for it
        ("2026-05-15 17:00", 60, "2026-05-15 17:30"),  # a weekend alone shortens nothing
        ("2026-05-08 13:00", 300, "2026-05-12 09:30"),  # and never by more than its interval
    ],
)
def test_the_day_before_a_holiday_is_shorter(start: str, eve: int, end: str) -> None:
    assert ends(start, "30bmin", "9-13, 14-18", MOSCOW, eve) == end


def test_only_the_last_interval_of_the_eve_is_shorter() -> None:
    assert ends("2026-05-08 12:00", "1bh", "9-13, 14-18", MOSCOW, 300) == "2026-05-08 13:00"


@pytest.mark.parametrize(
    ("start", "period", "hours", "end"),
    [
        ("2026-10-24 21:00", "5bh", "24/7", "2026-10-25 01:00"),  # 01:00 comes twice
        ("2026-10-24 21:00", "6bh", "24/7", "2026-10-25 02:00"),
        ("2026-10-25 00:00", "4bh", "daily 0-6", "2026-10-25 03:00"),
        ("2026-03-29 00:00", "4bh", "daily 0-6", "2026-03-29 05:00"),
        ("2026-03-29 00:00", "60bmin", "daily 1:30-2:30", "2026-03-30 02:00"),
        ("2026-10-24 12:00", "60bmin", "daily 1:15-1:45", "2026-10-25 01:45"),
    ],
)
def test_an_interval_is_as_long_as_it_really_is_when_clocks_change(
    start: str, period: str, hours: str, end: str
) -> None:
    assert ends(start, period, hours, LONDON) == end


def test_an_hour_of_real_time_ends_on_the_same_clock() -> None:
    start = datetime(2026, 10, 25, 1, 30, tzinfo=ZoneInfo(LONDON))  # T35
    end, skipped = run_clock(start, Period(1, Unit.HOUR), None, WeekendsOnly())
    assert (end.isoformat(), skipped) == ("2026-10-25T01:30:00+00:00", ())


def test_real_time_runs_through_nights_and_holidays() -> None:
    assert ends("2026-12-31 23:30", "36h") == "2027-01-02 11:30"
    assert ends("2026-12-31 23:30", "45min") == "2027-01-01 00:15"
    assert ends("2026-03-28 12:00", "24h", OFFICE, BERLIN) == "2026-03-29 13:00"


def test_the_end_is_told_where_they_are() -> None:
    start = datetime.fromisoformat("2026-11-23T16:30+03:00")
    hours = parse_hours(OFFICE, LONDON)
    for period in ("1h", "1bh"):
        end, _ = run_clock(start, parse_period(period), hours, calendar_for("GB-ENG"))
        assert (end.isoformat(), end.tzinfo) == ("2026-11-23T14:30:00+00:00", ZoneInfo(LONDON))


def test_seconds_are_kept() -> None:
    start = datetime(2026, 11, 23, 17, 59, 30, 5, ZoneInfo(MOSCOW))
    end, _ = run_clock(start, parse_period("1bmin"), parse_hours(OFFICE, MOSCOW), WeekendsOnly())
    assert end.replace(tzinfo=None) == datetime(2026, 11, 24, 9, 0, 30, 5)


@pytest.mark.parametrize("period", ["1h", "1bh"])
def test_nothing_counts_on_a_paused_day(period: str) -> None:
    off = paused("2026-11-24", "2026-11-25")
    half_an_hour_later = {"1h": "2026-11-26 00:30", "1bh": "2026-11-26 09:30"}
    start = {"1h": "2026-11-23 23:30", "1bh": "2026-11-23 17:30"}
    assert ends(start[period], period, OFFICE, MOSCOW, 0, off) == half_an_hour_later[period]
    within = ends("2026-11-24 10:00", period, OFFICE, MOSCOW, 0, off)
    assert within == {"1h": "2026-11-26 01:00", "1bh": "2026-11-26 10:00"}[period]


def test_each_day_on_which_the_clock_stood_is_told_with_its_reason() -> None:
    may_day, weekend = ("05-01", "Праздник Весны и Труда"), [("05-02", "weekend")]
    weekend.append(("05-03", "weekend"))
    assert stood("2026-04-30 15:00", "8bh", OFFICE) == [may_day, *weekend]
    assert stood("2026-04-30 15:00", "8bh", "24/7") == []
    assert stood("2026-04-30 15:00", "8bh", "Tue-Fri 9-18") == [
        may_day,
        *weekend,
        ("05-04", "closed"),
    ]
    off = paused("2026-04-30", "2026-05-02")
    assert stood("2026-04-29 15:00", "9bh", OFFICE, off) == [
        ("04-30", "paused"),
        ("05-01", "paused"),
        ("05-02", "paused"),
        ("05-03", "weekend"),
    ]
    assert stood("2026-04-29 15:00", "9h", OFFICE, off) == []
    assert stood("2026-04-29 15:00", "10h", OFFICE, off) == [
        ("04-30", "paused"),
        ("05-01", "paused"),
        ("05-02", "paused"),
    ]


def test_the_longest_period_ends() -> None:
    assert ends("2026-11-23 09:00", "3650h") == "2027-04-24 11:00"
    end = datetime.fromisoformat(ends("2026-11-23 09:00", "3650bmin", "Wed 9:00-10:00"))
    assert end - datetime(2026, 11, 23) > timedelta(weeks=60)
