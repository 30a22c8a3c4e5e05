"""Days as companies tell them: a date, a weekday, “tomorrow”, “by the end of next week”."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

_MONTHS = (
    "jan(?:uary)?|январ[ьяюе]|янв", "feb(?:ruary)?|феврал[ьяюе]|февр?",
    "mar(?:ch)?|март[ауе]?|мар", "apr(?:il)?|апрел[ьяюе]|апр", "may|ма[йяюе]",
    "june?|июн[ьяюе]", "july?|июл[ьяюе]", "aug(?:ust)?|август[ауе]?|авг",
    "sept?(?:ember)?|сентябр[ьяюе]|сент?", "oct(?:ober)?|октябр[ьяюе]|окт",
    "nov(?:ember)?|ноябр[ьяюе]|нояб?", "dec(?:ember)?|декабр[ьяюе]|дек",
)  # fmt: skip
_WEEKDAYS = (
    "mon(?:day)?|понедельник[ау]?|пн", "tue(?:s(?:day)?)?|вторник[ау]?|вт",
    "wed(?:nesday)?|сред[аыуе]|ср", "thu(?:rs?(?:day)?)?|четверг[ау]?|чт",
    "fri(?:day)?|пятниц[аыуе]|пт", "sat(?:urday)?|суббот[аыуе]|сб",
    "sun(?:day)?|воскресень[еяю]|вс",
)  # fmt: skip
_MONTH = "|".join(_MONTHS)
_YEAR = r"(?:,? ?(?P<{0}>20\d\d)(?: ?г(?:\.|ода?)?)?)?"
_DATE = re.compile(
    r"(?<![\w.,/:-])(?:(?P<iy>20\d\d)-(?P<im>\d\d)-(?P<id>\d\d)(?![\w-])"
    r"|(?P<dd>\d{1,2})\.(?P<dm>0\d|1[0-2])(?:\.(?P<dy>20\d\d|\d\d))?(?![\w/]|[.,:-]\d)"
    r"|(?P<sa>\d{1,2})/(?P<sb>\d{1,2})(?:/(?P<sy>20\d\d|\d\d))?(?![\w/-])"
    r"|(?:(?:с |from |between )?(?P<from>\d{1,2})(?:st|nd|rd|th)? ?(?:-|–|—|по|до|to|and) ?)?"
    rf"(?P<wd>\d{{1,2}})(?:st|nd|rd|th|-?го|-?е|-?ое)?(?: of)? (?P<wm>{_MONTH})\b\.?"
    + _YEAR.format("wy")
    + rf"|(?P<nm>{_MONTH})\.? (?:\d{{1,2}} ?[-–—] ?)?(?P<nd>\d{{1,2}})(?:st|nd|rd|th)?"
    + _YEAR.format("ny")
    + r"(?![\w:]))"
)
_WEEKDAY = re.compile(
    r"(?<!\w)(?:(?P<next>next|следующ\w{2,3})|(?:this|эт[уоаи]\w?|ближайш\w{2,3}|coming)|the)? ?"
    r"(?:" + "|".join(f"(?P<w{n}>{names})" for n, names in enumerate(_WEEKDAYS)) + r")(?!\w)"
)
_END_OF = re.compile(
    r"(?<!\w)(?:(?:the )?end of (?:the |this )?|конц[ау] )(?P<work>business |working "
    r"|рабоч\w{2,3} )?"
    r"(?P<next>next |следующ\w{2,3} )?(?:this |current |текущ\w{2,3} |эт\w{2,3} )?"
    r"(?:business |working |рабоч\w{2,3} )?"
    r"(?P<unit>day|week|month|quarter|year|дня|недел[иь]|месяца|квартала|года"
    r"|(?P<weekday>понедельника|вторника|среды|четверга|пятницы|today|tomorrow)|сегодняшнего дня"
    r"|завтрашнего дня|январ\w|феврал\w|марта|апрел\w|мая|июн\w|июл\w|август\w|сентябр\w|октябр\w"
    rf"|ноябр\w|декабр\w|(?:{_MONTH}))(?!\w)"
)
_WORDS = re.compile(
    r"(?<!\w)(?:(?P<d0>сегодня\w*|today|tonight|eod|cob|close of (?:business|play)|вечера|к вечеру"
    r"|по сегодняшн\w{2,3} день)|(?P<d2>послезавтра|(?:the )?day after tomorrow)"
    r"|(?P<d1>завтра\w*|tomorrow)"
    r"|(?P<week>eow|на (?:этой|текущей) неделе|(?:later )?this week|в ближайшую неделю)"
    r"|(?P<week7>на (?:следующей|будущей) неделе|next week)"
    r"|(?P<month>в (?:этом|текущем) месяце|this month|eom)"
    r"|(?P<month1>в (?:следующем|будущем) месяце|next month))(?!\w)"
)
_RECENT = 60  # a day and month without a year that was in the last days is past, not next year's


class DayWord(Struct, frozen=True):
    """A day that a sentence names, and where. `is_date`: told by day and month."""

    start: int
    end: int
    day: date
    is_date: bool = False


def day_words(low: str, today: date, day_first: bool) -> Iterator[DayWord]:
    """The days that a sentence in lower case names, from `today` on.

    Where a word leaves it open, the latest day it may mean: a week ends on Sunday, “next
    Friday” is that of the next week, “by Friday” said on a Friday the one after it.
    `day_first`: how 12/05/2026 is read where the company is.
    """
    taken: list[tuple[int, int]] = []
    weekdays = tuple(_weekdays(low, today))
    dates = (_with_weekday(low, found, weekdays) for found in _dates(low, today, day_first))
    for word in (*_ends(low, today), *dates, *weekdays, *_words(low, today)):
        if all(word.end <= start or word.start >= end for start, end in taken):
            taken.append((word.start, word.end))
            if word.day >= today:
                yield word


def _with_weekday(low: str, date_: DayWord, weekdays: Iterable[DayWord]) -> DayWord:
    """A date with the weekday beside it: “Friday, 4 December”, «4 декабря (пятница)»."""
    for word in weekdays:
        if word.end <= date_.start and not low[word.end : date_.start].strip(" ,"):
            return replace(date_, start=word.start)
        if date_.end <= word.start and not low[date_.end : word.start].strip(" ,("):
            return replace(date_, end=word.end)
    return date_


def _dates(low: str, today: date, day_first: bool) -> Iterator[DayWord]:
    for found in _DATE.finditer(low):
        if day := _date(found, today, day_first):
            yield DayWord(*found.span(), day, is_date=True)


def _date(found: re.Match[str], today: date, day_first: bool) -> date | None:
    if found["iy"]:
        return _made(found["iy"], int(found["im"]), int(found["id"]), today)
    if found["dd"]:
        return _made(found["dy"], int(found["dm"]), int(found["dd"]), today)
    if found["sa"]:
        first, second = int(found["sa"]), int(found["sb"])
        day, month = (first, second) if day_first else (second, first)
        return _made(found["sy"], month, day, today)
    name, number = found["wm"] or found["nm"], found["wd"] or found["nd"]
    return _made(found["wy"] or found["ny"], _month(name), int(number), today)


def _month(name: str) -> int:
    return next(n for n, names in enumerate(_MONTHS, 1) if re.fullmatch(names, name))


def _made(year: str | None, month: int, number: int, today: date) -> date | None:
    """The day; without a year the next one, unless it was but lately."""
    try:
        if year:
            return date(int(year) + (2000 if len(year) == 2 else 0), month, number)
        day = date(today.year, month, number)
        if day >= today or (today - day).days <= _RECENT:
            return day
        return date(today.year + 1, month, number)
    except ValueError:
        return None


def _weekdays(low: str, today: date) -> Iterator[DayWord]:
    for found in _WEEKDAY.finditer(low):
        number = next(n for n in range(7) if found[f"w{n}"])
        ahead = (number - today.weekday() - 1) % 7 + 1
        if found["next"]:
            ahead = 7 - today.weekday() + number
        yield DayWord(*found.span(), today + timedelta(days=ahead))


def _ends(low: str, today: date) -> Iterator[DayWord]:
    for found in _END_OF.finditer(low):
        if day := _end(found, today):
            yield DayWord(*found.span(), day)


def _end(found: re.Match[str], today: date) -> date | None:
    unit, is_next = found["unit"], bool(found["next"])
    if found["weekday"]:
        inner = [*_weekdays(unit, today), *_words(unit, today)]
        return inner[0].day if inner else None
    if unit in ("day", "дня") or unit.startswith(("сегодня", "завтра")):
        return today + timedelta(days=int(is_next or unit.startswith("завтра")))
    if unit.startswith(("week", "недел")):
        return _end_of_week(today, 7 * is_next)
    if unit in ("month", "месяца"):
        return _end_of_month(today.year, today.month + is_next)
    if unit in ("quarter", "квартала"):
        return _end_of_month(today.year, 3 * ((today.month - 1) // 3 + 1 + is_next))
    if unit in ("year", "года"):
        return date(today.year + is_next, 12, 31)
    month = _month(unit)
    return _end_of_month(today.year + (month < today.month), month)


def _end_of_week(today: date, more: int) -> date:
    return today + timedelta(days=6 - today.weekday() + more)


def _end_of_month(year: int, month: int) -> date:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, calendar.monthrange(year, month)[1])


def _words(low: str, today: date) -> Iterator[DayWord]:
    ends = {
        "d0": today, "d1": today + timedelta(days=1), "d2": today + timedelta(days=2),
        "week": _end_of_week(today, 0), "week7": _end_of_week(today, 7),
        "month": _end_of_month(today.year, today.month),
        "month1": _end_of_month(today.year, today.month + 1),
    }  # fmt: skip
    for found in _WORDS.finditer(low):
        yield DayWord(*found.span(), ends[found.lastgroup or "d0"])
