"""Dates as a letter tells them, and as it may write them. Russian and English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from tui.advice.checks.word_lists import flat

_MONTHS = (
    "jan(?:uary)?|январ[ьяюе]|янв", "feb(?:ruary)?|феврал[ьяюе]|фев(?:р)?",
    "mar(?:ch)?|март[ауе]?|мар",
    "apr(?:il)?|апрел[ьяюе]|апр", "may|ма[йяюе]", "june?|июн[ьяюе]", "july?|июл[ьяюе]",
    "aug(?:ust)?|август[ауе]?|авг", "sept?(?:ember)?|сентябр[ьяюе]|сент?",
    "oct(?:ober)?|октябр[ьяюе]|окт", "nov(?:ember)?|ноябр[ьяюе]|ноя(?:б)?",
    "dec(?:ember)?|декабр[ьяюе]|дек",
)  # fmt: skip
_ENGLISH = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = (
    "mon(?:day)?|понедельник\\w{0,2}|пн", "tues?(?:day)?|вторник\\w{0,2}|вт",
    "wed(?:nesday)?|сред[аыуе]|ср",
    "thu(?:rs?)?(?:day)?|четверг\\w{0,2}|чт", "fri(?:day)?|пятниц[аыуе]|пт",
    "sat(?:urday)?|суббот[аыуе]|сб", "sun(?:day)?|воскресень[еяю]|вс",
)  # fmt: skip
_MONTH = "|".join(f"(?P<m{n}>{names})" for n, names in enumerate(_MONTHS, 1))
_DATE = re.compile(
    r"(?<![\w.,/-])(?:(?P<iy>(?:19|20)\d\d)-(?P<im>\d\d)-(?P<id>\d\d)(?![\w-])"
    r"|(?P<dd>\d{1,2})\.(?P<dm>\d{1,2})\.(?P<dy>(?:19|20)\d\d)(?![\w/-])"
    rf"|(?P<wd>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?:{_MONTH})\b\.?(?:,? (?P<wy>(?:19"
    rf"|20)\d\d))?(?!\w)"
    rf"|(?:{_MONTH.replace('<m', '<n')})\.? (?P<nd>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<ny>(?:19"
    rf"|20)\d\d))?(?![\w.:/-]))"
)
_VERSION = re.compile(r"(?:build|version|release|ver\.|верси\w|сборк\w|релиз) $")
_WEEKDAY = "|".join(f"(?P<w{n}>{names})" for n, names in enumerate(_WEEKDAYS))
_WEEKDAY_BEFORE = re.compile(rf"(?<!\w)(?:{_WEEKDAY})\.?,?(?: the)? $")
_WEEKDAY_AFTER = re.compile(rf"(?: года| г\.)?,? ?\(?(?:{_WEEKDAY})(?![\w-])")


class Told(Struct, frozen=True):
    """A date in a text. `year` is 0 where it was left out; `day` is None where there is no such."""

    start: int
    end: int
    year: int
    month: int
    number: int

    @property
    def day(self) -> date | None:
        return self.in_year(self.year) if self.year else None

    def in_year(self, year: int) -> date | None:
        try:
            return date(year, self.month, self.number)
        except ValueError:
            return None

    @property
    def is_impossible(self) -> bool:
        """Whether no calendar has it; 2000 was a leap year."""
        return self.in_year(self.year or 2000) is None

    def nearest(self, today: date) -> tuple[date, ...]:
        """The day itself; without a year those nearest to `today`, before and after it."""
        if self.year:
            return (self.day,) if self.day else ()
        years = (today.year - 1, today.year, today.year + 1)
        days = (self.in_year(year) for year in years)
        return tuple(day for day in days if day and abs((day - today).days) < 366)


def dates_in(text: str) -> Iterator[Told]:
    """The dates of a text. What could be a version, 10.13.2026, is none."""
    low = flat(text)
    for found in _DATE.finditer(low):
        told = _told(found)
        if _VERSION.search(low[max(0, found.start() - 12) : found.start()]):
            continue
        if 1 <= told.month <= 12 and 1 <= told.number <= 39:
            yield told


def _told(found: re.Match[str]) -> Told:
    start, end = found.span()
    if found["iy"]:
        return Told(start, end, int(found["iy"]), int(found["im"]), int(found["id"]))
    if found["dd"]:
        return Told(start, end, int(found["dy"]), int(found["dm"]), int(found["dd"]))
    names = {
        name[1:]: name[0] for name, text in found.groupdict().items() if text and name[1:].isdigit()
    }
    month = int(next(iter(names)))
    if found["wd"]:
        return Told(start, end, int(found["wy"] or 0), month, int(found["wd"]))
    return Told(start, end, int(found["ny"] or 0), month, int(found["nd"]))


def weekday_of(text: str, told: Told) -> tuple[int, tuple[int, int]] | None:
    """The weekday that stands beside a date, Monday being 0, and from where to where."""
    first = max(0, told.start - 20)
    before = _WEEKDAY_BEFORE.search(flat(text[first : told.start]))
    if before:
        return _weekday(before, first)
    after = _WEEKDAY_AFTER.match(flat(text[told.end : told.end + 24]))
    return _weekday(after, told.end) if after else None


def _weekday(found: re.Match[str], offset: int) -> tuple[int, tuple[int, int]]:
    group = next(name for name, text in found.groupdict().items() if text)
    start, end = found.span(group)
    return int(group[1:]), (start + offset, end + offset)


def written(day: date, language: str) -> str:
    """02.12.2026 in Russian, 2 December 2026 in English."""
    if language == "ru":
        return f"{day:%d.%m.%Y}"
    return f"{day.day} {_ENGLISH[day.month - 1]} {day.year}"
