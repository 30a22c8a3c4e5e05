"""Amounts as each language writes them."""

from __future__ import annotations

from decimal import Decimal

from tui.cases.money import Money

_SYMBOLS = {"RUB": "₽", "EUR": "€", "USD": "$", "GBP": "£", "KZT": "₸", "UAH": "₴"}
_BEFORE = frozenset("€$£")
_NBSP = "\u00a0"


def amount(language: str, money: Money) -> str:
    """€1,234.50 and RUB 12,490 in English; 1 234,50 € and 12 490 ₽ in Russian."""
    digits, symbol = grouped(language, money.value), _SYMBOLS.get(money.currency, money.currency)
    if language == "ru":
        return f"{digits}{_NBSP}{symbol}"
    return f"{symbol}{digits}" if symbol in _BEFORE else f"{money.currency}{_NBSP}{digits}"


def grouped(language: str, value: Decimal) -> str:
    """Digits in threes. Whole amounts without a fraction, others with two places or more."""
    whole = value == value.to_integral_value()
    places = 0 if whole else max(2, -int(value.as_tuple().exponent))
    english = f"{value:,.{places}f}"
    if language != "ru":
        return english
    return english.replace(",", _NBSP).replace(".", ",")
