"""What there is to look at when an event may start a deadline."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from msgspec import Struct

from tui.cases.case import Case
from tui.cases.deadline import Deadline, Working
from tui.cases.event import Event
from tui.cases.words import DeadlineKind
from tui.deadlines.calendars import Calendar
from tui.deadlines.period import Unit, parse_period
from tui.deadlines.terms import Terms


class Scene(Struct, frozen=True):
    """An event, and the case as it was before.

    `terms`: the rule that the event names, else that of its step; None where nothing says
    how long they have. `here`: the calendar of the case; `by_id`: the calendar of a working.
    """

    event: Event
    case: Case
    terms: Terms | None
    here: Calendar
    by_id: Callable[[str], Calendar]

    @property
    def standing(self) -> Deadline | None:
        """Their time to answer, as it runs."""
        return self.case.open_deadline(DeadlineKind.ANSWER, self.event.party)

    def calendar_of(self, working: Working) -> Calendar:
        """The calendar by which a working was counted."""
        return self.by_id(working.calendar) if working.calendar else self.here

    def moment(self, unit: Unit) -> date | datetime:
        """When it happened, as exactly as a period of `unit` counts."""
        return self.event.at if unit.is_clock else self.event.day


def start_of(working: Working) -> date | datetime:
    """From when a working counts: a moment, where it counts hours."""
    return working.start_at or working.start


def unit_of(working: Working) -> Unit:
    """What a working counts."""
    return parse_period(working.period).unit
