"""Amounts of money as people type them."""

from __future__ import annotations

import re
from decimal import Decimal

from tui.cases.errors import BadInput
from tui.cases.money import Money

_SIGNS = {"₽": "RUB", "руб": "RUB", "р": "RUB", "€": "EUR", "$": "USD", "£": "GBP", "₸": "KZT"}
_EURO = (
    "AT", "BE", "BG", "CY", "DE", "EE", "ES", "FI", "FR", "GR", "HR",
    "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PT", "SI", "SK",
)  # fmt: skip
_CURRENCY = {"RU": "RUB", "GB": "GBP", "UK": "GBP", "US": "USD", "KZ": "KZT"}
_CURRENCY |= dict.fromkeys(_EURO, "EUR")

# A sign or a code before the digits or after them, with the full stop of “руб.”
_AMOUNT = re.compile(r"([^\d\s.,+-]*)\s*([\d.,][\d\s.,'’]*?)\s*([^\d\s.,]*)\.?")
_GROUPS = re.compile(r"[1-9]\d{0,2}(?:(?:\.\d{3})+|(?:,\d{3})+)")


def money_of(text: str, country: str) -> Money | None:
    """“12 490 ₽”, “€1,234.50”, “12490.50 RUB”; the currency of the country where none is named.

    Raises BadInput, also where the country leaves the currency open.
    """
    if not text.strip():
        return None
    value, named = _read(text)
    currency = named or _CURRENCY.get(country[:2].upper(), "")
    try:
        if value is not None and re.fullmatch(r"[A-Z]{3}", currency):
            return Money(value=value, currency=currency)
    except ValueError:  # more than there is money
        raise _no_amount(text) from None
    if value is None or currency:
        raise _no_amount(text)
    raise BadInput(
        "“{value}” does not say its currency: write “{value} RUB”, “{value} EUR” or another.",
        value=text.strip(),
    )


def amount_of(text: str) -> tuple[Decimal, str]:
    """The amount of such a text, and the currency that it names; "" for none. Raises BadInput."""
    value, currency = _read(text)
    if value is None or not re.fullmatch(r"([A-Z]{3})?", currency):
        raise _no_amount(text)
    return value, currency


def _no_amount(text: str) -> BadInput:
    return BadInput("“{value}” is not an amount: write “1249.50 EUR” or “12490 RUB”.", value=text)


def _read(text: str) -> tuple[Decimal | None, str]:
    found = _AMOUNT.fullmatch(text.strip())
    before, digits, after = found.groups() if found else ("", "", "")
    mark = before + after
    return _decimal(re.sub(r"[\s'’]", "", digits)), _SIGNS.get(mark.lower(), mark.upper())


def country_of_money(amount: Money | None) -> str:
    """The country whose own currency it is; empty where several share it, or nobody knows."""
    if amount is None:
        return ""
    whose = [country for country, currency in _CURRENCY.items() if currency == amount.currency]
    return next((c for c in whose if amount.currency != "EUR"), "")


def money_text(amount: Money) -> str:
    """The amount as `money_of` reads it."""
    digits = f"{amount.value:f}"
    # Three digits after the only sign would be read as a group of thousands.
    padding = "0" if len(digits.partition(".")[2]) == 3 else ""
    return f"{digits}{padding} {amount.currency}"


def _decimal(digits: str) -> Decimal | None:
    """Signs that part groups of three are passed over; the last other one starts the fraction."""
    if _GROUPS.fullmatch(digits):
        return Decimal(re.sub(r"[.,]", "", digits))
    mark = max(".,", key=digits.rfind)
    whole, _, fraction = digits.rpartition(mark) if mark in digits else (digits, "", "")
    other = "," if mark == "." else r"\."
    if not re.fullmatch(rf"\d*|\d{{1,3}}(?:{other}\d{{2,3}})+", whole) or not whole + fraction:
        return None
    return Decimal(re.sub(r"[.,]", "", whole or "0") + (f".{fraction}" if fraction else ""))
