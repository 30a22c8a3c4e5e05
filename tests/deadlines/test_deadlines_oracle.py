"""Another way to the same date: lists of days, written out and counted."""

from __future__ import annotations

import calendar as gregorian
from datetime import date, timedelta
from functools import cache

import holidays
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.cases.deadline import Pause
from tui.deadlines.arithmetic import work_out
from tui.deadlines.calendars import calendar_for
from tui.deadlines.period import Period, Unit
from tui.deadlines.rule import Roll

DAY = timedelta(days=1)
COUNTRIES = {"RU": None, "GB": "ENG", "DE": "BE", "US": "CA", "KZ": None, "IL": None}

country_codes = st.sampled_from(sorted(COUNTRIES))
starts = st.dates(date(2015, 1, 1), date(2035, 12, 31))
periods = st.builds(Period, st.integers(1, 60), st.sampled_from([Unit.CAL, Unit.WD]))
long_periods = st.builds(Period, st.integers(1, 12), st.sampled_from([Unit.WEEK, Unit.MONTH]))


@cache
def library(country: str) -> holidays.HolidayBase:
    return holidays.country_holidays(country, subdiv=COUNTRIES[country])


def works(country: str, day: date) -> bool:
    return library(country).is_working_day(day)


def same_date_of_month(start: date, months: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = gregorian.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))


def counted_out(start: date, period: Period, country: str, pause: Pause) -> date:
    if period.unit is Unit.WEEK:
        needed = period.count * 7
    elif period.unit is Unit.MONTH:
        needed = (same_date_of_month(start, period.count) - start).days
    else:
        needed = period.count
    days = [start + DAY * n for n in range(1, 500)]
    running = [day for day in days if not pause.start <= day <= pause.end]
    if period.unit is Unit.WD:
        running = [day for day in running if works(country, day)]
    return running[needed - 1]


def rolled(day: date, roll: Roll, country: str) -> date:
    around = [day + DAY * n for n in range(-30, 31)]
    working = [other for other in around if works(country, other)]
    if roll is Roll.NEXT_WD:
        return next(other for other in working if other >= day)
    if roll is Roll.PREVIOUS_WD:
        return next(other for other in reversed(working) if other <= day)
    return day


@settings(deadline=None, max_examples=300)
@given(
    starts,
    st.one_of(periods, long_periods),
    country_codes,
    st.sampled_from(Roll),
    st.integers(-10, 60),
    st.integers(0, 30),
)
def test_the_arithmetic_agrees_with_counting_on_the_fingers(
    start: date, period: Period, country: str, roll: Roll, begin: int, length: int
) -> None:
    pause = Pause(start=start + DAY * begin, end=start + DAY * (begin + length))
    region = COUNTRIES[country]
    calendar = calendar_for(f"{country}-{region}" if region else country)
    working = work_out(start, period, calendar, roll=roll, pauses=(pause,))
    raw_end = counted_out(start, period, country, pause)
    assert (working.raw_end, working.due) == (raw_end, rolled(raw_end, roll, country))


@settings(deadline=None, max_examples=300)
@given(starts, st.integers(1, 250), country_codes)
def test_working_days_are_counted_as_the_library_counts_them(
    start: date, count: int, country: str
) -> None:
    region = COUNTRIES[country]
    calendar = calendar_for(f"{country}-{region}" if region else country)
    due = work_out(start, Period(count, Unit.WD), calendar).due
    assert due == library(country).get_nth_working_day(start, count)
