"""Dated examples: computed from the sources and counted again by hand.

Each is a rule as its law has it, made here and not read from the files of rules.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from msgspec.structs import replace

from tui.cases.deadline import Deadline
from tui.cases.words import DeadlineKind, Owner
from tui.deadlines.applying import deadline_of, work_out_rule
from tui.deadlines.calendars import calendar_for
from tui.deadlines.hours import parse_hours
from tui.deadlines.period import parse_period
from tui.deadlines.rule import Bound, Combine, Counting, Part, Roll, Rule, StartsOn
from tui.deadlines.terms import Terms


def terms(calendar: str, period: str, roll: str = "none", **fields: object) -> Terms:
    made = {"owner": Owner.THEIRS, "certainty": "A", **fields}
    rule = Rule(id="x.test", period=parse_period(period), roll=Roll(roll), **made)  # type: ignore[arg-type]
    return Terms(rule, calendar_for(calendar))


def worked(rule: Terms, start: str, *, extended: bool = False) -> Deadline:
    working = work_out_rule(rule, date.fromisoformat(start), extended=extended)
    return deadline_of(rule, working, DeadlineKind.ANSWER)


# The day that starts it, the calendar, the rule; its raw end, when it is due, and the last
# day on which nobody is late.
THEIRS = {
    "T1": ("2026-11-22", "RU", "10cal next_wd", "2026-12-02", "2026-12-02", "2026-12-02"),
    "T3": ("2026-04-29", "RU", "10cal next_wd", "2026-05-09", "2026-05-12", "2026-05-12"),
    "T5": ("2026-02-26", "RU", "10cal next_wd", "2026-03-08", "2026-03-10", "2026-03-10"),
    "T7": ("2026-04-27", "RU", "10wd none", "2026-05-13", "2026-05-13", "2026-05-13"),
    "T9": ("2025-12-09", "RU", "30cal unknown", "2026-01-08", "2025-12-30", "2026-01-12"),
    "T9-unsaid": ("2025-12-09", "RU", "30cal unsaid", "2026-01-08", "2026-01-08", "2026-01-12"),
    "T11": ("2026-10-01", "RU", "30cal next_wd", "2026-10-31", "2026-11-02", "2026-11-02"),
    "T15": ("2026-01-31", "DE", "1m next_wd", "2026-02-28", "2026-03-02", "2026-03-02"),
    "T17": ("2026-11-27", "DE", "1m next_wd", "2026-12-27", "2026-12-28", "2026-12-28"),
    "T17-england": ("2026-11-27", "GB-ENG", "1m next_wd", "2026-12-27", "2026-12-29", "2026-12-29"),
    "T21": ("2025-12-19", "GB-ANY", "20wd none", "2026-01-22", "2026-01-22", "2026-01-22"),
    "T21-england": ("2025-12-19", "GB-ENG", "20wd none", "2026-01-21", "2026-01-21", "2026-01-21"),
    "T23-8w": ("2026-03-20", "GB", "8w none", "2026-05-15", "2026-05-15", "2026-05-15"),
    "T23-6w": ("2026-04-10", "GB", "6w none", "2026-05-22", "2026-05-22", "2026-05-22"),
    "T31-ack": ("2026-07-10", "US", "30cal none", "2026-08-09", "2026-08-09", "2026-08-09"),
    "T31-answer": ("2026-07-10", "US", "60cal none", "2026-09-08", "2026-09-08", "2026-09-08"),
    "worked-saturday": ("2024-04-26", "RU", "1wd none", "2024-04-27", "2024-04-27", "2024-04-27"),
    "leap-day": ("2024-01-31", "RU", "1m none", "2024-02-29", "2024-02-29", "2024-02-29"),
    "leap-year": ("2024-02-29", "RU", "1y none", "2025-02-28", "2025-02-28", "2025-02-28"),
}


@pytest.mark.parametrize("example", THEIRS)
def test_their_date_is_that_of_the_example(example: str) -> None:
    start, calendar, rule, *dates = THEIRS[example]
    deadline = worked(terms(calendar, *rule.split()), start)
    assert deadline.working
    found = [deadline.working.raw_end, deadline.due, deadline.late_after]
    assert [day.isoformat() for day in found] == dates
    assert (deadline.owner, deadline.act_by) == (Owner.THEIRS, None)


def test_t7_they_may_extend_by_five_working_days() -> None:
    rule = terms("RU", "10wd", extended_to=parse_period("15wd"))
    assert worked(rule, "2026-04-27", extended=True).due == date(2026, 5, 20)


def test_t13_my_own_date_warns_from_the_last_working_day_in_time() -> None:
    rule = terms("RU", "7cal", "next_wd", owner=Owner.MINE)
    deadline = worked(rule, "2026-12-24")
    assert deadline.working
    assert deadline.working.raw_end == date(2026, 12, 31)
    assert (deadline.due, deadline.act_by) == (date(2027, 1, 11), date(2026, 12, 30))


def test_t19_a_month_that_begins_on_the_day_ends_on_the_same_date() -> None:
    rule = terms("GB-ENG", "1m", "next_wd", counting=Counting.SAME_DATE)
    deadline = worked(rule, "2026-11-25")
    assert deadline.working
    assert deadline.working.raw_end == date(2026, 12, 25)
    assert deadline.due == deadline.late_after == date(2026, 12, 29)


def test_t23_both_weeks_are_those_after_which_one_may_go_on() -> None:
    for period, start, opens in (("8w", "2026-03-20", 16), ("6w", "2026-04-10", 23)):
        rule = terms("GB", period, owner=Owner.MINE, bound=Bound.OPENS)
        working = worked(rule, start).working
        assert working
        assert working.opens == date(2026, 5, opens)


def test_t25_six_months_end_on_the_last_of_february_and_i_act_by_friday() -> None:
    deadline = worked(terms("GB-ENG", "6m", owner=Owner.MINE), "2026-08-31")
    assert (deadline.due, deadline.act_by) == (date(2027, 2, 28), date(2027, 2, 26))
    assert deadline.late_after == deadline.due


def test_t27_the_day_of_receipt_counts() -> None:
    rule = terms("US", "30cal", counting=Counting.INCLUSIVE, extended_to=parse_period("45cal"))
    assert worked(rule, "2026-03-01").due == date(2026, 3, 30)
    assert worked(rule, "2026-03-01", extended=True).due == date(2026, 4, 14)


def test_t29_what_must_have_arrived_is_posted_a_week_before() -> None:
    rule = terms("US", "60cal", owner=Owner.MINE, must_arrive=True)
    deadline = worked(rule, "2026-09-15")
    assert (deadline.due, deadline.act_by) == (date(2026, 11, 14), date(2026, 11, 6))
    assert deadline.working
    assert "must_arrive" in deadline.working.flags
    posted = worked(terms("US", "60cal", owner=Owner.MINE), "2026-09-15")
    assert posted.act_by == date(2026, 11, 13)
    monday = worked(rule, "2026-09-17")
    assert (monday.due, monday.act_by) == (date(2026, 11, 16), date(2026, 11, 9))


def at_office(period: str, eve: int = 0) -> Deadline:
    rule = terms("RU", period)
    rule = Terms(rule.rule, rule.calendar, parse_hours("Mon-Fri 09:00-18:00", "Europe/Moscow", eve))
    working = work_out_rule(rule, datetime.fromisoformat("2026-04-30T15:00+03:00"))
    return deadline_of(rule, working, DeadlineKind.ANSWER)


@pytest.mark.parametrize(("eve", "hour"), [(0, 14), (60, 15)])
def test_t33_only_the_hours_in_which_they_are_open_count(eve: int, hour: int) -> None:
    deadline = at_office("8bh", eve)
    assert deadline.due_at == datetime.fromisoformat(f"2026-05-04T{hour}:00+03:00")
    assert deadline.due == deadline.late_after == date(2026, 5, 4)
    assert deadline.working
    skipped = [(day.date.day, day.why) for day in deadline.working.skipped]
    assert skipped == [(1, "Праздник Весны и Труда"), (2, "weekend"), (3, "weekend")]


def test_t35_an_hour_is_an_hour_though_the_clock_goes_back() -> None:
    rule = terms("GB-ENG", "1h")
    working = work_out_rule(rule, datetime.fromisoformat("2026-10-25T01:30+01:00"))
    due_at = deadline_of(rule, working, DeadlineKind.ANSWER).due_at
    assert due_at == datetime.fromisoformat("2026-10-25T01:30+00:00")
    london = Terms(rule.rule, rule.calendar, parse_hours("24/7", "Europe/London"))
    working = work_out_rule(london, datetime.fromisoformat("2026-10-25T01:30+01:00"))
    due_at = deadline_of(london, working, DeadlineKind.ANSWER).due_at
    assert due_at
    assert (f"{due_at:%H:%M %Z}", due_at.utcoffset()) == ("01:30 GMT", timedelta())


def test_i_cannot_be_asked_to_act_before_the_period_begins() -> None:
    deadline = worked(terms("", "1cal", owner=Owner.MINE), "2026-11-21")  # a Saturday
    assert deadline.act_by == date(2026, 11, 22)


@pytest.mark.parametrize(("combine", "due"), [("min", "2028-01-14"), ("max", "2028-01-15")])
def test_the_earlier_or_the_later_of_two(combine: str, due: str) -> None:
    part = Part(StartsOn.KNOWLEDGE, parse_period("3y"))
    rule = terms("GB-ENG", "6y", owner=Owner.MINE, combine=Combine(combine), parts=(part,))
    knew = {StartsOn.KNOWLEDGE: date(2025, 1, 15)}
    working = work_out_rule(replace(rule, others=knew), date(2022, 1, 14))
    assert working.due == date.fromisoformat(due)
    assert [part.due.isoformat() for part in working.parts] == ["2028-01-14", "2028-01-15"]
