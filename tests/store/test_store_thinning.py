"""Which daily copies are kept."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tui.store.copies.listing import BEFORES, Copy, kept, surplus

DAYS = st.sets(st.dates(date(2025, 1, 1), date(2027, 12, 31)), max_size=60)


def test_of_a_year_of_work_seven_days_four_weeks_and_twelve_months_are_kept() -> None:
    today = date(2026, 11, 23)
    found = sorted(kept(today - timedelta(n) for n in range(400)), reverse=True)
    assert found[:7] == [today - timedelta(n) for n in range(7)]
    assert found[7:9] == [date(2026, 11, 15), date(2026, 11, 8)]  # Sundays; two weeks are above
    assert found[9:] == [
        date(2026, 10, 31), date(2026, 9, 30), date(2026, 8, 31), date(2026, 7, 31),
        date(2026, 6, 30), date(2026, 5, 31), date(2026, 4, 30), date(2026, 3, 31),
        date(2026, 2, 28), date(2026, 1, 31), date(2025, 12, 31),
    ]  # fmt: skip


@given(DAYS)
def test_the_newest_seven_are_always_among_them(days: set[date]) -> None:
    assert set(sorted(days)[-7:]) <= kept(days) <= days
    assert len(kept(days)) <= 7 + 4 + 12


@given(DAYS)
def test_to_thin_twice_takes_nothing_more(days: set[date]) -> None:
    assert kept(kept(days)) == kept(days)


@given(DAYS, st.dates(date(2028, 1, 1), date(2028, 12, 31)))
def test_another_day_never_brings_back_what_was_let_go(days: set[date], later: date) -> None:
    assert kept(days | {later}) <= kept(days) | {later}


def a_copy(name: str, minute: int) -> Copy:
    made_at = datetime(2026, 11, 23, 12, minute, tzinfo=UTC)
    return Copy(name, made_at, Path(f"{name}.db"), None, 1)


def test_of_those_before_a_risk_the_newest_few_are_kept() -> None:
    risky = [a_copy(f"before-restore-{n}", n) for n in range(8)]
    strangers = [a_copy("mine", 0), a_copy("2026-13-45", 0)]
    gone = list(surplus([*risky, *strangers]))
    assert {copy.name for copy in gone} == {f"before-restore-{n}" for n in range(8 - BEFORES)}
