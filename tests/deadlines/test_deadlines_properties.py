"""What holds of every deadline, whatever the country and the year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tui.cases.deadline import Pause, Working
from tui.cases.errors import BadInput
from tui.cases.words import DeadlineKind
from tui.deadlines.arithmetic import mine, theirs, work_out
from tui.deadlines.calendars import calendar_for
from tui.deadlines.period import Period, Unit, parse_period
from tui.deadlines.rule import Roll
from tui.wording.wording import Wording

DAY = timedelta(days=1)
QUICK = settings(deadline=None, max_examples=150)  # the first question loads a library

countries = st.sampled_from(["", "RU", "GB", "GB-SCT", "DE-BY", "US", "KZ", "IL", "CN"])
starts = st.dates(date(2015, 1, 1), date(2035, 12, 31))
periods = st.builds(Period, st.integers(1, 40), st.sampled_from(Unit))
day_periods = st.builds(Period, st.integers(1, 90), st.sampled_from([Unit.CAL, Unit.WD, Unit.WEEK]))
rolls = st.sampled_from(Roll)


@st.composite
def pauses_near(draw: st.DrawFn, start: date) -> tuple[Pause, ...]:
    begins = draw(st.lists(st.integers(-5, 90), max_size=3))
    lengths = [draw(st.integers(0, 20)) for _ in begins]
    return tuple(
        Pause(start=start + DAY * begin, end=start + DAY * (begin + length))
        for begin, length in zip(begins, lengths, strict=True)
    )


def days_not_counted(working: Working) -> int:
    """As the docstring of work_out tells a person to add it up."""
    if working.period.endswith("wd"):
        return len(working.skipped)
    return sum(skipped.why == "paused" for skipped in working.skipped)


@QUICK
@given(starts, periods, countries, rolls)
def test_a_later_start_is_never_due_earlier(
    start: date, period: Period, country: str, roll: Roll
) -> None:
    calendar = calendar_for(country)
    due = work_out(start, period, calendar, roll=roll).due
    assert work_out(start + DAY, period, calendar, roll=roll).due >= due


@QUICK
@given(starts, day_periods, countries, rolls, st.data())
def test_nor_is_it_with_pauses(
    start: date, period: Period, country: str, roll: Roll, data: st.DataObject
) -> None:
    calendar, pauses = calendar_for(country), data.draw(pauses_near(start))
    due = work_out(start, period, calendar, roll=roll, pauses=pauses).due
    assert work_out(start + DAY, period, calendar, roll=roll, pauses=pauses).due >= due


@QUICK
@given(starts, periods, countries)
def test_the_previous_working_day_the_raw_end_and_the_next_stand_in_this_order(
    start: date, period: Period, country: str
) -> None:
    calendar = calendar_for(country)
    previous, none, unknown, following = (
        work_out(start, period, calendar, roll=roll)
        for roll in (Roll.PREVIOUS_WD, Roll.NONE, Roll.UNKNOWN, Roll.NEXT_WD)
    )
    assert previous.due <= none.due == unknown.due == none.raw_end <= following.due
    assert calendar.is_working(previous.due)
    assert calendar.is_working(following.due)
    assert (previous.due == following.due) == calendar.is_working(none.raw_end)


@QUICK
@given(starts, periods, countries, rolls, st.data())
def test_pauses_never_make_it_earlier(
    start: date, period: Period, country: str, roll: Roll, data: st.DataObject
) -> None:
    calendar, pauses = calendar_for(country), data.draw(pauses_near(start))
    dues = [
        work_out(start, period, calendar, roll=roll, pauses=pauses[:n]).due
        for n in range(len(pauses) + 1)
    ]
    assert dues == sorted(dues)


@QUICK
@given(starts, day_periods, countries, rolls, st.data())
def test_the_working_adds_up_again(
    start: date, period: Period, country: str, roll: Roll, data: st.DataObject
) -> None:
    calendar, pauses = calendar_for(country), data.draw(pauses_near(start))
    working = work_out(start, period, calendar, roll=roll, pauses=pauses)
    counted = working.counted * (7 if period.unit is Unit.WEEK else 1)
    assert start + DAY * (counted + days_not_counted(working)) == working.raw_end


@QUICK
@given(starts, periods, countries, rolls, st.data())
def test_each_skipped_day_stands_once_in_order_with_its_reason(
    start: date, period: Period, country: str, roll: Roll, data: st.DataObject
) -> None:
    calendar, pauses = calendar_for(country), data.draw(pauses_near(start))
    working = work_out(start, period, calendar, roll=roll, pauses=pauses)
    days = [skipped.date for skipped in working.skipped]
    assert days == sorted(set(days))
    for skipped in working.skipped:
        paused = any(p.start <= skipped.date <= p.end for p in pauses)
        assert skipped.why == "paused" if paused and skipped.date < working.raw_end else skipped.why
        assert paused or skipped.why == calendar.why_off(skipped.date) != ""
    if period.unit is not Unit.WD and roll in (Roll.NEXT_WD, Roll.UNKNOWN):
        passed = [day for day in days if day >= working.raw_end]
        assert passed == [working.raw_end + DAY * n for n in range(len(passed))]
        assert calendar.is_working(working.raw_end + DAY * len(passed))


@QUICK
@given(starts, periods, countries, rolls)
def test_theirs_is_never_late_before_it_is_due_and_mine_warns_not_after(
    start: date, period: Period, country: str, roll: Roll
) -> None:
    calendar = calendar_for(country)
    working = work_out(start, period, calendar, roll=roll)
    assume(working.due > start)
    owed = theirs(working, calendar, DeadlineKind.ANSWER, "rule", "step")
    assert owed.due <= owed.late_after
    assert calendar.is_working(owed.late_after) or roll is Roll.NONE
    assert (owed.rule, owed.step, owed.working) == ("rule", "step", working)
    my_own = mine(working, calendar, DeadlineKind.DATA, "rule")
    assert my_own.act_by is not None
    assert my_own.act_by <= min(working.due, working.raw_end)
    assert my_own.act_by >= start


@pytest.mark.parametrize(("text", "year"), [("3650wd", 2041), ("3650cal", 2036), ("3650w", 2096)])
def test_a_huge_period_gives_a_date(text: str, year: int) -> None:
    due = work_out(date(2026, 11, 22), parse_period(text), calendar_for("RU")).due
    assert due.year == year


def test_a_period_beyond_all_calendars_gives_a_sentence() -> None:
    with pytest.raises(BadInput) as error:
        work_out(date(2026, 11, 22), parse_period("3650m"), calendar_for("RU"))
    assert "from the year 2000 to 2199" in Wording("en").say(error.value.sentence)


@pytest.mark.parametrize("start", [date(1999, 12, 31), date(2199, 12, 30), date(9999, 12, 31)])
def test_a_date_out_of_reach_is_refused(start: date) -> None:
    with pytest.raises(BadInput):
        work_out(start, Period(5, Unit.WD), calendar_for("RU"))


def test_an_endless_pause_is_refused() -> None:
    pause = Pause(start=date(2026, 12, 1), end=date(9999, 12, 31))
    with pytest.raises(BadInput):
        work_out(date(2026, 11, 22), Period(30, Unit.CAL), calendar_for(""), pauses=(pause,))


def test_a_pause_that_ends_before_it_begins_is_refused() -> None:
    pause = Pause(start=date(2026, 12, 5), end=date(2026, 12, 1))
    with pytest.raises(BadInput) as error:
        work_out(date(2026, 11, 22), Period(30, Unit.CAL), calendar_for(""), pauses=(pause,))
    assert "from 5 December 2026 to 1 December 2026" in Wording("en").say(error.value.sentence)
