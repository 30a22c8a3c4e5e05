"""From the start to the date: the counting of a working, in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING

from tui.cases.deadline import Skipped, Working
from tui.deadlines.days import DAY
from tui.deadlines.rule import StartsOn

if TYPE_CHECKING:
    from tui.wording.wording import Wording

_MANY = 12  # runs of days that can still be read; more are counted
_PERIOD = re.compile(r"(\d+)([a-z]+)")
_PRACTICE = frozenset({"practice", "given"})


def period_in_words(words: Wording, period: str) -> str:
    """“10wd” as 10 working days; what is no period as it is."""
    found = _PERIOD.fullmatch(period)
    if not found:
        return period
    count = int(found[1])
    spoken = {
        "d": words.n("{count} day", "{count} days", count),
        "cal": words.n("{count} calendar day", "{count} calendar days", count),
        "wd": words.n("{count} working day", "{count} working days", count),
        "w": words.n("{count} week", "{count} weeks", count),
        "m": words.n("{count} month", "{count} months", count),
        "y": words.n("{count} year", "{count} years", count),
        "h": words.n("{count} hour", "{count} hours", count),
        "min": words.n("{count} minute", "{count} minutes", count),
        "bh": words.n("{count} business hour", "{count} business hours", count),
        "bmin": words.n("{count} business minute", "{count} business minutes", count),
    }
    return spoken.get(found[2], period)


def moment_with_zone(words: Wording, at: datetime) -> str:
    """Sun 25 Oct 2026, 01:30 (UTC+01:00): in autumn an hour stands twice on the wall."""
    offset = at.isoformat()[-6:] if at.utcoffset() else "+00:00"
    return f"{words.moment(at)} (UTC{offset})"


def counting(words: Wording, working: Working) -> Iterator[str]:
    """The start, what was not counted, where the count ends, and what becomes of a day off."""
    if working.period:
        yield _start(words, working)
        yield from _skipped(words, working)
    if working.hours:
        open_hours = f"{working.hours} ({working.zone})"
        yield words.t("Only their open hours count: {hours}.", hours=open_hours)
    if working.eve:
        yield words.n(
            "The day before a holiday is {count} minute shorter.",
            "The day before a holiday is {count} minutes shorter.",
            working.eve,
        )
    for pause in working.pauses:
        start: date | str = pause.start
        end: date | str = pause.end
        if pause.start_at and pause.end_at:
            start, end = (moment_with_zone(words, at) for at in (pause.start_at, pause.end_at))
        yield words.t("The clock stood still from {start} to {end}.", start=start, end=end)
    if working.end_at:
        yield words.t("The count ends on {moment}.", moment=moment_with_zone(words, working.end_at))
    elif working.period:
        yield words.t("The count ends on {day}.", day=working.raw_end)
        yield from _roll(words, working)


def _start(words: Wording, working: Working) -> str:
    length = working.extended_to if working.extended else working.period
    period = period_in_words(words, length)
    start: date | str = working.start
    if working.starts_on and working.certainty not in _PRACTICE:
        start = words.t(
            "{day} ({event})", day=working.start, event=words.term(StartsOn(working.starts_on))
        )
    if working.start_at:
        moment = moment_with_zone(words, working.start_at)
        return words.t("{period} from {moment}.", period=period, moment=moment)
    if working.counting == "inclusive":
        return words.t("{period} from {start}; that day is the first.", period=period, start=start)
    if working.counting == "same_date_month":
        return words.t(
            "{period} from {start}, to the same date of the month.", period=period, start=start
        )
    return words.t(
        "{period} from {start}; that day itself is not counted.", period=period, start=start
    )


def _skipped(words: Wording, working: Working) -> Iterator[str]:
    if not working.period.endswith(("wd", "bh", "bmin")):
        return  # only pauses stop those, and the roll has a sentence of its own
    on_the_way = [s for s in working.skipped if s.date < working.raw_end and s.why != "paused"]
    by_name = sorted(on_the_way, key=lambda s: (s.why == "weekend", s.why, s.date))
    for why, days in groupby(by_name, key=lambda s: s.why):
        yield words.t(
            "Not counted, {why}: {days}.",
            why=_why(words, why),
            days=_days(words, working.start, tuple(days)),
        )


def _days(words: Wording, start: date, skipped: Sequence[Skipped]) -> str:
    runs = list(_runs([s.date for s in skipped]))
    if len(runs) > _MANY:
        return words.n("{count} day", "{count} days", len(skipped))
    ends = ([words.short_day(day, start) for day in dict.fromkeys(run)] for run in runs)
    return ", ".join(" – ".join(run) for run in ends)


def _runs(days: Sequence[date]) -> Iterator[tuple[date, date]]:
    """First and last day of each unbroken run."""
    first = last = days[0]
    for day in days[1:]:
        if day - last > DAY:
            yield first, last
            first = day
        last = day
    yield first, last


def _roll(words: Wording, working: Working) -> Iterator[str]:
    """What becomes of a last day that is a day off."""
    name = next((s.why for s in working.skipped if s.date == working.raw_end), "")
    if not name:
        return
    why = _why(words, name)
    if working.roll == "unknown":
        yield words.t(
            "That is a day off ({why}). The law is read in two ways: expected on the working day "
            "before, {due}, and certainly late only after the next working day.",
            why=why,
            due=working.due,
        )
    elif working.due != working.raw_end:
        low, high = sorted((working.due, working.raw_end))
        passed = [s for s in working.skipped if low <= s.date <= high and s.why != "paused"]
        named = (f"{words.short_day(s.date)} ({_why(words, s.why)})" for s in passed)
        yield words.t(
            "Days off: {days}. So it moves to {due}.", days=", ".join(named), due=working.due
        )
    elif working.roll == "unsaid":
        yield words.t(
            "That is a day off ({why}). No rule says whether it moves, so nobody is called late "
            "before the next working day is over.",
            why=why,
        )


def _why(words: Wording, why: str) -> str:
    if why == "weekend":
        return words.t("weekend")
    return words.t("closed") if why == "closed" else why
