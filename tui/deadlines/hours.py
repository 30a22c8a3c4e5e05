"""Opening hours: when somebody is open, and which times of a day count."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import TypeAlias
from zoneinfo import ZoneInfo

from msgspec import Struct

from tui.cases.errors import BadInput
from tui.deadlines.calendars import Calendar
from tui.deadlines.days import DAY
from tui.deadlines.period import Period
from tui.deadlines.week import ROUND_THE_CLOCK, Week, parse_week, week_text
from tui.deadlines.zones import zone_named

TimeSpan: TypeAlias = tuple[datetime, datetime]

_DAY_MINUTES = 24 * 60
_NO_HOLIDAY = ("", "weekend")
_WEEKS_AROUND = (-2, -1, 1, 2)


class Hours(Struct, frozen=True):
    """When they are open, by the clock of `zone`, on working days.

    `week` has the intervals of each day, Monday first, in order; an interval that ends at
    00:00 ends at midnight, when its day is over. `eve`: by how many minutes the last interval
    is shorter on the day before a holiday. Written `Mon-Fri 09:00-18:00; Sat 10:00-14:00`.
    """

    week: Week
    zone: ZoneInfo
    eve: int = 0

    @property
    def always(self) -> bool:
        """Round the clock, holidays too."""
        return self.week == ROUND_THE_CLOCK

    def __str__(self) -> str:
        return week_text(self.week)


def parse_hours(text: str, zone: str, eve: int = 0) -> Hours:
    """Opening hours as a person writes them, in a zone such as Europe/Moscow.

    Raises BadInput as `parse_week` does, for an unknown zone, and for an `eve` that is not
    between no minutes and a day.
    """
    known = zone_named(zone)
    if not 0 <= eve < _DAY_MINUTES:
        raise BadInput("A day cannot be shorter by {eve} minutes. Write 60 for an hour.", eve=eve)
    return Hours(parse_week(text), known, eve)


def counting(
    period: Period, hours: Hours | None, calendar: Calendar
) -> Callable[[date], Sequence[TimeSpan]]:
    """Tells which times of a day count, by the clock on the wall."""
    if not period.unit.is_business:
        return _whole
    if hours is None:
        raise BadInput(
            "{period} counts only while they are open. Say when that is: "
            '--hours "Mon-Fri 09:00-18:00"',
            period=str(period),
        )
    if not any(hours.week):
        raise BadInput("In these hours they are never open. Write hours like 09:00-18:00.")
    return lambda day: _whole(day) if hours.always else tuple(_open_on(day, hours, calendar))


def _whole(day: date) -> tuple[TimeSpan, ...]:
    begin = datetime.combine(day, time())
    return ((begin, begin + DAY),)


def _open_on(day: date, hours: Hours, calendar: Calendar) -> Iterator[TimeSpan]:
    """On a weekend day they are open if their own hours say so, on a holiday never.

    A working day that is a day off in other weeks stands in for a moved one, and has the
    hours of a Monday if it has none.
    """
    why = calendar.why_off(day)
    if why not in _NO_HOLIDAY:
        return
    times = hours.week[day.weekday()]
    if not times and not why and _stands_in(day, calendar):
        times = hours.week[0]
    for n, (opens, closes) in enumerate(times, 1):
        begin, end = datetime.combine(day, opens), datetime.combine(day, closes)
        end += DAY if closes == time() else timedelta()
        yield begin, end - _cut(day, hours, calendar) if n == len(times) else end


def _cut(day: date, hours: Hours, calendar: Calendar) -> timedelta:
    """By how much the last interval of a day is shorter."""
    before_holiday = hours.eve and calendar.why_off(day + DAY) not in _NO_HOLIDAY
    return timedelta(minutes=hours.eve if before_holiday else 0)


def _stands_in(day: date, calendar: Calendar) -> bool:
    return any(calendar.why_off(day + n * 7 * DAY) == "weekend" for n in _WEEKS_AROUND)
