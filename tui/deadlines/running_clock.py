"""Clocks that run: for so long, or for so long while somebody is open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from tui.cases.deadline import Pause, Skipped
from tui.cases.errors import BadInput
from tui.deadlines.calendars import Calendar
from tui.deadlines.days import DAY
from tui.deadlines.hours import Hours, TimeSpan, counting
from tui.deadlines.period import Period, known_day


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
    zone, spans_of = _zone_of(start, hours), counting(period, hours, calendar)
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


def _moments(spans: Iterable[TimeSpan], behind: timedelta, within: TimeSpan) -> Iterator[TimeSpan]:
    """Times on the wall as moments in UTC, as far as they lie within two moments."""
    first, last = within
    for begin, end in spans:
        opens = max(first, begin.replace(tzinfo=UTC) + behind)
        closes = min(last, end.replace(tzinfo=UTC) + behind)
        if opens < closes:
            yield opens, closes


def _without(spans: Iterable[TimeSpan], pauses: Sequence[Pause]) -> Iterator[TimeSpan]:
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
