"""Periods and days as a person types them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.cases.errors import BadInput
from tui.deadlines.calendars import WeekendsOnly, calendar_for
from tui.deadlines.period import LONGEST, Period, Unit, parse_period
from tui.deadlines.typed import parse_day
from tui.wording.wording import Wording

SUNDAY = date(2026, 11, 22)


def told(error: pytest.ExceptionInfo[BadInput]) -> str:
    return Wording("en").say(error.value.sentence)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("10cal", Period(10, Unit.CAL)),
        ("10d", Period(10, Unit.CAL)),
        ("15wd", Period(15, Unit.WD)),
        ("8w", Period(8, Unit.WEEK)),
        ("1m", Period(1, Unit.MONTH)),
        ("  3 WD ", Period(3, Unit.WD)),
        ("3650cal", Period(3650, Unit.CAL)),
    ],
)
def test_a_period_is_a_number_and_a_unit(text: str, period: Period) -> None:
    assert parse_period(text) == period


@given(st.integers(1, LONGEST), st.sampled_from(Unit))
def test_a_period_reads_as_it_is_written(count: int, unit: Unit) -> None:
    assert parse_period(str(Period(count, unit))) == Period(count, unit)


@pytest.mark.parametrize(
    "text",
    ["", "10", "wd", "-1wd", "+1wd", "1.5m", "10bd", "1z", "٣wd", "10 рдн", "10wd10wd", "1e3d"],
)
def test_anything_else_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(BadInput) as error:
        parse_period(text)
    assert f"“{text}” is not a period" in told(error)
    assert "15wd" in told(error)


@pytest.mark.parametrize("count", ["0", "3651", "999999999", "9" * 10_000])
def test_a_period_too_long_or_of_nothing_is_refused(count: str) -> None:
    with pytest.raises(BadInput) as error:
        parse_period(f"{count}d")
    assert "from 1 to 3650" in told(error)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-22", SUNDAY),
        (" 2024-02-29 ", date(2024, 2, 29)),
        ("+3d", date(2026, 11, 25)),
        ("+10wd", date(2026, 12, 4)),
        ("+2w", date(2026, 12, 6)),
        ("+1m", date(2026, 12, 22)),
    ],
)
def test_a_day_is_iso_or_counted_from_today(text: str, day: date) -> None:
    assert parse_day(text, SUNDAY, WeekendsOnly()) == day


def test_a_day_counted_in_working_days_knows_the_country() -> None:
    assert parse_day("+10wd", date(2026, 4, 27), calendar_for("RU")) == date(2026, 5, 13)


@pytest.mark.parametrize(
    "text", ["", "+soon", "+10", "20261122", "2026-W47-7", "2026-1-2", "2026-11-22T10:00"]
)
def test_a_day_in_another_form_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(BadInput) as error:
        parse_day(text, SUNDAY, WeekendsOnly())
    assert f"“{text}” is not a date. Write 30.11.2026, 2026-11-30" in told(error)


@pytest.mark.parametrize("text", ["2026-02-30", "2025-02-29", "2026-13-01", "0000-01-01"])
def test_an_impossible_day_is_refused(text: str) -> None:
    with pytest.raises(BadInput) as error:
        parse_day(text, SUNDAY, WeekendsOnly())
    assert f"no day {text}" in told(error)


@pytest.mark.parametrize("text", ["1999-12-31", "2200-01-01", "9999-12-31", "+3650m", "+3650w"])
def test_a_day_out_of_reach_is_refused(text: str) -> None:
    today = SUNDAY if "m" in text else date(2190, 1, 1)
    with pytest.raises(BadInput) as error:
        parse_day(text, today, WeekendsOnly())
    assert "from the year 2000 to 2199" in told(error)
