"""Sums of money in a sentence: “2 490 руб. 50 коп.”, «12 тыс. руб.», “£1,234.50”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from tui.cases.money import Money

_CURRENCIES = {
    "RUB": r"₽|рубл(?:ь|я|ей|ю|ями|ях)|руб|rub|rur|р(?=[.,;) ]|$)", "EUR": r"€|евро|eur|euros?",
    "USD": r"\$|us\$|доллар\w{0,3}|usd|dollars?", "GBP": r"£|фунт\w{0,3}|gbp|pounds?",
    "KZT": r"₸|тенге|kzt", "BYN": r"byn|бел\. ?руб", "UAH": r"₴|гривен|гривн\w|грн|uah",
    "AMD": r"֏|драм\w{0,2}|amd", "PLN": r"zł|pln|злот\w{2}", "CHF": r"chf",
}  # fmt: skip
_ANY = "|".join(_CURRENCIES.values())
_DIGITS = r"\d{1,3}(?:[ \u00a0\u202f.,'’]\d{3}){1,4}(?:[.,]\d{1,2})?|\d{1,12}(?:[.,]\d{1,2})?"
_SUM = re.compile(
    rf"(?<![\w.,№#/-])(?:(?P<before>{_ANY}) ?(?P<first>{_DIGITS})(?! ?(?:{_ANY})(?!\w))(?![\d])"
    rf"|(?P<last>{_DIGITS}) ?(?P<scale>тыс|млн|thousand|million|k"
    rf"|m)?\.? ?(?P<after>{_ANY})(?![^\W_])\.?"
    r"(?: ?(?P<cents>\d{1,2}) ?коп)?)"
)
_SCALES = {"тыс": 1000, "thousand": 1000, "k": 1000, "млн": 10**6, "million": 10**6, "m": 10**6}


class Told(Struct, frozen=True):
    """A sum in a sentence, and where it stands."""

    start: int
    end: int
    money: Money


def amounts_in(low: str) -> Iterator[Told]:
    """The sums of a sentence in lower case that name their currency."""
    for found in _SUM.finditer(low):
        value = _value(found["first"] or found["last"]) * _SCALES.get(found["scale"] or "", 1)
        value += Decimal(found["cents"] or 0) / 100
        sign = found["before"] or found["after"]
        code = next(c for c, words in _CURRENCIES.items() if re.match(rf"(?:{words})", sign + " "))
        yield Told(*found.span(), Money(value=value, currency=code))


def _value(digits: str) -> Decimal:
    """The last sign starts the fraction, unless three digits follow it: then it parts groups."""
    plain = re.sub(r"[ \u00a0\u202f'’]", "", digits)
    mark = max(plain.rfind("."), plain.rfind(","))
    if mark < 0 or len(plain) - mark == 4:
        return Decimal(re.sub(r"[.,]", "", plain))
    return Decimal(f"{re.sub(r'[.,]', '', plain[:mark])}.{plain[mark + 1 :]}")
