"""Days as a person types them: `2026-11-22`, `16.11`, `tomorrow`, `+10wd`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from tui.cases.errors import BadInput
from tui.deadlines.calendars import Calendar
from tui.deadlines.counting import run
from tui.deadlines.period import Period, is_period, known_day, parse_period

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_DOTTED_DAY = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})(?:\.([0-9]{4}))?", re.ASCII)
_YEARLESS = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}", re.ASCII)
_NAMED_DAYS = {"yesterday": -1, "вчера": -1, "today": 0, "сегодня": 0, "tomorrow": 1, "завтра": 1}
# Of a day that passed so lately nobody knows whether it is meant, or the next one of its name: a
# date that is a year late is a case that is forgotten for a year.
_LATELY = timedelta(days=60)
# A year without 29 February may be followed by seven more: 2096 is a leap year, then 2104.
_LEAP_GAP = 8


def parse_day(text: str, today: date, calendar: Calendar) -> date:
    """The day that `text` writes: `2026-11-22`, `+10wd` from `today`, or as `spoken_day` reads it.

    Raises BadInput for what is no day, or no day of the years 2000 to 2199, and for one without
    its year that passed in the last 60 days.
    """
    typed = text.strip()
    sign, count = typed[:1], typed[1:].strip()
    if sign == "+" and is_period(count):
        return run(today, _days(typed, parse_period(count)), calendar)[0]
    if _ISO_DAY.fullmatch(typed):
        try:
            return known_day(date.fromisoformat(typed))
        except ValueError:
            raise _no_such_day(typed) from None
    day = spoken_day(typed, today)
    if day is None:
        raise _no_date(typed)
    if _YEARLESS.fullmatch(typed):
        _ask_for_year(typed, day, today)
    return day


def _ask_for_year(typed: str, day: date, today: date) -> None:
    gone = spoken_day(typed, today, past=True)
    if gone and gone < today <= gone + _LATELY:
        raise BadInput(
            "“{text}” was a short while ago. Write its year, too: {gone} or {coming}.",
            text=typed, gone=f"{gone:%d.%m.%Y}", coming=f"{day:%d.%m.%Y}",
        )  # fmt: skip


def spoken_day(text: str, today: date, *, past: bool = False) -> date | None:
    """The day written as `16.11.2026` or `16.11`, or named as `tomorrow` or `завтра`; else None.

    The day stands before the month. Without a year it is the next such day from `today` on,
    or with `past` the latest one up to `today`. Raises BadInput as `parse_day` does.
    """
    typed = text.strip().lower()
    if typed in _NAMED_DAYS:
        return known_day(today + timedelta(days=_NAMED_DAYS[typed]))
    found = _DOTTED_DAY.fullmatch(typed)
    if not found:
        return None
    way = -1 if past else 1
    years = [int(found[3])] if found[3] else [today.year + way * n for n in range(_LEAP_GAP + 1)]
    for year in years:
        try:
            day = date(year, int(found[2]), int(found[1]))
        except ValueError:
            continue
        if found[3] or (day - today).days * way >= 0:
            return known_day(day)
    raise _no_such_day(typed)


def _days(typed: str, period: Period) -> Period:
    if period.unit.is_clock:
        raise _no_date(typed)
    return period


def _no_date(typed: str) -> BadInput:
    return BadInput(
        "“{text}” is not a date. Write 30.11.2026, 2026-11-30, +10wd or tomorrow.", text=typed
    )


def _no_such_day(typed: str) -> BadInput:
    return BadInput("There is no day {text} in any calendar.", text=typed)
