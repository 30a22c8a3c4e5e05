"""Moments, hours and periods that cannot be used, each with one sentence; never an endless loop."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from tui.cases.deadline import Pause
from tui.cases.errors import BadInput
from tui.deadlines.calendars import WeekendsOnly, calendar_for
from tui.deadlines.hours import Hours, parse_hours
from tui.deadlines.period import parse_period
from tui.deadlines.running_clock import run_clock
from tui.wording.wording import Wording

OFFICE, MOSCOW = "Mon-Fri 09:00-18:00", "Europe/Moscow"


def refusal(start: datetime, period: str, hours: Hours | None, *off: Pause) -> str:
    with pytest.raises(BadInput) as error:
        run_clock(start, parse_period(period), hours, calendar_for("RU"), off)
    return Wording("en").say(error.value.sentence)


NOON = datetime(2026, 11, 23, 12, tzinfo=ZoneInfo(MOSCOW))


def test_business_hours_need_hours() -> None:
    assert '--hours "Mon-Fri 09:00-18:00"' in refusal(NOON, "8bh", None)


def test_hours_that_never_open_are_refused() -> None:
    assert "never open" in refusal(NOON, "8bh", Hours(((),) * 7, ZoneInfo(MOSCOW)))


@pytest.mark.parametrize("hours", [None, parse_hours(OFFICE, MOSCOW)])
@pytest.mark.parametrize("period", ["1h", "1bh"])
def test_a_moment_without_a_zone_is_refused(period: str, hours: Hours | None) -> None:
    if period == "1h" or hours:
        assert "+03:00" in refusal(NOON.replace(tzinfo=None), period, hours)


@pytest.mark.parametrize("year", [1, 1999, 2200, 9999])
def test_a_moment_out_of_reach_is_refused(year: int) -> None:
    assert "2000 to 2199" in refusal(NOON.replace(year=year), "1h", None)


@pytest.mark.parametrize("moment", [datetime(1, 1, 1), datetime(9999, 12, 31, 23)])
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/New_York"])
def test_the_ends_of_all_calendars_are_refused(moment: datetime, zone: str) -> None:
    assert "2000 to 2199" in refusal(moment.replace(tzinfo=ZoneInfo(zone)), "1h", None)


def test_no_period_runs_past_the_known_years() -> None:
    new_year = datetime(2199, 12, 31, 22, tzinfo=ZoneInfo("UTC"))
    assert run_clock(new_year, parse_period("1h"), None, WeekendsOnly())[0].hour == 23
    assert "2000 to 2199" in refusal(new_year, "3h", None)


def test_a_clock_that_never_runs_again_is_refused() -> None:
    endless = Pause(start=date(2026, 11, 24), end=date(9999, 12, 31))
    assert "2000 to 2199" in refusal(NOON, "13h", None, endless)
    assert "2000 to 2199" in refusal(NOON, "8bh", parse_hours(OFFICE, MOSCOW), endless)
