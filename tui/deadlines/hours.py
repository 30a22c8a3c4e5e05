"""Opening hours, and clocks that run: for so long, or for so long while somebody is open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TypeAlias
from zoneinfo import ZoneInfo

from msgspec import Struct

from tui.cases.deadline import Pause, Skipped
from tui.cases.errors import BadInput
from tui.deadlines.calendars import Calendar
from tui.deadlines.days import DAY
from tui.deadlines.period import Period, known_day
from tui.deadlines.week import ROUND_THE_CLOCK, Week, parse_week, week_text
from tui.deadlines.zones import zone_named

_Span: TypeAlias = tuple[datetime, datetime]

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


def run_clock(
    start: datetime,
    period: Period,
    hours: Hours | None,
    calendar: Calendar,
    pauses: Sequence[Pause] = (),
) -> tuple[datetime, tuple[Skipped, ...]]:
    """The moment at which `period` after `start` ends, and each day between on which it stood.

    Hours and minutes are elapsed time, business hours and minutes only time within `hours`;
    a period that fills the last interval ends when that closes. Days are those of the zone of
    `hours`, or of `start` where there are none, and the end is told in that zone. Nothing
    counts on a paused day, nor between the moments of a pause. `skipped` has the whole days
    between that of the start and that on which the last minute counted, with "paused", "weekend",
    the holiday, or "closed".

    Raises BadInput for a start without a zone, business hours without `hours` or with hours
    that never open, and dates outside 2000..2199.
    """
    zone, spans_of = _zone_of(start, hours), _counting(period, hours, calendar)
    at, left = start.astimezone(UTC), timedelta(minutes=period.minutes)
    seen = [at.astimezone(zone).date()]
    counted: set[date] = set()
    while True:
        clock, until = _steady(at, zone)
        day = known_day(clock.date())
        spans = () if _paused(day, pauses) else spans_of(day)
        running = _moments(spans, at - clock.replace(tzinfo=UTC), (at, until))
        for opens, closes in _without(running, pauses):
            if left <= closes - opens:
                stood = sorted(set(seen) - counted - {seen[0], day})
                return (opens + left).astimezone(zone), _told(stood, calendar, pauses)
            left -= closes - opens
            counted.add(day)
        seen.append(day)
        at = until


def _moments(spans: Iterable[_Span], behind: timedelta, within: _Span) -> Iterator[_Span]:
    """Times on the wall as moments in UTC, as far as they lie within two moments."""
    first, last = within
    for begin, end in spans:
        opens = max(first, begin.replace(tzinfo=UTC) + behind)
        closes = min(last, end.replace(tzinfo=UTC) + behind)
        if opens < closes:
            yield opens, closes


def _without(spans: Iterable[_Span], pauses: Sequence[Pause]) -> Iterator[_Span]:
    """The spans without the moments in which the clock stood still, in order."""
    stood = sorted((p.start_at, p.end_at) for p in pauses if p.start_at and p.end_at)
    for opens, closes in spans:
        at = opens
        for begin, end in stood:
            if at < begin < closes:
                yield at, begin
            if begin < closes:
                at = max(at, end)
        if at < closes:
            yield at, closes


def _steady(at: datetime, zone: tzinfo) -> tuple[datetime, datetime]:
    """What the clock of `zone` shows at `at` (UTC), and until when it runs on undisturbed.

    That is until its midnight, or until it is put forward or back: between the two moments
    there is one day and one offset, however the zone changes its clocks.
    """
    shown = at.astimezone(zone)
    clock = shown.replace(tzinfo=None, fold=0)
    same, until = at, at + (datetime.combine(clock.date() + DAY, time()) - clock)
    if until.astimezone(zone).utcoffset() == shown.utcoffset():
        return clock, until
    while until - same > datetime.resolution:
        middle = same + (until - same) // 2
        if middle.astimezone(zone).utcoffset() == shown.utcoffset():
            same = middle
        else:
            until = middle
    return clock, until


def _counting(
    period: Period, hours: Hours | None, calendar: Calendar
) -> Callable[[date], Sequence[_Span]]:
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


def _whole(day: date) -> tuple[_Span, ...]:
    begin = datetime.combine(day, time())
    return ((begin, begin + DAY),)


def _open_on(day: date, hours: Hours, calendar: Calendar) -> Iterator[_Span]:
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


def _zone_of(start: datetime, hours: Hours | None) -> tzinfo:
    known_day(start.date())
    if start.tzinfo is None or start.utcoffset() is None:
        raise BadInput(
            "{start} is the time of which place? Write it with its offset, such as "
            "2026-04-30T15:00+03:00.",
            start=start,
        )
    return hours.zone if hours else start.tzinfo


def _paused(day: date, pauses: Sequence[Pause]) -> bool:
    """Whether the whole day was; of hours moments are paused."""
    return any(pause.start <= day <= pause.end for pause in pauses if pause.start_at is None)


def _told(days: Sequence[date], calendar: Calendar, pauses: Sequence[Pause]) -> tuple[Skipped, ...]:
    def why(day: date) -> str:
        return "paused" if _paused(day, pauses) else calendar.why_off(day) or "closed"

    return tuple(Skipped(date=day, why=why(day)) for day in days)
