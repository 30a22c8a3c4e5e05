"""Spans of time as companies tell them: “in 3-5 business days”, «до 10 (десяти) рабочих дней»."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from math import ceil
from typing import TypeAlias

from msgspec import Struct

# The day that is `count` working days after a day, by the calendar of wherever the company is.
Working: TypeAlias = Callable[[date, int], date]

_RUSSIAN = {
    1: "один|одного|одной|одну|одна|одних", 2: "два|двух|две|пар[ауы]", 3: "три|трех",
    4: "четыре|четырех", 5: "пять|пяти", 6: "шесть|шести", 7: "семь|семи", 8: "восемь|восьми",
    9: "девять|девяти", 10: "десять|десяти", 12: "двенадцать|двенадцати",
    14: "четырнадцать|четырнадцати", 15: "пятнадцать|пятнадцати", 20: "двадцать|двадцати",
    24: "двадцати четырех", 30: "тридцать|тридцати", 45: "сорок пять|сорока пяти",
}  # fmt: skip
_ENGLISH = {
    1: "one|a|an", 2: "two|couple of|a couple of", 3: "three", 4: "four", 5: "five", 6: "six",
    7: "seven", 8: "eight", 9: "nine", 10: "ten", 12: "twelve", 14: "fourteen", 15: "fifteen",
    20: "twenty", 24: "twenty-four|twenty four", 30: "thirty", 48: "forty-eight|forty eight",
}  # fmt: skip
_WORDS = {
    word: number
    for words in (_RUSSIAN, _ENGLISH)
    for number, told in words.items()
    for word in told.split("|")
}
_SPOKEN = "|".join(sorted(_WORDS, key=len, reverse=True))
_COUNT = rf"(?:\d{{1,3}}(?:-?(?:ти|х|и|го))?|{_SPOKEN})(?: \([^()]{{1,20}}\))?"
_SPAN = re.compile(
    rf"(?<![\w.,/:-])(?:(?:от |from )?(?P<low>{_COUNT})(?: ?[-–—] ?| (?:до|to|or|или"
    rf"|and) ))?(?P<high>{_COUNT})"
    r"[ -]?(?P<adjective>рабоч\w{1,3}|раб\.?|банковск\w{2}|будн\w{1,2}|календарн\w{2}|полн\w{2}"
    r"|business|working|bank|calendar|full)?[ -]?"
    r"(?P<unit>дн(?:я|ей|и|ю|ям)?|день|час(?:а|ов|ам)?|сут(?:ок|ки)|недел(?:я|и|ь|ю)"
    r"|месяц(?:а|ев)?|минут\w?|days?|hours?|hrs?|weeks?|months?|minutes?|mins?|р\. ?д|к\. ?д)(?!\w)"
    r"(?P<later> ago| назад)?"
)
_ALONE = re.compile(
    r"(?<!\w)(?:в течени[ие]|через|within|in|за) (?:one |the |a |an |одн\w{1,3} |ближайш\w{2,3} )?"
    r"(?P<adjective>рабоч\w{2,3}|business|working)? ?"
    r"(?P<unit>дня|день|час|часа|суток|сутки|недел[июья]|месяца?|day|hour|week|month"
    r"|fortnight)(?!\w)"
)
_ADJECTIVE = re.compile(
    r"(?<![\w.,/-])(?:(?P<count>\d{1,3})-?(?:ти|х)?|(?P<word>трех|пяти|семи|десяти|пятнадцати"
    r"|тридцати))"
    r"-?(?:дневн\w{2,3}|day)(?!\w)"
)
_STEMS = {"трех": 3, "пяти": 5, "семи": 7, "десяти": 10, "пятнадцати": 15, "тридцати": 30}
_UNITS = (
    ("hours", ("час", "hour", "hr")), ("minutes", ("минут", "min")),
    ("weeks", ("недел", "week")), ("months", ("месяц", "month")),
)  # fmt: skip
_AT_WORK = ("раб", "банк", "будн", "business", "working", "bank")
_OFFICE_DAY = 8  # hours


class Span(Struct, frozen=True):
    """A span in a sentence and where it stands. `unit`: "working_days", "days", "hours" …"""

    start: int
    end: int
    count: int
    unit: str

    def after(self, when: datetime, working: Working) -> date | None:
        """The last day of the span that begins at `when`; None beyond the calendar."""
        try:
            return self._after(when, working)
        except (OverflowError, ValueError):
            return None

    def _after(self, when: datetime, working: Working) -> date:
        day = when.date()
        if self.unit == "working_days":
            return working(day, self.count)
        if self.unit == "working_hours":
            return working(day, ceil(self.count / _OFFICE_DAY))
        if self.unit == "months":
            return _months_after(day, self.count)
        if self.unit in ("hours", "minutes"):
            return (when + timedelta(**{self.unit: self.count})).date()
        return day + timedelta(days=self.count * (7 if self.unit == "weeks" else 1))


def _months_after(day: date, count: int) -> date:
    """The same day of a later month, or its last where there is none such."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def spans(low: str) -> Iterator[Span]:
    """The spans of a sentence in lower case; of “3-5 days” the longer. Those past are left out."""
    ends = []
    for found in _SPAN.finditer(low):
        count = _number(found["high"])
        if count and not found["later"]:
            ends.append(found.end())
            yield Span(*found.span(), count, _unit(found["adjective"] or "", found["unit"]))
    for found in _ADJECTIVE.finditer(low):  # «в 10-дневный срок»
        count = int(found["count"]) if found["count"] else _STEMS[found["word"]]
        yield Span(*found.span(), count, "days")
    for found in _ALONE.finditer(low):
        if not any(found.start() < end <= found.end() for end in ends):
            count = 2 if found["unit"] == "fortnight" else 1
            unit = "weeks" if found["unit"] == "fortnight" else found["unit"]
            yield Span(*found.span(), count, _unit(found["adjective"] or "", unit))


def _number(text: str) -> int:
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else _WORDS.get(text.partition(" (")[0], 0)


def _unit(adjective: str, word: str) -> str:
    unit = next((unit for unit, stems in _UNITS if word.startswith(stems)), "days")
    at_work = adjective.startswith(_AT_WORK) or word.startswith("р.")
    return f"working_{unit}" if at_work and unit in ("days", "hours") else unit
