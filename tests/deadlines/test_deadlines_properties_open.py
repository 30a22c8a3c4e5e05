"""Smallest examples of what is wrong. Strict: each has to lose its mark when it is mended."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tui.cases.deadline import Working
from tui.cases.errors import BadInput
from tui.cases.words import DeadlineKind, Owner
from tui.deadlines.applying import Terms, deadline_of, work_out_again, work_out_rule
from tui.deadlines.arithmetic import mine, work_out
from tui.deadlines.calendars import WeekendsOnly, calendar_for
from tui.deadlines.counting import run
from tui.deadlines.period import parse_period
from tui.deadlines.rule import Combine, Counting, Part, Roll, Rule, StartsOn

WEEKENDS = WeekendsOnly()


def of_mine(period: str, **fields: object) -> Terms:
    made = {"owner": Owner.MINE, "roll": Roll.NONE, **fields}
    return Terms(Rule(id="x.test", period=parse_period(period), **made), WEEKENDS)  # type: ignore[arg-type]


def either(period: str, other: str, combine: Combine) -> Terms:
    part = Part(StartsOn.PAYMENT, parse_period(other))
    return of_mine(period, owner=Owner.THEIRS, combine=combine, parts=(part,))


@pytest.mark.xfail(
    strict=True, raises=AssertionError, reason="the day of the start is asked, but not doubted"
)
def test_a_start_that_counts_is_doubted_too() -> None:
    second_january = date(2026, 1, 2)  # off in Scotland alone; elsewhere it is the first day
    working = work_out(
        second_january, parse_period("1wd"), calendar_for("GB"), counting=Counting.INCLUSIVE
    )
    assert working.due == date(2026, 1, 5)
    assert working.flags == ("nation_unknown",)


@pytest.mark.xfail(
    strict=True, raises=AssertionError, reason="holidays by the moon are estimates: nothing says so"
)
def test_an_estimated_holiday_is_doubted() -> None:
    emirates = calendar_for("AE")
    assert emirates.why_off(date(2030, 2, 4)).endswith("(estimated)")
    assert work_out(date(2030, 2, 1), parse_period("5wd"), emirates).flags


@pytest.mark.xfail(
    strict=True,
    raises=UserWarning,
    reason="the library warns on the terminal, and the date is bare",
)
def test_india_after_2035_is_doubted() -> None:
    assert work_out(date(2036, 1, 1), parse_period("5wd"), calendar_for("IN")).flags


@pytest.mark.xfail(
    strict=True, raises=AssertionError, reason="of 32 days off the library has 6 from 2036 on"
)
def test_nepal_after_2035_is_doubted() -> None:
    assert work_out(date(2036, 1, 1), parse_period("5wd"), calendar_for("NP")).flags


@pytest.mark.xfail(
    strict=True,
    raises=AssertionError,
    reason="act_by asks a calendar of which the working knows nothing",
)
def test_the_day_to_act_by_is_doubted_where_the_year_is_not_published() -> None:
    russia = calendar_for("RU")
    working = work_out(date(2030, 4, 25), parse_period("10cal"), russia, roll=Roll.NONE)
    deadline = mine(working, russia, DeadlineKind.WINDOW, "x")
    assert deadline.act_by == date(2030, 5, 3) != deadline.due
    assert deadline.working
    assert deadline.working.flags == ("calendar_unpublished",)


@pytest.mark.xfail(
    strict=True, raises=AssertionError, reason="a week before the last day may lie before the first"
)
def test_what_must_arrive_is_not_posted_before_it_can_be() -> None:
    rule = of_mine("5cal", must_arrive=True)
    friday = date(2026, 11, 20)
    act_by = deadline_of(rule, work_out_rule(rule, friday), DeadlineKind.WINDOW).act_by
    assert act_by
    assert act_by >= friday


@pytest.mark.xfail(
    strict=True, raises=AssertionError, reason="a long row of holidays leads back over the start"
)
@pytest.mark.parametrize("roll", [Roll.UNKNOWN, Roll.PREVIOUS_WD])
def test_nothing_is_due_before_it_begins(roll: Roll) -> None:
    start = date(2026, 1, 1)  # to the 11th all days are off
    working = work_out(start, parse_period("7cal"), calendar_for("RU"), roll=roll)
    assert working.due >= start


@pytest.mark.xfail(
    strict=True, raises=AssertionError, reason="hours are counted as months: 2030-03-21"
)
def test_too_early_for_hours_is_no_time_of_years() -> None:
    rule = of_mine("6m", opens_after=parse_period("48h"))
    opens = work_out_rule(rule, date(2026, 3, 20)).opens
    assert opens
    assert opens < date(2026, 4, 1)


@pytest.mark.xfail(
    strict=True, raises=AssertionError, reason="run takes any unit it does not know for months"
)
def test_a_day_after_an_hour_is_no_month_later() -> None:
    assert run(date(2026, 3, 20), parse_period("24h"), WEEKENDS)[0] < date(2026, 4, 1)


@pytest.mark.xfail(
    strict=True, raises=AssertionError, reason="only the days are compared, not the moments"
)
def test_the_earlier_of_two_moments_of_one_day_counts() -> None:
    rule = either("10h", "2h", Combine.MIN)
    others = {StartsOn.PAYMENT: datetime(2026, 11, 23, 9, tzinfo=UTC)}
    working = work_out_rule(rule, datetime(2026, 11, 23, 8, tzinfo=UTC), others=others)
    assert working.end_at == datetime(2026, 11, 23, 11, tzinfo=UTC)


def counted_again(start: date) -> Working:
    rule, first = either("10cal", "20cal", Combine.MAX), date(2026, 11, 1)
    working = work_out_rule(rule, first, others={StartsOn.PAYMENT: first})
    assert (working.period, working.due) == ("20cal", date(2026, 11, 21))
    return work_out_again(working, start, WEEKENDS, pauses=())


@pytest.mark.xfail(
    strict=True,
    raises=AssertionError,
    reason="only the part that counted is known, and it is moved",
)
def test_of_two_periods_only_the_one_that_starts_later_moves() -> None:
    # The demand reached them on the 5th; the twenty days since the payment stay where they were.
    assert counted_again(date(2026, 11, 5)).due == date(2026, 11, 21)


@pytest.mark.xfail(strict=True, raises=AssertionError, reason="only the part that counted is known")
def test_counted_again_it_is_still_a_combined_one() -> None:
    again = counted_again(date(2026, 11, 1))
    assert (again.combine, len(again.parts)) == ("max", 2)


@pytest.mark.xfail(
    strict=True, raises=BadInput, reason="both rolls are looked for, though one is asked"
)
@pytest.mark.parametrize("roll", [Roll.NEXT_WD, Roll.UNSAID])
def test_the_first_days_of_all_roll_forward(roll: Roll) -> None:
    saturday = date(2000, 1, 1)
    assert work_out(saturday, parse_period("1cal"), WEEKENDS, roll=roll).due.day in (2, 3)
