"""Sums of money as a letter tells them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from tui.advice.checks.word_lists import flat

_CURRENCIES = {
    "RUB": "₽|рубл(?:ь|я|ей|ю|ями)|руб|rub|р(?=\\.?(?:[ ,;)]|$))", "EUR": "€|евро|eur|euros?",
    "USD": "\\$|доллар\\w{0,3}|usd|dollars?", "GBP": "£|фунт\\w{0,3}|gbp|pounds?",
    "KZT": "₸|тенге|kzt", "UAH": "₴|гривен|грн|uah",
}  # fmt: skip
_CURRENCY = "|".join(f"(?P<{{side}}{code}>{words})" for code, words in _CURRENCIES.items())
_DIGITS = r"\d{1,3}(?:[ ,.]\d{3})+(?:[.,]\d{1,2})?|\d{1,12}(?:[.,]\d{1,2})?"
_SUM = re.compile(
    rf"(?<![\w.,*№#])(?:(?:{_CURRENCY.replace('{side}', 'a')}) ?(?P<first>{_DIGITS})(?![\d])"
    rf"|(?P<last>{_DIGITS}) ?(?:{_CURRENCY.replace('{side}', 'b')})(?!\w))"
)
_MONEY = "|".join(_CURRENCIES.values())
_TERM = rf"(?:(?:{_MONEY}) ?)?(?:{_DIGITS})(?: ?(?:{_MONEY}))?"
_TOTAL = re.compile(
    rf"(?<![\w.,*№#+/=-])(?P<terms>{_TERM}(?: ?[+−–-] ?{_TERM}){{1,9}}) ?= ?"
    rf"(?P<total>{_TERM})(?![\w*/+])"
)
_ONE_TERM = re.compile(rf"(?P<sign>[+−–-]?) ?(?:(?:{_MONEY}) ?)?(?P<digits>{_DIGITS})")
_THREE = re.compile(r"[.,]\d{3}$")


class Sum(Struct, frozen=True):
    """A sum in a text, its ISO 4217 currency, and where it stands."""

    start: int
    end: int
    value: Decimal
    currency: str


class Total(Struct, frozen=True):
    """A reckoning in a text: what it says that comes out and where, and what is `right`."""

    start: int
    end: int
    total: Decimal
    right: Decimal


def totals_in(text: str) -> Iterator[Total]:
    """The sums and differences that a text reckons itself."""
    for found in _TOTAL.finditer(flat(text)):
        terms = [
            -_value(one["digits"]) if one["sign"] in ("-", "−", "–") else _value(one["digits"])
            for one in _ONE_TERM.finditer(found["terms"])
        ]
        said = _ONE_TERM.match(found["total"])
        if said:
            yield Total(*found.span("total"), _value(said["digits"]), sum(terms, Decimal(0)))


def sums_in(text: str) -> Iterator[Sum]:
    """The sums of a text that name their currency."""
    for found in _SUM.finditer(flat(text)):
        digits = found["first"] or found["last"]
        currency = next(n[1:] for n, v in found.groupdict().items() if v and n[1:].isupper())
        yield Sum(found.start(), found.end(), _value(digits), currency)


def _value(digits: str) -> Decimal:
    """The last sign starts the fraction, unless three digits follow it: then it parts groups."""
    plain = digits.replace(" ", "")
    mark = max(plain.rfind("."), plain.rfind(","))
    if mark < 0 or _THREE.search(plain):
        return Decimal(plain.replace(".", "").replace(",", ""))
    whole = plain[:mark].replace(".", "").replace(",", "")
    return Decimal(f"{whole}.{plain[mark + 1 :]}")
