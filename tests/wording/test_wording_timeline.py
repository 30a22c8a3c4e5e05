"""A line of time: months above, and how long each step runs."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.wording.timeline import NOW, bar, months_line, now_line, with_now
from tui.wording.wording import Wording

FIRST, LAST = date(2026, 11, 1), date(2027, 1, 10)  # 70 days
DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize(
    ("language", "names"), [("en", ("Nov", "Dec", "Jan 2027")), ("ru", ("ноя", "дек", "янв 2027"))]
)
def test_months_stand_where_they_begin(language: str, names: tuple[str, ...]) -> None:
    line = months_line(Wording(language), FIRST, LAST, 48)
    assert [line.index(name) for name in names] == [0, 20, 40]


def test_a_first_month_that_is_nearly_over_gives_way() -> None:
    assert months_line(Wording("en"), date(2026, 11, 28), LAST, 40).split() == [
        "Dec",
        "Jan",
        "2027",
    ]


def test_a_step_is_filled_while_they_have_time_and_shaded_while_it_may_be_taken() -> None:
    ends, closes = date(2026, 11, 21), date(2026, 12, 11)
    assert bar(FIRST, LAST, 36, FIRST, ends, None) == "█" * 11 + " " * 25
    assert bar(FIRST, LAST, 36, FIRST, ends, closes) == "█" * 11 + "░" * 10 + " " * 15
    assert bar(FIRST, LAST, 36, ends, None, None) == " " * 10 + "▌" + " " * 25
    assert bar(FIRST, LAST, 36, None, None, None) == " " * 36
    assert bar(FIRST, LAST, 36, ends, None, date(2032, 1, 1)).endswith("░")  # and so on


@given(DAYS, DAYS, DAYS, DAYS, DAYS, st.integers(12, 200))
def test_it_always_has_its_width(a: date, b: date, c: date, d: date, e: date, width: int) -> None:
    first, starts, ends, closes, last = sorted((a, b, c, d, e))
    assert len(bar(first, last, width, starts, ends, closes)) == width
    assert len(months_line(Wording("en"), first, last, width)) == width
    assert len(now_line(first, last, starts, width, "today")) == width


@given(DAYS, DAYS, DAYS, st.integers(20, 200))
def test_today_goes_through_what_is_empty_and_hides_nothing(
    starts: date, ends: date, today: date, width: int
) -> None:
    first, last = min(starts, ends, today), max(starts, ends, today)
    drawn = bar(first, last, width, starts, ends, None)
    shown = with_now(drawn, first, last, today)
    above = now_line(first, last, today, width, "today").index(NOW)
    assert shown[above] == (drawn[above] if drawn[above] != " " else NOW)
    assert shown[:above] + shown[above + 1 :] == drawn[:above] + drawn[above + 1 :]
