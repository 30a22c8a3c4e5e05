"""A snooze and a rhythm in words, short enough for a line of the board."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tui.cases.snooze import Chase, Snooze, every_said
from tui.desk.views import TodayRow
from tui.wording.dates import short_month

if TYPE_CHECKING:
    from tui.wording.wording import Wording


def snoozed_until(words: Wording, day: date) -> str:
    """The mark of a snooze and its end, for the narrowest column: zz to 4 Dec."""
    return words.t("zz to {day} {month}", day=day.day, month=short_month(words, day))


def when(words: Wording, row: TodayRow) -> str:
    """When something is to be done in a case of today's lists; empty where no day says it."""
    if row.deadline:
        said = words.until(row.deadline, row.today)
        return f"{said} zz" if row.snoozed else said
    if row.chased:
        late = row.chased <= row.today
        return words.t("today") if late else words.short_day(row.chased, row.today)
    return snoozed_until(words, row.snoozed) if row.snoozed else ""


def snooze_said(words: Wording, snooze: Snooze) -> str:
    """A snooze as a fact of the case; `snooze` is in force."""
    day = words.day(snooze.until) if snooze.until else ""
    if not day:
        return words.t("zz until they answer, or are late")
    if snooze.reply:
        return words.t("zz until they answer, or until {day}", day=day)
    return words.t("zz until {day}", day=day)


def chase_said(words: Wording, chase: Chase) -> str:
    """How often they are reminded, and when next."""
    every = every_said(chase.every)
    if chase.on is None:
        return words.t("{every}, not while their time stands still", every=every)
    return words.t("{every}, the next on {day}", every=every, day=chase.on)
