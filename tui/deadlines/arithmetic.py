"""From a start and a period to a date, with its working."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec.structs import replace

from tui.cases.deadline import Deadline, Pause, Skipped, Working
from tui.cases.errors import BadInput
from tui.cases.words import DeadlineKind, Owner
from tui.deadlines.calendars import Calendar
from tui.deadlines.counting import run
from tui.deadlines.days import DAY
from tui.deadlines.period import Period, Unit, known_day
from tui.deadlines.rule import Counting, Roll

# A practice, not a rule of law: what must have arrived is posted so many days before.
POST_TAKES = timedelta(days=7)
# The last day is certain only after the next working day, however it is read.
_TWO_READINGS = frozenset({Roll.UNKNOWN.value, Roll.UNSAID.value})


def work_out(
    start: date,
    period: Period,
    calendar: Calendar,
    *,
    roll: Roll = Roll.UNSAID,
    counting: Counting = Counting.EXCLUDED,
    pauses: tuple[Pause, ...] = (),
) -> Working:
    """The day on which `period` after `start` ends, and how.

    `skipped` holds the days not counted on the way and the days off that the roll passed,
    the raw end itself among them; with an unknown roll those of both readings. To check by
    hand: of working days, start + counted + skipped = raw end (a day less where the start
    itself counts); of calendar days, weeks and months nothing but the paused days is skipped
    on the way. `calendar` and `flags` are empty where no calendar was asked.

    Raises BadInput for a pause that ends before it begins, for dates outside 2000..2199, and
    for a period of hours, which needs a moment to start from.
    """
    for pause in pauses:
        check_pause(pause)
    raw_end, on_the_way = run(start, period, calendar, pauses, counting)
    first = start if counting is Counting.INCLUSIVE else start + DAY
    due, passed = _rolled(raw_end, roll, calendar, first)
    asked = period.unit is Unit.WD or roll is not Roll.NONE
    return Working(
        start=start,
        period=str(period),
        counted=period.count,
        raw_end=raw_end,
        due=due,
        skipped=_merged(on_the_way, passed),
        pauses=pauses,
        roll=roll.value,
        counting=counting.value,
        calendar=calendar.id if asked else "",
        certainty="practice",
        flags=_doubts(first, period, calendar, (due, raw_end), passed) if asked else (),
    )


def _doubts(
    begins: date,
    period: Period,
    calendar: Calendar,
    ends: tuple[date, date],
    passed: tuple[Skipped, ...],
) -> tuple[str, ...]:
    """What the calendar is unsure of on the days that were asked of it."""
    first = begins if period.unit is Unit.WD else min(ends)
    return calendar.flags(first, max([*ends, *(skipped.date for skipped in passed)]))


def theirs(
    working: Working, calendar: Calendar, kind: DeadlineKind, rule: str, step: str = ""
) -> Deadline:
    """A deadline of theirs. Where it can be read in two ways they are late after the later."""
    return Deadline(
        owner=Owner.THEIRS,
        kind=kind,
        due=working.due,
        late_after=late_after(working, calendar),
        due_at=working.end_at,
        rule=rule,
        step=step,
        working=working,
    )


def mine(
    working: Working, calendar: Calendar, kind: DeadlineKind, rule: str, step: str = ""
) -> Deadline:
    """A deadline of mine. `act_by` is the last working day in time, whatever the roll."""
    earliest = min(working.due, working.raw_end)
    by = act_by(working.start, earliest, calendar)
    flags = (*working.flags, *calendar.flags(by, earliest))
    working = replace(
        working,
        calendar=working.calendar or calendar.id,
        flags=tuple(dict.fromkeys(flags)),
    )
    return Deadline(
        owner=Owner.MINE,
        kind=kind,
        due=working.due,
        late_after=late_after(working, calendar),
        due_at=working.end_at,
        rule=rule,
        act_by=by,
        step=step,
        working=working,
    )


def given(start: date, due: date, kind: DeadlineKind, rule: str) -> Deadline:
    """A date that somebody named, for them to keep: "promise", "given", "extended", "agreed"."""
    return Deadline(
        owner=Owner.THEIRS,
        kind=kind,
        due=due,
        late_after=due,
        rule=rule,
        working=Working(start=start, period="", counted=0, raw_end=due, due=due),
    )


def act_by(start: date, due: date, calendar: Calendar) -> date:
    """The last working day on or before `due`; `due` itself if there is none since `start`."""
    day = due
    while day >= start:
        if calendar.is_working(day):
            return day
        day -= DAY
    return due


def late_after(working: Working, calendar: Calendar) -> date:
    """The last day on which nobody is late, in the reading that ends later."""
    if working.roll not in _TWO_READINGS:
        return working.due
    return _over(working.raw_end, DAY, calendar)[0]


def _rolled(
    raw_end: date, roll: Roll, calendar: Calendar, first: date
) -> tuple[date, tuple[Skipped, ...]]:
    """The due day, and the days off from the raw end to the working days rolled to.

    A last day never rolls back past `first`, the first day that counts.
    """
    if roll is Roll.NONE:
        return raw_end, ()
    if roll is Roll.NEXT_WD:
        return _over(raw_end, DAY, calendar)
    if roll is Roll.UNSAID:
        return raw_end, _over(raw_end, DAY, calendar)[1]
    before = _back(raw_end, first, calendar)
    later = _over(raw_end, DAY, calendar)[1] if roll is Roll.UNKNOWN else ()
    return before[0], (*before[1], *later)


def _back(raw_end: date, first: date, calendar: Calendar) -> tuple[date, tuple[Skipped, ...]]:
    day, passed = _over(raw_end, -DAY, calendar) if first < raw_end else (raw_end, ())
    return (day, passed) if day >= first else (raw_end, ())


def _over(day: date, way: timedelta, calendar: Calendar) -> tuple[date, tuple[Skipped, ...]]:
    """The first working day from `day` on, that way, and the days off passed."""
    passed = []
    while why := calendar.why_off(day):
        passed.append(Skipped(date=day, why=why))
        day = known_day(day + way)
    return day, tuple(passed)


def _merged(on_the_way: Iterable[Skipped], passed: Iterable[Skipped]) -> tuple[Skipped, ...]:
    """Each day once. A paused day that the roll passes back over stays a paused day."""
    by_day = {skipped.date: skipped for skipped in (*passed, *on_the_way)}
    return tuple(by_day[day] for day in sorted(by_day))


def check_pause(pause: Pause) -> None:
    """Raises BadInput for a pause that ends before it begins."""
    if pause.end < pause.start:
        raise BadInput(
            "The pause from {start} to {end} ends before it begins.",
            start=pause.start,
            end=pause.end,
        )
