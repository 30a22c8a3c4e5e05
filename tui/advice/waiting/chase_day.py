"""The day of the next regular reminder. Needs a calendar where working days are counted."""

from __future__ import annotations

from datetime import date, timedelta

from tui.advice.waiting.chased import fair_from
from tui.cases.card import Card
from tui.cases.snooze import Chase
from tui.deadlines.calendars import Calendar
from tui.deadlines.counting import run
from tui.deadlines.days import DAY, day_after
from tui.deadlines.period import Unit, parse_period

_WEEK = 7


def chase_day(card: Card, chase: Chase, calendar: Calendar) -> date | None:
    """The first day of its kind that is fair, and after the day on which I last wrote.

    A period counts from that day; where they still have time then, it is the first fair day,
    of working days the first that is one. None while nobody may be reminded.
    """
    fair = fair_from(card)
    if fair is None:
        return None
    written = card.contacted_on
    first = max(fair, chase.since, day_after(written) if written else date.min)
    if chase.weekday is not None:
        return _on_weekday(first, chase.weekday)
    period = parse_period(chase.every)
    day = max(first, run(written or chase.since, period, calendar)[0])
    while period.unit is Unit.WD and not calendar.is_working(day):
        day += DAY
    return day


def _on_weekday(first: date, weekday: int) -> date:
    return first + timedelta(days=(weekday - first.weekday()) % _WEEK)
