"""Looking into a text that a person wrote, without changing it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache

_SENTENCE_END = re.compile(r"[.!?…]+[)»”\"]?(?=\s+[A-ZА-ЯЁ0-9«“\"(])|\n")
# After these a full stop ends no sentence, whatever letter follows.
_SHORT = re.compile(
    r"(?:^|[\s(«“])(?:[A-Za-zА-Яа-яЁё]|ул|им|стр|руб|коп|тел|корп|кв|обл|гг|см|др|пр|"
    r"Mr|Mrs|Ms|Dr|St|No|no|nos|vs|approx|e\.g|i\.e|т\.\s?[едкпн])\.$"
)

_MONTHS = (
    "jan(?:uary)?|январ[ьяюе]|янв", "feb(?:ruary)?|феврал[ьяюе]|фев",
    "mar(?:ch)?|март[ауе]?|мар", "apr(?:il)?|апрел[ьяюе]|апр", "may|ма[йяюе]",
    "june?|июн[ьяюе]", "july?|июл[ьяюе]", "aug(?:ust)?|август[ауе]?|авг",
    "sept?(?:ember)?|сентябр[ьяюе]|сент?", "oct(?:ober)?|октябр[ьяюе]|окт",
    "nov(?:ember)?|ноябр[ьяюе]|ноя", "dec(?:ember)?|декабр[ьяюе]|дек",
)  # fmt: skip
_MONTH = "|".join(_MONTHS)
_YEAR = r"(?:,?\s+(?P<y>\d{4}))?"
_DATES = (
    r"(?<!\d)(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)",
    r"(?<!\d)(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>\d{4})(?!\d)",
    r"\b(?:до|к|by|before|until|позднее)\s+(?P<d>\d{1,2})[./](?P<m>\d{1,2})(?!\d|[./]\d)",
    rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<m>{_MONTH})\b\.?{_YEAR}",
    rf"\b(?P<m>{_MONTH})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b{_YEAR}",
)


def ends_short(text: str) -> bool:
    """Whether the full stop at the end of `text` belongs to a short form: “no.”, “ул.”."""
    return bool(_SHORT.search(text))


def one_line(text: str) -> str:
    """`text` on one line, its white space as single spaces."""
    return " ".join(text.split())


def first_sentence(text: str) -> str:
    """The first sentence of `text`, or its first line if that ends before."""
    text = text.strip()
    for match in _SENTENCE_END.finditer(text):
        start = text[: match.end()].rstrip()
        if not ends_short(start):
            return start
    return text


def file_named(name: str, flags: int = 0) -> re.Pattern[str]:
    """Finds this name of a file in a text: “a.jpg” is neither “aa.jpg” nor “a.jpg.txt”."""
    return re.compile(rf"(?<![\w.-]){re.escape(name)}(?![\w-]|\.\w)", flags)


def names_amount(text: str, value: Decimal) -> bool:
    """Whether `text` names this amount, however its digits are grouped."""
    whole, _, cents = f"{abs(value):,.2f}".partition(".")
    grouped = "[ \u00a0\u202f,.'’]?".join(whole.split(","))
    fraction = rf"[.,]{cents.rstrip('0')}0*" if cents != "00" else "(?:[.,]00?)?"
    return bool(re.search(rf"(?<!\d){grouped}{fraction}(?!\d|[.,]\d)", text))


def names_coming_date(text: str, today: date) -> bool:
    """Whether `text` names a date that is not past on `today`. Without a year: it is not."""
    return any(day is None or day >= today for day in _dates_in(text))


def names_past_date(text: str, today: date) -> bool:
    """Whether `text` names a day before `today`."""
    return any(day is not None and day < today for day in _dates_in(text))


def _dates_in(text: str) -> Iterator[date | None]:
    """The dates in `text`; None for one that has no year."""
    for pattern in _date_patterns():
        for match in pattern.finditer(text):
            found = match.groupdict()
            month, day = _month(found["m"]), int(found["d"])
            if month > 12 >= day:  # month/day/year
                month, day = day, month
            if _possible(2024, month, day):
                year = int(found.get("y") or 0)
                yield date(year, month, day) if _possible(year, month, day) else None


@cache
def _date_patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in _DATES)


def _month(written: str) -> int:
    if written.isdigit():
        return int(written)
    return next(n for n, forms in enumerate(_MONTHS, 1) if re.fullmatch(forms, written.lower()))


def _possible(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
