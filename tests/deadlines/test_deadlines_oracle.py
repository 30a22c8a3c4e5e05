"""Another way to the same dates: random questions, counted day by day."""

from __future__ import annotations

import os
import random
from datetime import date

import pytest
from day_by_day import COUNTINGS, LONGEST, PLACES, ROLLS, Question, Reckoned, any_question, reckon

from tui.cases.deadline import Pause
from tui.cases.words import DeadlineKind
from tui.deadlines.arithmetic import mine, theirs, work_out
from tui.deadlines.calendars import calendar_for
from tui.deadlines.period import Period, Unit
from tui.deadlines.rule import Counting, Roll

# UPHELD_ORACLE_PORTIONS=8 asks all 100,000.
PORTIONS, QUESTIONS = int(os.environ.get("UPHELD_ORACLE_PORTIONS", "1")), 12_500


def as_the_engine_says(asked: Question) -> Reckoned:
    calendar = calendar_for(asked.place)
    working = work_out(
        date.fromordinal(asked.start),
        Period(asked.count, Unit(asked.unit)),
        calendar,
        roll=Roll(asked.roll),
        counting=Counting(asked.counting),
        pauses=tuple(
            Pause(start=date.fromordinal(begin), end=date.fromordinal(end))
            for begin, end in asked.pauses
        ),
    )
    owed = theirs(working, calendar, DeadlineKind.ANSWER, "rule")
    my_own = mine(working, calendar, DeadlineKind.DATA, "rule")
    assert owed.due == my_own.due == working.due
    assert my_own.act_by
    return Reckoned(
        raw_end=working.raw_end.toordinal(),
        due=owed.due.toordinal(),
        late_after=owed.late_after.toordinal(),
        act_by=my_own.act_by.toordinal(),
        skipped=tuple(
            (day.date.toordinal(), "paused" if day.why == "paused" else "off")
            for day in working.skipped
        ),
    )


@pytest.mark.parametrize("portion", range(PORTIONS))
def test_the_engine_agrees_with_counting_day_by_day(portion: int) -> None:
    chance = random.Random(portion)
    for _ in range(QUESTIONS):
        asked = any_question(chance)
        assert as_the_engine_says(asked) == reckon(asked), asked


def test_the_questions_ask_about_everything() -> None:
    chance = random.Random(0)
    asked = [any_question(chance) for _ in range(QUESTIONS)]
    assert {question.place for question in asked} == set(PLACES)
    assert {question.unit for question in asked} == set(LONGEST)
    assert {question.counting for question in asked} == set(COUNTINGS) == set(Counting)
    assert {question.roll for question in asked} == set(ROLLS) == set(Roll)
    assert {len(question.pauses) for question in asked} == {0, 1, 2}
    assert {date.fromordinal(question.start).year for question in asked} == set(range(2015, 2036))
    clamped = [question for question in asked if date.fromordinal(question.start).day == 31]
    assert sum(question.unit == "m" for question in clamped) > 10
