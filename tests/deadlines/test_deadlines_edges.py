"""Smallest examples of what was wrong once: dates at the edges of a period and of a calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from tui.cases.errors import BadInput
from tui.cases.words import DeadlineKind, Owner
from tui.deadlines.applying import deadline_of, work_out_rule
from tui.deadlines.arithmetic import mine, work_out
from tui.deadlines.calendars import WeekendsOnly, calendar_for
from tui.deadlines.counting import run
from tui.deadlines.period import parse_period
from tui.deadlines.rule import Combine, Counting, Part, Roll, Rule, StartsOn
from tui.deadlines.terms import Terms

WEEKENDS = WeekendsOnly()


def of_mine(period: str, **fields: object) -> Terms:
    made = {"owner": Owner.MINE, "roll": Roll.NONE, **fields}
    return Terms(Rule(id="x.test", period=parse_period(period), **made), WEEKENDS)  # type: ignore[arg-type]


def either(period: str, other: str, combine: Combine) -> Terms:
    part = Part(StartsOn.PAYMENT, parse_period(other))
    return of_mine(period, owner=Owner.THEIRS, combine=combine, parts=(part,))


def test_a_start_that_counts_is_doubted_too() -> None:
    second_january = date(2026, 1, 2)  # off in Scotland alone; elsewhere it is the first day
    working = work_out(
        second_january, parse_period("1wd"), calendar_for("GB"), counting=Counting.INCLUSIVE
    )
    assert working.due == date(2026, 1, 5)
    assert working.flags == ("nation_unknown",)


def test_an_estimated_holiday_is_doubted() -> None:
    emirates = calendar_for("AE")
    assert emirates.why_off(date(2030, 2, 4)).endswith("(estimated)")
    assert work_out(date(2030, 2, 1), parse_period("5wd"), emirates).flags


def test_india_after_2035_is_doubted() -> None:
    assert work_out(date(2036, 1, 1), parse_period("5wd"), calendar_for("IN")).flags


def test_nepal_after_2035_is_doubted() -> None:
    assert work_out(date(2036, 1, 1), parse_period("5wd"), calendar_for("NP")).flags


def test_the_day_to_act_by_is_doubted_where_the_year_is_not_published() -> None:
    russia = calendar_for("RU")
    working = work_out(date(2030, 4, 25), parse_period("10cal"), russia, roll=Roll.NONE)
    deadline = mine(working, russia, DeadlineKind.WINDOW, "x")
    assert deadline.act_by == date(2030, 5, 3) != deadline.due
    assert deadline.working
    assert deadline.working.flags == ("calendar_unpublished",)


def test_what_must_arrive_is_not_posted_before_it_can_be() -> None:
    rule = of_mine("5cal", must_arrive=True)
    friday = date(2026, 11, 20)
    act_by = deadline_of(rule, work_out_rule(rule, friday), DeadlineKind.WINDOW).act_by
    assert act_by
    assert act_by >= friday


@pytest.mark.parametrize("roll", [Roll.UNKNOWN, Roll.PREVIOUS_WD])
def test_nothing_is_due_before_it_begins(roll: Roll) -> None:
    start = date(2026, 1, 1)  # to the 11th all days are off
    working = work_out(start, parse_period("7cal"), calendar_for("RU"), roll=roll)
    assert working.due >= start


def test_hours_are_no_days_and_no_months() -> None:
    with pytest.raises(BadInput, match="give the time too"):
        run(date(2026, 3, 20), parse_period("24h"), WEEKENDS)


def test_the_earlier_of_two_moments_of_one_day_counts() -> None:
    rule = either("10h", "2h", Combine.MIN)
    others = {StartsOn.PAYMENT: datetime(2026, 11, 23, 9, tzinfo=UTC)}
    working = work_out_rule(replace(rule, others=others), datetime(2026, 11, 23, 8, tzinfo=UTC))
    assert working.end_at == datetime(2026, 11, 23, 11, tzinfo=UTC)


@pytest.mark.parametrize("roll", [Roll.NEXT_WD, Roll.UNSAID])
def test_the_first_days_of_all_roll_forward(roll: Roll) -> None:
    saturday = date(2000, 1, 1)
    assert work_out(saturday, parse_period("1cal"), WEEKENDS, roll=roll).due.day in (2, 3)
