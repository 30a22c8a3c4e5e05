"""Working days in Russia, against the decrees day by day."""

from __future__ import annotations

from datetime import date

import pytest
from days_off import left_to_work, worked_in

from tui.deadlines.calendars import calendar_for

RU = calendar_for("RU")

# Weekdays off, month by month, and worked Saturdays. The Labour Code, article 112, has 1-8
# January, 23 February, 8 March, 1 and 9 May, 12 June and 4 November, and moves one that falls
# on a weekend to the next working day, but for those of January; the yearly decree moves them,
# and others, where it says so.
OFF = {
    # 27 April, 2 November and 28 December are worked for 29 and 30 April and 30 December;
    # 6 and 7 January (a weekend) became 10 May and 31 December.
    2024: """
        01-01 01-02 01-03 01-04 01-05 01-08
        02-23
        03-08
        04-29 04-30
        05-01 05-09 05-10
        06-12
        11-04
        12-30 12-31
    """,
    # 4 January became 2 May, 23 February 8 May, 8 March 13 June, 5 January 31 December;
    # 1 November is worked for 3 November.
    2025: """
        01-01 01-02 01-03 01-06 01-07 01-08
        05-01 05-02 05-08 05-09
        06-12 06-13
        11-03 11-04
        12-31
    """,
    # 3 January became 9 January and 4 January 31 December (decree 1466 of 24.09.2025);
    # 8 March, a Sunday, and 9 May, a Saturday, moved to the Monday by the Code itself.
    2026: """
        01-01 01-02 01-05 01-06 01-07 01-08 01-09
        02-23
        03-09
        05-01 05-11
        06-12
        11-04
        12-31
    """,
}
WORKED = {2024: "04-27 11-02 12-28", 2025: "11-01", 2026: ""}
TOTALS = {2024: 248, 2025: 247, 2026: 247}
# Working days of each month, January first, as the production calendars print them.
BY_MONTH = {
    2024: [17, 20, 20, 21, 20, 19, 23, 22, 21, 23, 21, 21],
    2025: [17, 20, 21, 22, 18, 19, 23, 21, 22, 23, 19, 22],
    2026: [15, 19, 21, 22, 19, 21, 23, 21, 22, 22, 20, 22],
}


@pytest.mark.parametrize("year", OFF)
def test_each_day_is_that_of_the_decree(year: int) -> None:
    assert worked_in(RU, year) == left_to_work(year, OFF[year], WORKED[year])


@pytest.mark.parametrize("year", OFF)
def test_the_written_list_has_the_official_total(year: int) -> None:
    assert len(left_to_work(year, OFF[year], WORKED[year])) == TOTALS[year]


@pytest.mark.parametrize("year", OFF)
def test_the_calendar_has_the_official_total_month_by_month(year: int) -> None:
    worked = worked_in(RU, year)
    months = [sum(day.month == month for day in worked) for month in range(1, 13)]
    assert (months, len(worked)) == (BY_MONTH[year], TOTALS[year])


@pytest.mark.parametrize("day", ["2024-04-27", "2024-11-02", "2024-12-28", "2025-11-01"])
def test_a_moved_saturday_is_worked(day: str) -> None:
    saturday = date.fromisoformat(day)
    assert saturday.weekday() == 5
    assert RU.is_working(saturday)
    assert RU.why_off(saturday) == ""


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2024-12-30", "Выходной (перенесено с 28.12.2024)"),
        ("2025-12-31", "Выходной (перенесено с 05.01.2025)"),
        ("2026-01-09", "Выходной (перенесено с 03.01.2026)"),
        ("2026-03-09", "Международный женский день (выходной)"),
        ("2026-05-11", "День Победы (выходной)"),
        ("2026-12-31", "Выходной (перенесено с 04.01.2026)"),
    ],
)
def test_a_moved_day_off_says_from_where(day: str, why: str) -> None:
    assert RU.why_off(date.fromisoformat(day)) == why


@pytest.mark.parametrize("year", OFF)
def test_these_years_are_not_doubted(year: int) -> None:
    assert RU.flags(date(year, 1, 1), date(year, 12, 31)) == ()
