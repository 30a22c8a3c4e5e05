"""Dated examples: computed from the sources and counted again by hand."""

from __future__ import annotations

from datetime import date

import pytest

from tui.cases.deadline import Pause
from tui.cases.words import DeadlineKind
from tui.deadlines.arithmetic import mine, theirs, work_out
from tui.deadlines.calendars import calendar_for
from tui.deadlines.period import parse_period
from tui.deadlines.rule import Roll


@pytest.mark.parametrize(
    ("start", "period", "country", "roll", "raw_end", "due"),
    [
        pytest.param("2026-11-22", "10cal", "RU", "next_wd", "2026-12-02", "2026-12-02", id="T1"),
        pytest.param("2026-04-29", "10cal", "RU", "next_wd", "2026-05-09", "2026-05-12", id="T3"),
        pytest.param("2026-02-26", "10cal", "RU", "next_wd", "2026-03-08", "2026-03-10", id="T5"),
        pytest.param("2026-04-27", "10wd", "RU", "next_wd", "2026-05-13", "2026-05-13", id="T7"),
        pytest.param("2026-05-13", "5wd", "RU", "next_wd", "2026-05-20", "2026-05-20", id="T7+5"),
        pytest.param(
            "2025-12-09", "30cal", "RU", "previous_wd", "2026-01-08", "2025-12-30", id="T9"
        ),
        pytest.param("2026-10-01", "30cal", "RU", "next_wd", "2026-10-31", "2026-11-02", id="T11"),
        pytest.param("2026-01-31", "1m", "DE", "next_wd", "2026-02-28", "2026-03-02", id="T15"),
        pytest.param("2026-11-27", "1m", "DE", "next_wd", "2026-12-27", "2026-12-28", id="T17"),
        pytest.param(
            "2026-11-27", "1m", "GB-ENG", "next_wd", "2026-12-27", "2026-12-29", id="T17e"
        ),
        pytest.param("2026-11-25", "1m", "GB-ENG", "next_wd", "2026-12-25", "2026-12-29", id="T19"),
        pytest.param("2025-12-19", "20wd", "GB", "none", "2026-01-22", "2026-01-22", id="T21"),
        pytest.param("2025-12-19", "20wd", "GB-ENG", "none", "2026-01-21", "2026-01-21", id="T21e"),
        pytest.param("2026-03-20", "8w", "GB", "none", "2026-05-15", "2026-05-15", id="T23-8w"),
        pytest.param("2026-04-10", "6w", "GB", "none", "2026-05-22", "2026-05-22", id="T23-6w"),
        pytest.param("2026-08-31", "6m", "GB", "none", "2027-02-28", "2027-02-28", id="T25"),
        pytest.param("2026-07-10", "30cal", "US", "none", "2026-08-09", "2026-08-09", id="T31"),
        pytest.param("2025-04-30", "10wd", "RU", "none", "2025-05-20", "2025-05-20", id="ru-may"),
        pytest.param("2024-04-26", "1wd", "RU", "none", "2024-04-27", "2024-04-27", id="saturday"),
        pytest.param("2024-01-31", "1m", "RU", "none", "2024-02-29", "2024-02-29", id="leap"),
    ],
)
def test_the_date_is_that_of_the_example(
    start: str, period: str, country: str, roll: str, raw_end: str, due: str
) -> None:
    working = work_out(
        date.fromisoformat(start), parse_period(period), calendar_for(country), roll=Roll(roll)
    )
    assert (working.raw_end.isoformat(), working.due.isoformat()) == (raw_end, due)


def test_an_unknown_roll_is_due_on_the_raw_end_and_late_after_the_later_reading() -> None:
    calendar = calendar_for("RU")  # T9
    working = work_out(date(2025, 12, 9), parse_period("30cal"), calendar)
    deadline = theirs(working, calendar, DeadlineKind.ANSWER, "ru.59fz.answer")
    assert (deadline.due, deadline.late_after) == (date(2026, 1, 8), date(2026, 1, 12))
    assert [s.date.day for s in working.skipped] == [8, 9, 10, 11]


def test_my_own_deadline_warns_from_the_last_working_day_in_time() -> None:
    calendar = calendar_for("RU")  # T13
    working = work_out(date(2026, 12, 24), parse_period("7cal"), calendar, roll=Roll.NEXT_WD)
    deadline = mine(working, calendar, DeadlineKind.DATA, "ru.zpp.26.1.refuse")
    assert deadline.due == date(2027, 1, 11)
    assert deadline.act_by == date(2026, 12, 30)


def test_my_own_deadline_on_a_sunday_is_acted_on_by_friday() -> None:
    calendar = calendar_for("GB-ENG")  # T25
    working = work_out(date(2026, 8, 31), parse_period("6m"), calendar, roll=Roll.NONE)
    assert mine(working, calendar, DeadlineKind.DATA, "uk.fos.6m").act_by == date(2027, 2, 26)


def test_i_cannot_be_asked_to_act_before_the_period_begins() -> None:
    calendar = calendar_for("")
    saturday = date(2026, 11, 21)
    working = work_out(saturday, parse_period("1cal"), calendar, roll=Roll.NONE)
    assert mine(working, calendar, DeadlineKind.DATA, "x").act_by == date(2026, 11, 22)


def test_the_working_can_be_read_and_checked() -> None:
    working = work_out(
        date(2026, 4, 29),
        parse_period("10cal"),
        calendar_for("RU"),
        roll=Roll.NEXT_WD,
        certainty="A",
        source="ru.zpp.22",
    )
    assert (working.start, working.period, working.counted) == (date(2026, 4, 29), "10cal", 10)
    assert [(s.date.day, s.why) for s in working.skipped] == [
        (9, "День Победы"),
        (10, "weekend"),
        (11, "День Победы (выходной)"),
    ]
    assert (working.roll, working.calendar, working.flags) == ("next_wd", "RU", ())
    assert (working.certainty, working.source) == ("A", "ru.zpp.22")


def test_the_working_names_every_day_not_counted_on_the_way() -> None:
    working = work_out(date(2026, 4, 29), parse_period("3wd"), calendar_for("RU"))
    assert [(s.date.isoformat(), s.why) for s in working.skipped] == [
        ("2026-05-01", "Праздник Весны и Труда"),
        ("2026-05-02", "weekend"),
        ("2026-05-03", "weekend"),
    ]


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
