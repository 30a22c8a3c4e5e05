"""What holds of every date, whatever the country and the year."""

from __future__ import annotations

from datetime import date

from any_deadline import (
    DAY,
    WithHoliday,
    countings,
    pauses_near,
    periods,
    places,
    plain_periods,
    rolls,
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
@given(starts, periods, places, rolls, countings)
def test_a_later_start_is_never_due_earlier(
    start: date, period: Period, place: str, roll: Roll, counting: Counting
) -> None:
    calendar = calendar_for(place)
    now, later = (
        work_out(day, period, calendar, roll=roll, counting=counting)
        for day in (start, start + DAY)
    )
    assert later.due >= now.due
    late, later_late = (theirs(working, calendar, KIND, "x") for working in (now, later))
    assert later_late.late_after >= late.late_after


@ASKED
@given(starts, plain_periods, places, rolls, countings, st.data())
def test_nor_is_it_with_pauses(
    start: date,
    period: Period,
    place: str,
    roll: Roll,
    counting: Counting,
    data: st.DataObject,
) -> None:
    calendar, pauses = calendar_for(place), data.draw(pauses_near(start))
    now, later = (
        work_out(day, period, calendar, roll=roll, counting=counting, pauses=pauses)
        for day in (start, start + DAY)
    )
    assert later.due >= now.due


@ASKED
@given(starts, periods, places, countings, rolls, st.data())
def test_one_more_holiday_never_makes_them_late_earlier(
    start: date,
    period: Period,
    place: str,
    counting: Counting,
    roll: Roll,
    data: st.DataObject,
) -> None:
    calendar = calendar_for(place)
    plain = work_out(start, period, calendar, roll=roll, counting=counting)
    holiday = start + DAY * data.draw(st.integers(-1, (plain.raw_end - start).days + 5))
    fewer = WithHoliday(calendar, holiday)
    worked = work_out(start, period, fewer, roll=roll, counting=counting)
    assert worked.raw_end >= plain.raw_end
    if roll not in (Roll.PREVIOUS_WD, Roll.UNKNOWN):
        assert worked.due >= plain.due
    if roll is not Roll.PREVIOUS_WD:
        late_after = theirs(worked, fewer, KIND, "x").late_after
        assert late_after >= theirs(plain, calendar, KIND, "x").late_after


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
@given(starts, periods, places, rolls, countings, st.data())
def test_a_pause_never_makes_anything_earlier(
    start: date,
    period: Period,
    place: str,
    roll: Roll,
    counting: Counting,
    data: st.DataObject,
) -> None:
    calendar, pauses = calendar_for(place), data.draw(pauses_near(start))
    worked = [
        work_out(start, period, calendar, roll=roll, counting=counting, pauses=pauses[:n])
        for n in range(len(pauses) + 1)
    ]
    owed = [theirs(working, calendar, KIND, "x") for working in worked]
    my_own = [mine(working, calendar, KIND, "x") for working in worked]
    for dates in (
        [working.raw_end for working in worked],
        [deadline.due for deadline in owed],
        [deadline.late_after for deadline in owed],
        [deadline.act_by for deadline in my_own if deadline.act_by],
    ):
        assert dates == sorted(dates)
        assert len(dates) == len(worked)


@ASKED
@given(starts, periods, places, rolls, countings, st.data())
def test_i_act_on_a_working_day_in_time(
    start: date,
    period: Period,
    place: str,
    roll: Roll,
    counting: Counting,
    data: st.DataObject,
) -> None:
    calendar, pauses = calendar_for(place), data.draw(pauses_near(start))
    working = work_out(start, period, calendar, roll=roll, counting=counting, pauses=pauses)
    act_by = mine(working, calendar, KIND, "x").act_by
    earliest = min(working.due, working.raw_end)
    since = [start + DAY * n for n in range((earliest - start).days + 1)]
    assert act_by == max(filter(calendar.is_working, since), default=earliest)


@ASKED
@given(starts, periods, places, rolls, countings)
def test_nobody_is_late_before_it_is_due(
    start: date, period: Period, place: str, roll: Roll, counting: Counting
) -> None:
    calendar = calendar_for(place)
    working = work_out(start, period, calendar, roll=roll, counting=counting)
    for owed in (theirs, mine):
        deadline = owed(working, calendar, KIND, "rule", "step")
        assert deadline.due == working.due <= deadline.late_after
        assert not deadline.late_on(deadline.late_after)
        assert deadline.late_on(deadline.late_after + DAY)
        assert (deadline.rule, deadline.step) == ("rule", "step")
        assert deadline.working
        assert set(working.flags) <= set(deadline.working.flags)
    rolls_on = roll not in (Roll.NONE, Roll.PREVIOUS_WD)
    assert calendar.is_working(deadline.late_after) or not rolls_on
