"""What holds of every date, whatever the country and the year."""

from __future__ import annotations

from datetime import date

from any_deadline import (
    DAY,
    Asked,
    WithHoliday,
    asked,
    asked_with_pauses,
    countings,
    periods,
    places,
    plain_periods,
    starts,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.cases.words import DeadlineKind
from tui.deadlines.arithmetic import mine, theirs, work_out
from tui.deadlines.calendars import calendar_for
from tui.deadlines.period import Period
from tui.deadlines.rule import Counting, Roll

ASKED = settings(max_examples=300)
KIND = DeadlineKind.ANSWER


@ASKED
@given(asked())
def test_a_later_start_is_never_due_earlier(it: Asked) -> None:
    now, later = it.worked_out(), it.worked_out(start=it.start + DAY)
    assert later.due >= now.due
    late, later_late = (theirs(working, it.calendar, KIND, "x") for working in (now, later))
    assert later_late.late_after >= late.late_after


@ASKED
@given(asked_with_pauses(plain_periods))
def test_nor_is_it_with_pauses(it: Asked) -> None:
    assert it.worked_out(start=it.start + DAY).due >= it.worked_out().due


@ASKED
@given(asked(), st.data())
def test_one_more_holiday_never_makes_them_late_earlier(it: Asked, data: st.DataObject) -> None:
    plain = it.worked_out()
    holiday = it.start + DAY * data.draw(st.integers(-1, (plain.raw_end - it.start).days + 5))
    fewer = WithHoliday(it.calendar, holiday)
    worked = it.worked_out(fewer)
    assert worked.raw_end >= plain.raw_end
    if it.roll not in (Roll.PREVIOUS_WD, Roll.UNKNOWN):
        assert worked.due >= plain.due
    if it.roll is not Roll.PREVIOUS_WD:
        late_after = theirs(worked, fewer, KIND, "x").late_after
        assert late_after >= theirs(plain, it.calendar, KIND, "x").late_after


@ASKED
@given(starts, periods, places, countings)
def test_the_previous_working_day_the_raw_end_and_the_next_stand_in_this_order(
    start: date, period: Period, place: str, counting: Counting
) -> None:
    calendar = calendar_for(place)
    worked = {
        roll: work_out(start, period, calendar, roll=roll, counting=counting) for roll in Roll
    }
    due = {roll: working.due for roll, working in worked.items()}
    assert {working.raw_end for working in worked.values()} == {due[Roll.NONE]}
    assert due[Roll.PREVIOUS_WD] <= due[Roll.NONE] == due[Roll.UNSAID] <= due[Roll.NEXT_WD]
    assert calendar.is_working(due[Roll.NEXT_WD])
    works = calendar.is_working(due[Roll.NONE])
    assert (due[Roll.NONE] == due[Roll.NEXT_WD]) == works
    first = start if counting is Counting.INCLUSIVE else start + DAY
    span = range((due[Roll.NONE] - first).days + 1)
    if any(calendar.is_working(first + DAY * n) for n in span):
        assert calendar.is_working(due[Roll.PREVIOUS_WD])
    else:  # there is no way back that does not lead before the start
        assert due[Roll.PREVIOUS_WD] == due[Roll.NONE]
    disputed = theirs(worked[Roll.UNKNOWN], calendar, KIND, "x")
    assert (disputed.due, disputed.late_after) == (due[Roll.PREVIOUS_WD], due[Roll.NEXT_WD])
    unsaid = theirs(worked[Roll.UNSAID], calendar, KIND, "x")
    assert (unsaid.due, unsaid.late_after) == (due[Roll.NONE], due[Roll.NEXT_WD])


@ASKED
@given(asked_with_pauses())
def test_a_pause_never_makes_anything_earlier(it: Asked) -> None:
    worked = [it.worked_out(pauses=it.pauses[:n]) for n in range(len(it.pauses) + 1)]
    owed = [theirs(working, it.calendar, KIND, "x") for working in worked]
    my_own = [mine(working, it.calendar, KIND, "x") for working in worked]
    for dates in (
        [working.raw_end for working in worked],
        [deadline.due for deadline in owed],
        [deadline.late_after for deadline in owed],
        [deadline.act_by for deadline in my_own if deadline.act_by],
    ):
        assert dates == sorted(dates)
        assert len(dates) == len(worked)


@ASKED
@given(asked_with_pauses())
def test_i_act_on_a_working_day_in_time(it: Asked) -> None:
    working = it.worked_out()
    act_by = mine(working, it.calendar, KIND, "x").act_by
    earliest = min(working.due, working.raw_end)
    since = [it.start + DAY * n for n in range((earliest - it.start).days + 1)]
    assert act_by == max(filter(it.calendar.is_working, since), default=earliest)


@ASKED
@given(asked())
def test_nobody_is_late_before_it_is_due(it: Asked) -> None:
    working = it.worked_out()
    for owed in (theirs, mine):
        deadline = owed(working, it.calendar, KIND, "rule", "step")
        assert deadline.due == working.due <= deadline.late_after
        assert not deadline.late_on(deadline.late_after)
        assert deadline.late_on(deadline.late_after + DAY)
        assert (deadline.rule, deadline.step) == ("rule", "step")
        assert deadline.working
        assert set(working.flags) <= set(deadline.working.flags)
    rolls_on = it.roll not in (Roll.NONE, Roll.PREVIOUS_WD)
    assert it.calendar.is_working(deadline.late_after) or not rolls_on
