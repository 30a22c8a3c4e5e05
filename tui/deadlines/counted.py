"""Counting one period, whichever way it counts."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from tui.cases.deadline import Pause, Working
from tui.deadlines.arithmetic import check_pause, work_out
from tui.deadlines.period import Period
from tui.deadlines.running_clock import run_clock
from tui.deadlines.terms import Terms


def counted(
    terms: Terms, start: date | datetime, period: Period, pauses: tuple[Pause, ...]
) -> Working:
    """The bare working of one period, by days or by the clock."""
    if isinstance(start, datetime) and period.unit.is_clock:
        return _by_the_clock(terms, start, period, pauses)
    return work_out(
        start.date() if isinstance(start, datetime) else start,
        period,
        terms.calendar,
        roll=terms.rule.roll,
        counting=terms.rule.counting,
        pauses=pauses,
    )


def _by_the_clock(
    terms: Terms, start: datetime, period: Period, pauses: tuple[Pause, ...]
) -> Working:
    for pause in pauses:
        check_pause(pause)
    calendar, hours, business = terms.calendar, terms.hours, period.unit.is_business
    if business and hours:
        start = start.astimezone(hours.zone)
    end, skipped = run_clock(start, period, hours, calendar, pauses)
    # What ends at midnight has lasted the whole day before.
    last = (end - datetime.resolution).date()
    return Working(
        start=start.date(),
        period=str(period),
        counted=period.count,
        raw_end=last,
        due=last,
        skipped=skipped,
        pauses=pauses,
        calendar=calendar.id if business else "",
        start_at=start,
        end_at=end,
        hours=str(hours) if business and hours else "",
        zone=start.tzinfo.key if isinstance(start.tzinfo, ZoneInfo) else "",
        eve=hours.eve if business and hours else 0,
        flags=calendar.flags(start.date(), last) if business else (),
    )
