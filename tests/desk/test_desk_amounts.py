"""Money as people write it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui.cases.case import Money
from tui.cases.errors import BadInput
from tui.desk.amounts import money_of, money_text


@pytest.mark.parametrize(
    ("typed", "value", "currency"),
    [
        ("12 490 ₽", "12490", "RUB"),
        ("12\u00a0490,50\u202fруб.", "12490.50", "RUB"),
        ("0,5 руб.", "0.5", "RUB"),
        ("100 Р", "100", "RUB"),
        ("€1,234.50", "1234.50", "EUR"),
        ("1.234,50 EUR", "1234.50", "EUR"),
        ("1.234.567,8 eur", "1234567.8", "EUR"),
        ("1,234,567", "1234567", "GBP"),
        ("1'234.50 CHF", "1234.50", "CHF"),
        ("12,34,567.89 INR", "1234567.89", "INR"),
        ("12490.5", "12490.5", "GBP"),
        ("12490.500", "12490.500", "GBP"),
        ("1.500", "1500", "GBP"),
        ("0.125 KWD", "0.125", "KWD"),
        ("£ 5", "5", "GBP"),
        ("5.", "5", "GBP"),
        (".5 EUR", "0.5", "EUR"),
        ("0", "0", "GBP"),
        ("7 ₸", "7", "KZT"),
        ("$ 999,999,999,999.99", "999999999999.99", "USD"),
    ],
)
def test_read(typed: str, value: str, currency: str) -> None:
    assert money_of(typed, "GB") == Money(value=Decimal(value), currency=currency)


@pytest.mark.parametrize(
    "typed",
    [
        *("much", "EUR", "-5 EUR", "+5 EUR", "5-", "1,2,3", "1.2.3 EUR", "1..5", ".", "., EUR"),
        *("12 EUR 13", "€5 EUR", "5 %", "5 apples", "US$ 5", "1E+3 EUR", "NaN EUR", "inf EUR"),
        *("9999999999999999 EUR", "1,23 456.5", "12:30", "5 EU", "12 490 руб. 50 коп."),
    ],
)  # fmt: skip
def test_refused(typed: str) -> None:
    with pytest.raises(BadInput, match="is not an amount"):
        money_of(typed, "GB")


@pytest.mark.parametrize("typed", ["1000", "12 490.50"])
def test_an_amount_without_currency_is_told_what_it_lacks(typed: str) -> None:
    with pytest.raises(BadInput, match="does not say its currency"):
        money_of(typed, "")


def test_nothing_is_no_amount() -> None:
    assert money_of(" ", "GB") is None


@pytest.mark.parametrize("country", ["", "JP", "PL", "??"])
def test_where_the_currency_is_not_known_it_is_asked_for(country: str) -> None:
    with pytest.raises(BadInput):
        money_of("100", country)
    assert money_of("100 JPY", country) == Money(value=Decimal(100), currency="JPY")


@pytest.mark.parametrize("country", ["gb", "GB-SCT", "UK", "uk-wls"])
def test_a_country_is_known_however_it_was_stored(country: str) -> None:
    assert money_of("5", country) == Money(value=Decimal(5), currency="GBP")


@settings(deadline=None)
@given(
    value=st.decimals(min_value=0, max_value=10**15 - 1, allow_nan=False, allow_infinity=False),
    currency=st.from_regex(r"[A-Z]{3}", fullmatch=True),
)
@example(value=Decimal("12.345"), currency="KWD")
@example(value=Decimal("1E+3"), currency="EUR")
def test_written_out_and_read_again(value: Decimal, currency: str) -> None:
    amount = Money(value=value, currency=currency)
    assert money_of(money_text(amount), "") == amount


@settings(deadline=None)
@given(text=st.text(max_size=20) | st.from_regex(r"[€$]?[0-9., ']{0,12} ?[A-Za-zр]{0,4}"))
def test_whatever_is_typed_is_an_amount_or_refused(text: str) -> None:
    try:
        amount = money_of(text, "RU")
    except BadInput:
        return
    assert amount is None or money_of(money_text(amount), "") == amount
