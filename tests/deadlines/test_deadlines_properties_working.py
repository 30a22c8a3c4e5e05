"""A working can be added up again, and says what it is not sure of."""

from __future__ import annotations

from datetime import date
from functools import cache

import holidays
import pytest
from any_deadline import (
    DAY,
    MONTHS_AND_YEARS,
    Asked,
    asked,
    asked_with_pauses,
    countings,
    periods,
    rolls,
)
from day_by_day import length_of_month
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.cases.deadline import Working
from tui.cases.words import DeadlineKind
from tui.deadlines.arithmetic import theirs, work_out
from tui.deadlines.calendars import calendar_for
from tui.deadlines.period import Period, Unit, parse_period
from tui.deadlines.rule import Counting, Roll

ASKED = settings(max_examples=300)
YEARS = st.dates(date(2015, 1, 1), date(2035, 12, 31))


def added_up(working: Working) -> date:
    """As the docstring of work_out tells a person to check it by hand."""
    period = parse_period(working.period)
    skipped = sum(day.why == "paused" for day in working.skipped)
    if period.unit is Unit.WD:
        skipped = len(working.skipped)
    if period.unit in MONTHS_AND_YEARS:
        months = period.count * (12 if period.unit is Unit.YEAR else 1)
        year, month = divmod(working.start.year * 12 + working.start.month - 1 + months, 12)
        last = length_of_month(year, month + 1)
        end = date(year, month + 1, min(working.start.day, last))
    else:
        end = working.start + DAY * period.count * (7 if period.unit is Unit.WEEK else 1)
    return end + DAY * (skipped - (working.counting == "inclusive"))


@ASKED
@given(asked_with_pauses())
def test_the_working_adds_up_again(it: Asked) -> None:
    working, period = it.worked_out(), it.period
    assert added_up(working) == working.raw_end
    assert (working.start, working.period, working.counted) == (it.start, str(period), period.count)
    assert (working.roll, working.counting, working.pauses) == (it.roll, it.counting, it.pauses)


@ASKED
@given(asked_with_pauses())
def test_each_skipped_day_stands_once_in_order_with_its_reason(it: Asked) -> None:
    working = it.worked_out()
    days = [skipped.date for skipped in working.skipped]
    assert days == sorted(set(days))
    for skipped in working.skipped:
        paused = any(p.start <= skipped.date <= p.end for p in it.pauses)
        on_the_way = skipped.date < working.raw_end
        reason = "paused" if paused and on_the_way else it.calendar.why_off(skipped.date)
        assert skipped.why == reason != ""


@ASKED
@given(asked())
def test_the_days_passed_by_the_roll_lead_from_the_raw_end_to_the_dates(it: Asked) -> None:
    working = it.worked_out()
    late_after = theirs(working, it.calendar, DeadlineKind.ANSWER, "x").late_after
    first, last = min(working.due, working.raw_end), max(late_after, working.raw_end)
    between = [first + DAY * n for n in range((last - first).days + 1)]
    passed = [s.date for s in working.skipped if s.date >= first]
    assert passed == (
        [] if it.roll is Roll.NONE else [d for d in between if it.calendar.why_off(d)]
    )


@cache
def last_year_with_moved_days(country: str) -> int:
    known = holidays.country_holidays(country, years=range(2015, 2050), language="en_US")
    return max(day.year for day, name in known.items() if "substituted from" in name)


@pytest.mark.parametrize("country", ["RU", "KZ"])
@ASKED
@given(YEARS, periods, rolls, countings)
def test_a_year_that_is_not_published_is_never_passed_over_in_silence(
    country: str, start: date, period: Period, roll: Roll, counting: Counting
) -> None:
    calendar, known = calendar_for(country), last_year_with_moved_days(country)
    working = work_out(start, period, calendar, roll=roll, counting=counting)
    asks = period.unit is Unit.WD or roll is not Roll.NONE
    last = theirs(working, calendar, DeadlineKind.ANSWER, "x").late_after
    doubted = asks and max(last, working.raw_end).year > known
    assert working.flags == (("calendar_unpublished",) if doubted else ())
    assert working.calendar == (country if asks else "")


@given(YEARS, periods, rolls, countings)
def test_no_country_is_never_passed_over_in_silence(
    start: date, period: Period, roll: Roll, counting: Counting
) -> None:
    flags = work_out(start, period, calendar_for(""), roll=roll, counting=counting).flags
    asks = period.unit is Unit.WD or roll is not Roll.NONE
    assert flags == (("weekends_only",) if asks else ())
