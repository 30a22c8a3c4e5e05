"""Workings of single dates, as a person reads them."""

from __future__ import annotations

from datetime import date

from tui.cases.deadline import Pause
from tui.deadlines.arithmetic import work_out
from tui.deadlines.calendars import calendar_for
from tui.deadlines.period import parse_period
from tui.deadlines.rule import Counting, Roll


def test_the_working_can_be_read_and_checked() -> None:
    working = work_out(
        date(2026, 4, 29),
        parse_period("10cal"),
        calendar_for("RU"),
        roll=Roll.NEXT_WD,
    )
    assert (working.start, working.period, working.counted) == (date(2026, 4, 29), "10cal", 10)
    assert [(s.date.day, s.why) for s in working.skipped] == [
        (9, "День Победы"),
        (10, "weekend"),
        (11, "День Победы (выходной)"),
    ]
    assert (working.roll, working.calendar, working.flags) == ("next_wd", "RU", ())
    assert (working.certainty, working.source) == ("practice", "")  # a rule tells its own


def test_the_working_names_every_day_not_counted_on_the_way() -> None:
    working = work_out(date(2026, 4, 29), parse_period("3wd"), calendar_for("RU"))
    assert [(s.date.isoformat(), s.why) for s in working.skipped] == [
        ("2026-05-01", "Праздник Весны и Труда"),
        ("2026-05-02", "weekend"),
        ("2026-05-03", "weekend"),
    ]


def test_a_disputed_roll_names_the_days_off_of_both_readings() -> None:
    roll, period = Roll.UNKNOWN, parse_period("30cal")
    working = work_out(date(2025, 12, 9), period, calendar_for("RU"), roll=roll)  # T9
    days = [skipped.date.isoformat() for skipped in working.skipped]
    assert days == ["2025-12-31", *(f"2026-01-{day:02}" for day in range(1, 12))]
    unsaid = work_out(date(2025, 12, 9), period, calendar_for("RU"))
    assert unsaid.roll == Roll.UNSAID
    assert [s.date.isoformat() for s in unsaid.skipped] == days[8:]


def test_the_start_itself_is_skipped_where_it_should_count_and_is_off() -> None:
    sunday = date(2026, 3, 1)
    working = work_out(sunday, parse_period("5wd"), calendar_for("US"), counting=Counting.INCLUSIVE)
    assert working.due == date(2026, 3, 6)
    assert [(s.date, s.why) for s in working.skipped] == [(sunday, "weekend")]
    assert working.counting == "inclusive"


def test_a_date_in_an_unpublished_year_carries_its_doubt() -> None:
    ru = calendar_for("RU")
    assert work_out(date(2034, 12, 20), parse_period("10wd"), ru).flags == ("calendar_unpublished",)
    assert work_out(date(2026, 3, 2), parse_period("10wd"), ru).flags == ()


def test_plain_dates_ask_no_calendar() -> None:
    working = work_out(date(2026, 4, 29), parse_period("8w"), calendar_for("RU"), roll=Roll.NONE)
    assert (working.calendar, working.flags, working.skipped) == ("", (), ())


def test_only_the_days_that_were_asked_are_doubted() -> None:
    britain, monday = calendar_for("GB"), date(2026, 3, 30)  # 6 April is off, but not in Scotland
    assert work_out(monday, parse_period("10wd"), britain).flags == ("nation_unknown",)
    assert work_out(monday, parse_period("10cal"), britain).flags == ()
    assert work_out(monday, parse_period("6cal"), britain).flags == ("nation_unknown",)


def test_a_paused_day_that_the_roll_passes_back_over_stays_a_paused_day() -> None:
    saturday = Pause(start=date(2026, 11, 28), end=date(2026, 11, 28))
    working = work_out(
        date(2026, 11, 26),
        parse_period("2cal"),
        calendar_for(""),
        roll=Roll.PREVIOUS_WD,
        pauses=(saturday,),
    )
    assert (working.raw_end, working.due) == (date(2026, 11, 29), date(2026, 11, 27))
    assert [s.why for s in working.skipped] == ["paused", "weekend"]
