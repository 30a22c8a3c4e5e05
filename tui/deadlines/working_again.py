"""A deadline whose start, pauses or length changed, from its working alone."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from msgspec.structs import replace as changed

from tui.cases.deadline import Pause, Working
from tui.cases.words import Owner
from tui.deadlines.arithmetic import late_after
from tui.deadlines.calendars import Calendar
from tui.deadlines.counted import counted
from tui.deadlines.days import DAY
from tui.deadlines.hours import parse_hours
from tui.deadlines.period import Period, parse_period
from tui.deadlines.rule import Counting, Roll, Rule
from tui.deadlines.terms import Terms

_OF_THE_RULE = frozenset(
    {"unverified", "confirmed", "older_than_source", "review_due", "must_arrive"}
)


def work_out_again(
    working: Working,
    start: date | datetime,
    calendar: Calendar,
    *,
    pauses: tuple[Pause, ...],
    extended: bool = False,
) -> Working:
    """The same working from another start, with other pauses, or with the time extended.

    It needs no rule: the working holds the rule as it stood when it was worked out.
    """
    extended = extended or working.extended
    period = parse_period(working.extended_to if extended else working.period)
    if isinstance(start, datetime) and working.zone:
        start = start.astimezone(ZoneInfo(working.zone))  # a book knows the offset alone
    new = counted(_terms(working, calendar, period), start, period, pauses)
    lasting = tuple(flag for flag in working.flags if flag in _OF_THE_RULE)
    return changed(
        new,
        period=working.period,
        certainty=working.certainty,
        source=working.source,
        quote=working.quote,
        titles=working.titles,
        starts_on=working.starts_on,
        extended_to=working.extended_to,
        extended=extended,
        opens=late_after(new, calendar) + DAY if working.opens else None,
        flags=(*new.flags, *lasting),
    )


def _terms(working: Working, calendar: Calendar, period: Period) -> Terms:
    """The rule and the hours, as far as counting needs them."""
    rule = Rule(
        id="",
        owner=Owner.THEIRS,
        period=period,
        roll=Roll(working.roll),
        counting=Counting(working.counting),
    )
    hours = parse_hours(working.hours, working.zone, working.eve) if working.hours else None
    return Terms(rule, calendar, hours)
