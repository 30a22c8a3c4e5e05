"""Whether somebody is there now: their hours, by the clock on their wall and on mine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, tzinfo

from msgspec import Struct

from tui.advice.channel_rules import Weight
from tui.cases.sentence import Sentence, Value, say
from tui.deadlines.calendars import Calendar
from tui.deadlines.days import DAY
from tui.deadlines.week import ROUND_THE_CLOCK, Week
from tui.terminal.clean import clean_line

OPEN, CLOSED, MAYBE = 5, -15, -5
_AHEAD = 15  # days: longer than the longest holidays
_NO_HOLIDAY = ("", "weekend")


class OpenNow(Struct, frozen=True):
    """Whether they are open at `at`, a moment of my clock.

    `until`: when they close, `opens`: when they open next, by their clock; None where that
    does not come in two weeks. `holiday`: what is celebrated there today.
    """

    at: datetime
    is_open: bool
    until: datetime | None = None
    opens: datetime | None = None
    holiday: str = ""


def open_now(week: Week, zone: tzinfo, at: datetime, calendar: Calendar) -> OpenNow:
    """Their week, by the clock of their zone, at a moment of mine.

    A holiday closes nobody for certain: many a line is answered every day of the year.
    """
    there = at.astimezone(zone)
    if week == ROUND_THE_CLOCK:
        return OpenNow(at, True)
    spans = list(_spans(week, zone, there.date() - DAY))
    until = next((end for begin, end in spans if begin <= there < end), None)
    if until:
        why = calendar.why_off(there.date())
        return OpenNow(at, True, until, holiday="" if why in _NO_HOLIDAY else clean_line(why))
    nexts = (begin for begin, _ in spans if begin > there)
    opens = next((b for b in nexts if calendar.why_off(b.date()) in _NO_HOLIDAY), None)
    return OpenNow(at, False, opens=opens)


def _spans(week: Week, zone: tzinfo, first: date) -> Iterator[tuple[datetime, datetime]]:
    """When they are open from a day on; what ends at midnight and goes on is one span."""
    held: tuple[datetime, datetime] | None = None
    for number in range(_AHEAD):
        day = first + DAY * number
        for opens, closes in week[day.weekday()]:
            begin = datetime.combine(day, opens, zone)
            over = closes <= opens  # it ends at midnight
            end = datetime.combine(day + DAY if over else day, closes, zone)
            if held and held[1] == begin:
                held = (held[0], end)
                continue
            if held:
                yield held
            held = (begin, end)
    if held:
        yield held


def weigh(now: OpenNow) -> Weight:
    """What it means for a call or a chat, and how it is said."""
    if not now.is_open:
        return CLOSED, _closed(now)
    if now.holiday:
        return MAYBE, say(
            "Within their hours, but it is a holiday there ({holiday}): they may be closed.",
            holiday=now.holiday,
        )
    if now.until is None:
        return OPEN, say("Open now, round the clock.")
    if _same_clock(now, now.until):
        return OPEN, say("Open now, until {time}.", time=_time(now.until))
    here = _time(now.until.astimezone(now.at.tzinfo))
    there = _time(now.until)
    return OPEN, say("Open now, until {there} there ({here} here).", there=there, here=here)


def _closed(now: OpenNow) -> Sentence:
    if now.opens is None:
        return say("Closed now.")
    if _same_clock(now, now.opens):
        return say("Closed now: opens {when}.", when=now.opens)
    here = now.opens.astimezone(now.at.tzinfo)
    at: Value = _time(here) if here.date() == now.opens.date() else here
    return say("Closed now: opens {when} there ({here} here).", when=now.opens, here=at)


def _same_clock(now: OpenNow, there: datetime) -> bool:
    return there.utcoffset() == there.astimezone(now.at.tzinfo).utcoffset()


def _time(moment: datetime) -> str:
    return f"{moment:%H:%M}"
