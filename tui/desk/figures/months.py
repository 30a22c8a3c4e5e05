"""The calendar: a month of days, each with what falls on it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from tui.cases.card import Card
from tui.cases.deadline import Deadline
from tui.cases.words import Owner, Stage
from tui.desk.cleaned import cleaned_card
from tui.desk.ladder.pressing import acts_on
from tui.desk.office import Office

_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


class Entry(Struct, frozen=True):
    """A date of a case that falls on a day. `today` is the company's day."""

    card: Card
    deadline: Deadline
    today: date

    @property
    def is_late(self) -> bool:
        return self.deadline.late_on(self.today)

    @property
    def is_mine(self) -> bool:
        return self.deadline.owner is Owner.MINE


class CalendarDay(Struct, frozen=True):
    """A day. `off`: why it is none of work in my country, "weekend" or the name of a holiday;
    empty for a working day. `entries`: what is late first, then theirs, then mine."""

    date: date
    off: str
    entries: tuple[Entry, ...]


class MonthView(Struct, frozen=True):
    """A month in whole weeks, Monday first, so that days of its neighbours stand around it.

    `country`: whose days off they are; empty where only the ends of weeks are known.
    """

    first: date
    today: date
    days: tuple[CalendarDay, ...]
    country: str = ""

    def day(self, wanted: date) -> CalendarDay | None:
        """That day, if it is among those shown."""
        return next((day for day in self.days if day.date == wanted), None)


def month(office: Office, some_day: date) -> MonthView:
    """The month of a day: open deadlines of both sides, promises, agreed contacts, windows.

    A deadline stands on the day by which somebody has to act: theirs on the day it is due, mine
    on the last day on which acting is certainly in time. A paused one stands nowhere, nor does
    a window that is over.
    """
    first = some_day.replace(day=1)
    shown = tuple(_weeks(first))
    entries: dict[date, list[Entry]] = {day: [] for day in shown}
    today = office.days()
    for card in office.cards():
        if card.stage not in (Stage.CLOSED, Stage.DRAFT):
            for deadline in (*card.deadlines, *card.windows_on(today(card))):
                if deadline.paused_on is None and acts_on(deadline) in entries:
                    entry = Entry(cleaned_card(card), deadline, today(card))
                    entries[acts_on(deadline)].append(entry)
    country = office.settings.config.country
    calendar = office.law.calendar(country)
    days = (
        CalendarDay(day, calendar.why_off(day), tuple(sorted(entries[day], key=_order)))
        for day in shown
    )
    return MonthView(first, office.today(), tuple(days), country)


def _weeks(first: date) -> Iterator[date]:
    """The days from the Monday before the first to the Sunday after the last of a month."""
    last = first.replace(day=monthrange(first.year, first.month)[1]).toordinal()
    begin = first.toordinal() - first.weekday()
    end = last + 6 - (last - 1) % 7
    for number in range(begin, end + 1):
        if _FIRST <= number <= _LAST:
            yield date.fromordinal(number)


def _order(entry: Entry) -> tuple[bool, bool, int]:
    return (not entry.is_late, entry.is_mine, entry.card.id)
