"""Dates as each language writes them."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Protocol

from tui.cases.deadline import Deadline
from tui.wording.mark import N_

# In Russian these are the forms that stand after a number: 24 ноября, 24 ноя.
_MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
    N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip
_SHORT_MONTHS = (
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
    N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
)  # fmt: skip
# In Russian the forms that stand alone: ноябрь 2026.
_TITLES = (
    N_("January {year}"), N_("February {year}"), N_("March {year}"), N_("April {year}"),
    N_("May {year}"), N_("June {year}"), N_("July {year}"), N_("August {year}"),
    N_("September {year}"), N_("October {year}"), N_("November {year}"), N_("December {year}"),
)  # fmt: skip
_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


class Texts(Protocol):
    """Where the words come from."""

    def t(self, text: str, /, **values: str | int) -> str:
        """A text of the catalogue."""

    def n(self, one: str, many: str, count: int, /) -> str:
        """A text that depends on a number."""


def long_day(words: Texts, day: date) -> str:
    """24 November 2026, 24 ноября 2026 г."""
    return words.t(
        "{number} {month} {year}",
        number=day.day,
        month=words.t(_MONTHS[day.month - 1]),
        year=day.year,
    )


def month(words: Texts, day: date) -> str:
    """November 2026, ноябрь 2026."""
    return words.t(_TITLES[day.month - 1], year=day.year)


def weekdays(words: Texts) -> tuple[str, ...]:
    """Mon, Tue ... Sun."""
    return tuple(map(words.t, _WEEKDAYS))


def short_day(words: Texts, day: date, today: date | None = None) -> str:
    """Tue 24 Nov; with the year where it is not that of `today`."""
    weekday, month = words.t(_WEEKDAYS[day.weekday()]), words.t(_SHORT_MONTHS[day.month - 1])
    year = f" {day.year}" if today and day.year != today.year else ""
    return f"{weekday} {day.day} {month}{year}"


def due(words: Texts, day: date, at: datetime | None, today: date) -> str:
    """Tue 24 Nov; where hours are counted 17:40 on Tue 24 Nov."""
    if at is None:
        return short_day(words, day, today)
    return words.t("{time} on {day}", time=_hour(at), day=short_day(words, day, today))


def until(words: Texts, deadline: Deadline, today: date) -> str:
    """How an open deadline stands on `today`. Theirs is late only from the day after.

    A time that is counted in hours says its hour on its last day.
    """
    if deadline.paused_on:
        return words.t("paused")
    if deadline.late_on(today):
        return _late(words, deadline, today)
    if deadline.past_on(today):
        return words.t("has it arrived?")
    by = deadline.safe_day
    if by < today:
        return words.t("last day {day}", day=short_day(words, deadline.late_after, today))
    if by > today:
        return words.t("by {day}", day=short_day(words, by, today))
    if deadline.due_at:
        return words.t("today {time}", time=_hour(deadline.due_at))
    return words.t("today")


def _late(words: Texts, deadline: Deadline, today: date) -> str:
    if deadline.due_at is None:
        late = deadline.days_late(today)
    elif deadline.due >= today:
        return words.t("late since {time}", time=_hour(deadline.due_at))
    else:
        late = (today - deadline.due).days
    return words.n("{count} day late", "{count} days late", late)


def _hour(at: datetime) -> str:
    """What ends at midnight belongs to the day that is over then."""
    return "24:00" if at.time() == time() else f"{at:%H:%M}"


def short_month(words: Texts, day: date) -> str:
    """Nov."""
    return words.t(_SHORT_MONTHS[day.month - 1])
