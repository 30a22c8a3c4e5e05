"""Another way to the same moment: minutes, looked at one by one on the clock of the zone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.cases.deadline import Pause
from tui.deadlines.calendars import calendar_for
from tui.deadlines.hours import Hours, parse_hours
from tui.deadlines.period import Period, Unit
from tui.deadlines.running_clock import run_clock

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)

# Near a day on which clocks change there (Apia left out 30 December 2011, the clocks of
# St John's went back at one minute past midnight, Lord Howe moves by half an hour), a working
# Saturday or a row of holidays. The calendar of the holidays is one of several all the same.
PLACES = [
    ("Europe/London", "2026-10-25", "GB-ENG"),
    ("Europe/London", "2026-03-29", "GB-ENG"),
    ("America/New_York", "2026-11-01", "US"),
    ("America/Sao_Paulo", "2018-11-04", "RU"),
    ("America/Sao_Paulo", "2018-02-18", ""),
    ("America/St_Johns", "2010-11-07", ""),
    ("Australia/Lord_Howe", "2026-04-05", "US"),
    ("Asia/Beirut", "2026-03-29", "IL"),
    ("Pacific/Apia", "2011-12-30", ""),
    ("Asia/Kathmandu", "2026-01-02", "RU"),
    ("Europe/Moscow", "2024-04-28", "RU"),
    ("Europe/Moscow", "2026-05-01", "RU"),
]
SOME_HOURS = [
    "24/7",
    "Mon-Fri 09:00-18:00",
    "9-13, 14-18; Sat 10-14",
    "daily 22-6",
    "daily 0:30-1:15, 1:45-2:30, 23:00-24:00",
    "Mon, Wed-Thu 0-24; Sun 1-3",
    "Sun-Thu 0:01-2, 8-12:30",
]

places = st.sampled_from(PLACES)
lengths = st.integers(1, 1200)
units = st.sampled_from([Unit.MINUTE, Unit.BUSINESS_MINUTE])
around = st.integers(-4 * 24 * 60, 3 * 24 * 60)
texts = st.sampled_from(SOME_HOURS)
eves = st.sampled_from([0, 60, 95])
gaps = st.lists(st.tuples(st.integers(-4, 9), st.integers(0, 4)), max_size=2)


def pauses_near(day: date, gaps: Sequence[tuple[int, int]]) -> tuple[Pause, ...]:
    begins = [(day + DAY * after, days) for after, days in gaps]
    return tuple(Pause(start=begin, end=begin + DAY * days) for begin, days in begins)


@cache
def open_minutes(hours: Hours, day: date, country: str) -> frozenset[int]:
    """The minutes of a day, counted from its midnight, in which they are open."""
    calendar = calendar_for(country)
    if str(hours) == "24/7":
        return frozenset(range(24 * 60))
    if calendar.why_off(day) not in ("", "weekend"):
        return frozenset()
    days_of_rest = (4, 5) if country == "IL" else (5, 6)
    times = hours.week[day.weekday()]
    if not times and calendar.is_working(day) and day.weekday() in days_of_rest:
        times = hours.week[0]
    rows = [
        range(opens.hour * 60 + opens.minute, closes.hour * 60 + closes.minute or 24 * 60)
        for opens, closes in times
    ]
    if rows and calendar.why_off(day + DAY) not in ("", "weekend"):
        rows[-1] = rows[-1][: max(0, len(rows[-1]) - hours.eve)]
    return frozenset(minute for row in rows for minute in row)


def counted_out(
    start: datetime, period: Period, hours: Hours, country: str, pauses: Sequence[Pause]
) -> tuple[datetime, list[date]]:
    left, at, days = period.count, start.astimezone(UTC), dict[date, int]()
    while True:
        clock = at.astimezone(hours.zone)
        day, minute = clock.date(), clock.hour * 60 + clock.minute
        runs = not any(pause.start <= day <= pause.end for pause in pauses)
        if period.unit is Unit.BUSINESS_MINUTE:
            runs = runs and minute in open_minutes(hours, day, country)
        days[day] = days.get(day, 0) + runs
        left -= runs
        at += MINUTE
        if not left:
            first = start.astimezone(hours.zone).date()
            return at, sorted(d for d, n in days.items() if not n and d not in (first, day))


@pytest.mark.parametrize("unit", [Unit.MINUTE, Unit.BUSINESS_MINUTE])
@settings(max_examples=300)
@given(places, around, lengths, texts, eves, gaps)
def test_the_clock_agrees_with_counting_minute_by_minute(
    unit: Unit,
    place: tuple[str, str, str],
    after: int,
    length: int,
    text: str,
    eve: int,
    gaps: Sequence[tuple[int, int]],
) -> None:
    zone, near, country = place
    day, hours, period = (
        date.fromisoformat(near),
        parse_hours(text, zone, eve),
        Period(length, unit),
    )
    start = datetime(day.year, day.month, day.day, tzinfo=UTC) + MINUTE * after
    pauses = pauses_near(day, gaps)
    expected, stood = counted_out(start, period, hours, country, pauses)
    end, skipped = run_clock(
        start.astimezone(ZoneInfo(zone)), period, hours, calendar_for(country), pauses
    )
    assert end.astimezone(UTC) == expected
    assert end.tzinfo is hours.zone
    assert [day.date for day in skipped] == stood


@settings(max_examples=200)
@given(places, around, st.integers(0, 3000), lengths, units, texts, gaps)
def test_a_later_start_never_ends_earlier(
    place: tuple[str, str, str],
    after: int,
    later: int,
    length: int,
    unit: Unit,
    text: str,
    gaps: Sequence[tuple[int, int]],
) -> None:
    zone, near, country = place
    day, hours, calendar = date.fromisoformat(near), parse_hours(text, zone), calendar_for(country)
    start = datetime(day.year, day.month, day.day, tzinfo=UTC) + MINUTE * after
    pauses, period = pauses_near(day, gaps), Period(length, unit)
    first, _ = run_clock(start, period, hours, calendar, pauses)
    second, _ = run_clock(start + MINUTE * later, period, hours, calendar, pauses)
    assert start < first.astimezone(UTC) <= second.astimezone(UTC)


@settings(max_examples=200)
@given(places, around, lengths, lengths, units, texts, gaps)
def test_two_periods_in_a_row_end_as_one(
    place: tuple[str, str, str],
    after: int,
    one: int,
    two: int,
    unit: Unit,
    text: str,
    gaps: Sequence[tuple[int, int]],
) -> None:
    zone, near, country = place
    day, hours, calendar = date.fromisoformat(near), parse_hours(text, zone), calendar_for(country)
    start = datetime(day.year, day.month, day.day, tzinfo=UTC) + MINUTE * after
    pauses = pauses_near(day, gaps)
    between, _ = run_clock(start, Period(one, unit), hours, calendar, pauses)
    end, _ = run_clock(between, Period(two, unit), hours, calendar, pauses)
    at_once, _ = run_clock(start, Period(one + two, unit), hours, calendar, pauses)
    assert end.astimezone(UTC) == at_once.astimezone(UTC)


@settings(max_examples=200)
@given(st.datetimes(datetime(2001, 1, 1), datetime(2190, 1, 1)), lengths, places)
def test_real_time_is_what_is_added(
    moment: datetime, length: int, place: tuple[str, str, str]
) -> None:
    start = moment.replace(tzinfo=ZoneInfo(place[0]))
    end, skipped = run_clock(start, Period(length, Unit.HOUR), None, calendar_for("RU"))
    assert end.astimezone(UTC) == start.astimezone(UTC) + timedelta(hours=length)
    assert (end.tzinfo, skipped) == (start.tzinfo, ())
