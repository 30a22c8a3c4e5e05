"""A penalty or interest by the day, to the last kopeck."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tui.cases.money import Money
from tui.deadlines.meter import Base, Meter, Per, read_meter

PENALTY = Meter(id="x.y", rate=Decimal(1), per=Per.DAY, titles={}, certainty="own")
CAPPED = replace(PENALTY, cap=Base.PRICE)
SINCE = replace(CAPPED, cap_from=date(2026, 2, 1))
INTEREST = replace(PENALTY, rate=Decimal("7.5"), per=Per.YEAR)
START = date(2026, 12, 3)

prices = st.decimals(min_value="0.01", max_value=10**9, places=2)
spans = st.integers(0, 4000)


def rub(value: str | Decimal, currency: str = "RUB") -> Money:
    return Money(value=Decimal(value), currency=currency)


@pytest.mark.parametrize(
    ("meter", "price", "days", "amount"),
    [
        (PENALTY, rub("12490"), 20, "2498.00"),
        (PENALTY, rub("0.50"), 1, "0.01"),  # half a kopeck goes up
        (PENALTY, rub("0.49"), 1, "0.00"),
        (PENALTY, rub("12345", "JPY"), 1, "123"),
        (PENALTY, rub("1.250", "KWD"), 1, "0.013"),
        (CAPPED, rub("12490"), 101, "12490.00"),
        (INTEREST, rub("100000"), 365, "7500.00"),
        (INTEREST, rub("100000"), 1, "20.55"),
    ],
)
def test_the_sum_of_so_many_days(meter: Meter, price: Money, days: int, amount: str) -> None:
    reading = read_meter(meter, price, START, START + timedelta(days - 1))
    assert reading
    assert (reading.days, reading.amount) == (days, rub(amount, price.currency))
    assert str(reading.amount.value) == amount
    assert reading.capped is (meter is CAPPED)
    assert reading.at_most is None


def test_nothing_runs_before_its_first_day_of_nothing_and_beyond_all_money() -> None:
    assert read_meter(PENALTY, rub("5"), START, START - timedelta(1)) is None
    assert read_meter(PENALTY, rub("0"), START, START) is None
    assert read_meter(PENALTY, rub("999999999999999"), START, START + timedelta(500)) is None


@given(prices, spans, spans)
def test_a_cap_that_began_later_is_read_in_two_ways(price: Decimal, start: int, days: int) -> None:
    """Once for all days, once for those since it is law; never silently for one of the two."""
    first = date(2020, 1, 1) + timedelta(start)
    last = first + timedelta(days)
    paid = rub(price)
    low, since, free = (read_meter(m, paid, first, last) for m in (CAPPED, SINCE, PENALTY))
    assert low
    assert since
    assert free
    if last < date(2026, 2, 1):
        assert (since.amount, since.at_most) == (free.amount, None)
    elif first >= date(2026, 2, 1):
        assert since == low
    else:
        assert since.amount == low.amount
        assert since.at_most is None or low.amount.value <= since.at_most.value <= free.raw.value
        assert (since.at_most is None) is (free.raw.value <= low.amount.value)
