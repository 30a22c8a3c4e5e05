"""Numbers that prove themselves: cards, IBAN, СНИЛС."""

from __future__ import annotations

import re

# Issuer prefixes of payment cards, with the lengths that they have: Visa, Mastercard, Mir, American
# Express, Discover, UnionPay, JCB, Diners.
_CARDS = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}"
    r"|220[0-4]\d{12,15}|3[47]\d{13}|6(?:011|5\d\d|4[4-9]\d)\d{12}|62\d{14,17}|35(?:2[89]"
    r"|[3-8]\d)\d{12}"
    r"|3(?:0[0-5]|[68]\d)\d{11}"
)


def passes_luhn(digits: str) -> bool:
    """Whether the last digit checks the others, as on every card; the same digit throughout
    proves nothing."""
    doubled = (int(d) * 2 for d in digits[-2::-2])
    total = sum(int(d) for d in digits[-1::-2]) + sum(d - 9 if d > 9 else d for d in doubled)
    return total % 10 == 0 and len(set(digits)) > 1


def is_card(digits: str) -> bool:
    """Whether an issuer of cards gives numbers of this kind; see also `passes_luhn`."""
    return bool(_CARDS.fullmatch(digits))


def is_iban(text: str) -> bool:
    """Whether letters and digits are an IBAN: the rest by 97 is 1 (ISO 13616)."""
    moved = text[4:] + text[:4]
    return int("".join(str(int(c, 36)) for c in moved)) % 97 == 1


def is_snils(digits: str) -> bool:
    """Whether the last two of eleven digits check the other nine."""
    total = sum(int(digit) * place for digit, place in zip(digits, range(9, 0, -1), strict=False))
    rest = total % 101
    return int(digits[9:11]) == (0 if rest == 100 else rest)
