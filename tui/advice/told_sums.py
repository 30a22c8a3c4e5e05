"""Sums of money as a letter tells them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tui.advice.word_lists import flat

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
_THREE = re.compile(r"[.,]\d{3}$")


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum in a text, its ISO 4217 currency, and where it stands."""

    start: int
    end: int
    value: Decimal
    currency: str


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
