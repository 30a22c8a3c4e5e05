"""What cannot be worked out is refused with one sentence."""

from __future__ import annotations

from datetime import date

import pytest

from tui.cases.deadline import Pause
from tui.cases.errors import BadInput
from tui.deadlines.arithmetic import work_out
from tui.deadlines.calendars import calendar_for
from tui.deadlines.period import Period, Unit, parse_period
from tui.wording.wording import Wording


@pytest.mark.parametrize(("text", "year"), [("3650wd", 2041), ("3650cal", 2036), ("3650w", 2096)])
def test_a_huge_period_gives_a_date(text: str, year: int) -> None:
    due = work_out(date(2026, 11, 22), parse_period(text), calendar_for("RU")).due
    assert due.year == year


@pytest.mark.parametrize("text", ["3650m", "3650y"])
def test_a_period_beyond_all_calendars_gives_a_sentence(text: str) -> None:
    with pytest.raises(BadInput) as error:
        work_out(date(2026, 11, 22), parse_period(text), calendar_for("RU"))
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


@pytest.mark.parametrize("text", ["8h", "30min", "8bh", "30bmin"])
def test_hours_are_not_counted_from_a_day(text: str) -> None:
    with pytest.raises(BadInput) as error:
        work_out(date(2026, 11, 22), parse_period(text), calendar_for("RU"))
    assert "give the time too" in Wording("en").say(error.value.sentence)
