"""A rule with all that it needs to become a date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from msgspec import Struct, field

from tui.cases.words import Owner
from tui.deadlines.calendars import Calendar
from tui.deadlines.counting import run
from tui.deadlines.hours import Hours
from tui.deadlines.period import Period
from tui.deadlines.rule import Bound, Rule, StartsOn


class Terms(Struct, frozen=True):
    """A rule with what it needs to become a date: the calendar, and hours for business hours.

    `others` are the starts of the other periods of a combined rule, as far as they are known.
    """

    rule: Rule
    calendar: Calendar
    hours: Hours | None = None
    others: Mapping[StartsOn, date | datetime] = field(default_factory=dict)

    @property
    def owner(self) -> Owner:
        """Whose time runs. When I may go on is when theirs is over."""
        return Owner.THEIRS if self.rule.bound is Bound.OPENS else self.rule.owner


def started_on(terms: Terms, start: date | datetime) -> date | datetime:
    """From when a period counts that begins when those asked on `start` enter it in their books.

    That day is not known: it is the latest on which they should have. Others count from `start`.
    """
    if not terms.rule.assume:
        return start
    day = start.date() if isinstance(start, datetime) else start
    return run(day, terms.rule.assume, terms.calendar)[0]


def practice(rule_id: str, period: Period) -> Rule:
    """A customary waiting time of theirs; no rule of law."""
    return Rule(id=rule_id, owner=Owner.THEIRS, period=period, starts_on=StartsOn.DEMAND)
