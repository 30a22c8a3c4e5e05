"""Deadlines counted on the fingers: one day after another, with nothing of the engine.

Days are ordinals (`date.toordinal`). Which days work comes from the `holidays` library; what
becomes of them is told here a second time, as plainly as a person would count it.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date
from functools import cache

import holidays

PLACES: dict[str, list[tuple[str, str | None]]] = {
    "": [],
    "RU": [("RU", None)],
    "GB": [("GB", nation) for nation in ("ENG", "NIR", "SCT", "WLS")],
    "GB-ANY": [("GB", nation) for nation in ("ENG", "NIR", "SCT", "WLS")],
    "GB-ENG": [("GB", "ENG")],
    "GB-SCT": [("GB", "SCT")],
    "GB-NIR": [("GB", "NIR")],
    "GB-WLS": [("GB", "WLS")],
    "DE": [("DE", None)],
    "DE-BY": [("DE", "BY")],
    "DE-BE": [("DE", "BE")],
    "US": [("US", None)],
    "US-CA": [("US", "CA")],
    "KZ": [("KZ", None)],
    "IL": [("IL", None)],
    "AE": [("AE", None)],
}
ROLLS = ("none", "next_wd", "previous_wd", "unknown", "unsaid")
COUNTINGS = ("event_excluded", "inclusive", "same_date_month")
LONGEST = {"cal": 75, "wd": 45, "w": 13, "m": 8, "y": 2}

FIRST, LAST = date(2014, 1, 1).toordinal(), date(2042, 12, 31).toordinal()
FIRST_START, LAST_START = date(2015, 1, 1).toordinal(), date(2035, 12, 31).toordinal()


@dataclass(frozen=True)
class Question:
    """`pauses` are first and last days; all days are ordinals."""

    place: str
    start: int
    count: int
    unit: str
    counting: str
    roll: str
    pauses: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Reckoned:
    """`skipped` has each day passed over and whether it was "paused" or just "off"."""

    raw_end: int
    due: int
    late_after: int
    act_by: int
    skipped: tuple[tuple[int, str], ...]


def any_question(chance: random.Random) -> Question:
    start = chance.randint(FIRST_START, LAST_START)
    unit = chance.choices(list(LONGEST), weights=[5, 7, 3, 4, 1])[0]
    pauses = []
    for _ in range(chance.choice((0, 0, 1, 2))):
        begin = start + chance.randint(-10, 50)
        pauses.append((begin, begin + chance.choice((0, 1, 6, chance.randint(0, 25)))))
    return Question(
        place=chance.choice(list(PLACES)),
        start=start,
        count=chance.randint(1, LONGEST[unit]),
        unit=unit,
        counting=chance.choice(COUNTINGS),
        roll=chance.choice(ROLLS),
        pauses=tuple(pauses),
    )


def reckon(question: Question) -> Reckoned:
    works = days_that_work(question.place)
    raw_end, skipped = counted(question, works)
    before, after = raw_end, raw_end
    while not works[before - FIRST]:
        before -= 1
    while not works[after - FIRST]:
        after += 1
    if before < question.start + (question.counting != "inclusive"):
        before = raw_end  # no period ends before it begins
    roll = question.roll
    due = {"next_wd": after, "previous_wd": before, "unknown": before}.get(roll, raw_end)
    last = after if roll in ("unknown", "unsaid") else due
    if roll in ("previous_wd", "unknown"):
        skipped = dict.fromkeys(range(before + 1, raw_end + 1), "off") | skipped
    if roll in ("next_wd", "unknown", "unsaid"):
        skipped = dict.fromkeys(range(raw_end, after), "off") | skipped
    act_by = soonest = min(due, raw_end)
    while act_by >= question.start and not works[act_by - FIRST]:
        act_by -= 1
    act_by = act_by if act_by >= question.start else soonest
    return Reckoned(raw_end, due, last, act_by, tuple(sorted(skipped.items())))


def counted(question: Question, works: list[bool]) -> tuple[int, dict[int, str]]:
    left, skipped = days_to_count(question), dict[int, str]()
    day = question.start + (question.counting != "inclusive")
    while True:
        if any(begin <= day <= end for begin, end in question.pauses):
            skipped[day] = "paused"
        elif question.unit == "wd" and not works[day - FIRST]:
            skipped[day] = "off"
        else:
            left -= 1
            if left == 0:
                return day, skipped
        day += 1


def days_to_count(question: Question) -> int:
    if question.unit in ("cal", "wd"):
        return question.count
    if question.unit == "w":
        return question.count * 7
    start = date.fromordinal(question.start)
    year, month = start.year, start.month
    for _ in range(question.count * (12 if question.unit == "y" else 1)):
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    same = date(year, month, min(start.day, length_of_month(year, month)))
    return same.toordinal() - question.start


def length_of_month(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


@cache
def days_that_work(place: str) -> list[bool]:
    """Whether each day from FIRST to LAST works: where there are several lists, in all of them."""
    lists = [holidays.country_holidays(country, subdiv=sub) for country, sub in PLACES[place]]
    days = map(date.fromordinal, range(FIRST, LAST + 1))
    if not lists:
        return [day.weekday() < 5 for day in days]
    return [all(known.is_working_day(day) for known in lists) for day in days]
