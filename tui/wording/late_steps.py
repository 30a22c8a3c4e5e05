"""A step that was taken after its time, in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tui.cases.event import Event
from tui.wording.wording import Wording


def taken_late(words: Wording, ended: date, today: date) -> str:
    """That a step was taken after its time, for a list of dates."""
    return words.t("taken late, its time ended on {day}", day=words.short_day(ended, today))


def despite_lines(words: Wording, event: Event) -> Iterator[str]:
    """The same of an event, and why."""
    if event.ended:
        ended = words.short_day(event.ended, event.day)
        yield words.t("Taken late: its time ended on {day}.", day=ended)
    if event.despite:
        yield words.t("Why all the same: {why}", why=event.despite)
