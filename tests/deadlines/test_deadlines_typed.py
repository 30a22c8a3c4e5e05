"""Days and periods as they are written in Russia: day first, with full stops; рд, д, н, м."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.cases.errors import BadInput
from tui.deadlines.calendars import WeekendsOnly
from tui.deadlines.period import parse_period
from tui.deadlines.typed import parse_day, spoken_day
from tui.wording.wording import Wording

SUNDAY = date(2026, 11, 22)
DAYS = st.dates(date(2000, 1, 1), date(2199, 12, 31))
NEAR = st.dates(date(2010, 1, 1), date(2185, 12, 31))


def typed(text: str, today: date = SUNDAY) -> date:
    return parse_day(text, today, WeekendsOnly())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("16.11.2026", date(2026, 11, 16)),
        (" 6.1.2027 ", date(2027, 1, 6)),
        ("12.05.2027", date(2027, 5, 12)),
        ("22.11", SUNDAY),
        ("23.11", date(2026, 11, 23)),
        ("22.9", date(2027, 9, 22)),
        ("29.02", date(2028, 2, 29)),
        ("today", SUNDAY),
        ("Сегодня", SUNDAY),
        (" ЗАВТРА ", date(2026, 11, 23)),
        ("Tomorrow", date(2026, 11, 23)),
        ("вчера", date(2026, 11, 21)),
        ("yesterday", date(2026, 11, 21)),
        ("+10рд", date(2026, 12, 4)),
        ("+ 10 РД ", date(2026, 12, 4)),
        ("+3д", date(2026, 11, 25)),
        ("+2н", date(2026, 12, 6)),
        ("+2Нед", date(2026, 12, 6)),
        ("+1м", date(2026, 12, 22)),
        ("+1мес", date(2026, 12, 22)),
    ],
)
def test_a_day_as_it_is_written_or_said(text: str, day: date) -> None:
    assert typed(text) == day


@pytest.mark.parametrize(
    "text",
    [
        *("6.11.26", "12/05", "12/05/2026", "16.11.", "16-11-2026", "16.11.2026 10:30", "16,11"),
        *("monday", "понедельник", "пн", "скоро", "+", "+10", "+рд", "١٦.١١.٢٠٢٦", "10рд"),
    ],
)
def test_the_rest_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(BadInput) as error:
        typed(text)
    assert Wording("en").say(error.value.sentence) == (
        f"“{text}” is not a date. Write 30.11.2026, 2026-11-30, +10wd or tomorrow."
    )


@pytest.mark.parametrize(
    "text", ["31.02", "30.02.2027", "29.02.2027", "11.16.2026", "0.1", "1.1.0000"]
)
def test_a_dotted_day_that_is_in_no_calendar(text: str) -> None:
    with pytest.raises(BadInput, match="There is no day"):
        typed(text)


@pytest.mark.parametrize(
    ("text", "today"),
    [
        ("31.12.1999", SUNDAY),
        ("1.1.2200", SUNDAY),
        ("30.12", date(2199, 12, 31)),
        ("завтра", date(2199, 12, 31)),
        ("вчера", date(2000, 1, 1)),
    ],
)
def test_a_dotted_or_named_day_out_of_reach(text: str, today: date) -> None:
    with pytest.raises(BadInput, match="out of reach"):
        typed(text, today)


@pytest.mark.parametrize("text", ["21.11", "1.10", "23.09"])
def test_the_year_of_a_day_that_has_just_passed_is_asked_for(text: str) -> None:
    """Taken for the next one, it would be a promise that is waited for a year."""
    with pytest.raises(BadInput) as error:
        typed(text)
    said = Wording("en").say(error.value.sentence)
    month = f"{int(text.split('.')[1]):02}"
    assert f"{month}.2026 or " in said
    assert said.endswith(f"{month}.2027.")


@given(DAYS, DAYS)
def test_a_day_written_with_its_year_is_itself(day: date, today: date) -> None:
    assert typed(f"{day.day:02}.{day.month:02}.{day.year}", today) == day
    assert typed(f"{day.day}.{day.month}.{day.year}", today) == day


@given(NEAR, NEAR)
def test_a_day_without_a_year_is_the_nearest_on_its_side(day: date, today: date) -> None:
    text = f"{day.day:02}.{day.month:02}"
    coming, gone = spoken_day(text, today), spoken_day(text, today, past=True)
    assert coming is not None
    assert gone is not None
    assert gone <= today <= coming
    assert {(d.day, d.month) for d in (coming, gone)} == {(day.day, day.month)}
    if (day.month, day.day) != (2, 29):
        assert coming.year - gone.year == (0 if coming == today else 1)


def test_leap_days_are_found_over_a_century_without_one() -> None:
    assert typed("29.02", date(2096, 6, 1)) == date(2104, 2, 29)
    assert spoken_day("29.02", date(2104, 2, 28), past=True) == date(2096, 2, 29)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        *(("10рд", "10wd"), ("10 РД", "10wd"), ("3д", "3cal"), ("3кд", "3cal"), ("2н", "2w")),
        *(("2нед", "2w"), ("1м", "1m"), ("1 Мес", "1m"), ("5d", "5cal")),
    ],
)
def test_a_russian_period_is_kept_in_latin(text: str, written: str) -> None:
    assert str(parse_period(text)) == written


@given(NEAR, st.integers(1, 50))
def test_days_counted_in_russian_are_those_counted_in_english(today: date, count: int) -> None:
    assert typed(f"+{count}д", today) == today + timedelta(days=count)
    for russian, english in (("рд", "wd"), ("н", "w"), ("мес", "m")):
        assert typed(f"+{count}{russian}", today) == typed(f"+{count}{english}", today)
