"""The opening hours of a week as people write them: `Mon-Fri 09:00-18:00; Sat 10:00-14:00`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time
from functools import cache
from itertools import pairwise
from typing import TypeAlias

from tui.cases.errors import BadInput
from tui.deadlines.weekdays import WEEKDAY_NAMES

# An interval that ends at time(0) ends at midnight, when its day is over.
Interval: TypeAlias = tuple[time, time]
Week: TypeAlias = tuple[tuple[Interval, ...], ...]  # Monday first

MIDNIGHT = time(0)
WHOLE_DAY: tuple[Interval, ...] = ((MIDNIGHT, MIDNIGHT),)
ROUND_THE_CLOCK: Week = (WHOLE_DAY,) * 7

_DAY_MINUTES = 24 * 60
_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_WORKING_WEEK, _EVERY_DAY = range(5), range(7)
_MANY_DAYS = {
    "daily": _EVERY_DAY,
    "every day": _EVERY_DAY,
    "ежедневно": _EVERY_DAY,
    "каждый день": _EVERY_DAY,
    "weekdays": _WORKING_WEEK,
    "по будням": _WORKING_WEEK,
    "будни": _WORKING_WEEK,
}
_ALWAYS = frozenset({"24/7", "24x7", "24×7", "24х7", "круглосуточно"})

_TO = r"\s*(?:[-‐‑‒–—−]|\bto\b|\bдо\b|\bпо\b)\s*"
_FROM = r"(?:(?:from|с|со)\s+)?"
_DAY = rf"(?:{'|'.join(WEEKDAY_NAMES)})\b\.?"
_CLOCK = r"[0-9]{1,2}(?:[:.][0-9]{2})?"
_TOKEN = (
    rf"{_FROM}(?:(?P<many>{'|'.join(_MANY_DAYS)})"
    rf"|(?P<first>{_DAY})(?:{_TO}(?P<last>{_DAY}))?"
    rf"|(?P<opens>{_CLOCK}){_TO}(?P<closes>{_CLOCK}))(?!\w)[\s,;:]*"
)


def parse_week(text: str) -> Week:
    """The intervals of each day of the week that `text` tells, in order of the clock.

    Times without days before them hold from Monday to Friday. An interval that ends before it
    begins runs over midnight and is cut there. Raises BadInput for anything else, and for
    intervals of one day that overlap.
    """
    typed = text.strip().lower()
    if typed in _ALWAYS:
        return ROUND_THE_CLOCK
    minutes: list[list[tuple[int, int]]] = [[] for _ in _EVERY_DAY]
    days = set(_WORKING_WEEK)
    timed = True  # whether the days told last have had a time
    for found in _tokens(typed, text):
        if not found["opens"]:
            told = _days(found)
            days, timed = told if timed else days | told, False
            continue
        timed = True
        for day in days:
            _add(minutes, day, _interval(found["opens"], found["closes"], text))
    if not timed:
        raise _not_hours(text)
    return tuple(_in_order(intervals, text) for intervals in minutes)


def week_text(week: Week) -> str:
    """The week in a form that `parse_week` reads back; empty where nothing is ever open."""
    if week == ROUND_THE_CLOCK:
        return "24/7"
    days: dict[tuple[Interval, ...], list[int]] = {}
    for day, intervals in enumerate(week):
        if intervals:
            days.setdefault(intervals, []).append(day)
    return "; ".join(f"{_days_text(same)} {_times_text(times)}" for times, same in days.items())


@cache
def _token() -> re.Pattern[str]:
    return re.compile(_TOKEN)  # takes longer than all else here, and most programs tell no hours


def _tokens(typed: str, text: str) -> list[re.Match[str]]:
    found, at = [], 0
    while at < len(typed):
        token = _token().match(typed, at)
        if not token:
            raise _not_hours(text)
        found.append(token)
        at = token.end()
    if not found:
        raise _not_hours(text)
    return found


def _days(found: re.Match[str]) -> set[int]:
    if found["many"]:
        return set(_MANY_DAYS[found["many"]])
    first = WEEKDAY_NAMES[found["first"].rstrip(".")]
    last = WEEKDAY_NAMES[found["last"].rstrip(".")] if found["last"] else first
    return {(first + n) % 7 for n in range((last - first) % 7 + 1)}  # a week may begin on Sunday


def _interval(opens: str, closes: str, text: str) -> tuple[int, int]:
    """In minutes of the day it begins on; one over midnight ends after 24 hours."""
    begin, end = _minute(opens, text), _minute(closes, text) or _DAY_MINUTES
    if begin == _DAY_MINUTES:
        raise _not_hours(text)
    if begin == end:
        raise BadInput(
            "{opens} to {closes} is no time at all. Write opening hours like 09:00-18:00.",
            opens=opens,
            closes=closes,
        )
    return begin, end if end > begin else end + _DAY_MINUTES


def _minute(clock: str, text: str) -> int:
    hours, _, minutes = clock.replace(".", ":").partition(":")
    minute = int(hours) * 60 + int(minutes or 0)
    if minute > _DAY_MINUTES or int(minutes or 0) > 59:
        raise _not_hours(text)
    return minute


def _add(minutes: list[list[tuple[int, int]]], day: int, interval: tuple[int, int]) -> None:
    begin, end = interval
    minutes[day].append((begin, min(end, _DAY_MINUTES)))
    if end > _DAY_MINUTES:
        minutes[(day + 1) % 7].append((0, end - _DAY_MINUTES))


def _in_order(intervals: list[tuple[int, int]], text: str) -> tuple[Interval, ...]:
    ordered = sorted(intervals)
    if any(later[0] < earlier[1] for earlier, later in pairwise(ordered)):
        raise BadInput(
            "“{text}”: two of these times overlap. Write each time of a day once, such as "
            "09:00-13:00, 14:00-18:00.",
            text=text,
        )
    return tuple((_time(begin), _time(end)) for begin, end in ordered)


def _time(minute: int) -> time:
    return time(*divmod(minute % _DAY_MINUTES, 60))


def _days_text(days: Sequence[int]) -> str:
    """`Mon-Fri`, `Mon, Wed`, `Mon-Wed, Sat-Sun`."""
    firsts = [day for day in days if day - 1 not in days]
    lasts = [day for day in days if day + 1 not in days]
    runs = zip(firsts, lasts, strict=True)
    return ", ".join(_NAMES[a] if a == b else f"{_NAMES[a]}-{_NAMES[b]}" for a, b in runs)


def _times_text(times: Sequence[Interval]) -> str:
    return ", ".join(
        f"{opens:%H:%M}-{'24:00' if closes == MIDNIGHT else f'{closes:%H:%M}'}"
        for opens, closes in times
    )


def _not_hours(text: str) -> BadInput:
    return BadInput(
        "“{text}” does not say when they are open. Write days and times like "
        "“Mon-Fri 09:00-18:00; Sat 10:00-14:00”, or 24/7.",
        text=text,
    )
