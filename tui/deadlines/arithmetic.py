"""From a start and a period to a date, with its working."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from tui.cases.deadline import Deadline, Pause, Skipped, Working
from tui.cases.errors import BadInput
from tui.cases.words import DeadlineKind, Owner
from tui.deadlines.calendars import DAY, Calendar
from tui.deadlines.period import Period, Unit, known_day, run


class Roll(StrEnum):
    """What becomes of a last day that is a day off."""

    NONE = "none"
    NEXT_WD = "next_wd"
    PREVIOUS_WD = "previous_wd"
    UNKNOWN = "unknown"


def work_out(
    start: date,
    period: Period,
    calendar: Calendar,
    *,
    roll: Roll = Roll.UNKNOWN,
    pauses: tuple[Pause, ...] = (),
    certainty: str = "practice",
    source: str = "",
) -> Working:
    """The day on which `period` after `start` ends, and how.

    The day of the start is not counted. `skipped` holds the days not counted on the way and
    the days off that the roll passed, the raw end itself first or last among them; with an
    unknown roll those passed until the next working day. To check by hand: of working days,
    start + counted + skipped = raw end; of calendar days, weeks and months nothing but the
    paused days is skipped on the way, so start + counted + paused = raw end. `calendar` and
    `flags` are empty where no calendar was asked.

    Raises BadInput for a pause that ends before it begins and for dates outside 2000..2199.
    """
    for pause in pauses:
        _check(pause)
    raw_end, on_the_way = run(start, period, calendar, pauses)
    due, passed = _rolled(raw_end, roll, calendar)
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
        calendar=calendar.id if asked else "",
        certainty=certainty,
        source=source,
        flags=_doubts(start, period, calendar, (due, raw_end), passed) if asked else (),
    )


def _doubts(
    start: date,
    period: Period,
    calendar: Calendar,
    ends: tuple[date, date],
    passed: tuple[Skipped, ...],
) -> tuple[str, ...]:
    """What the calendar is unsure of on the days that were asked of it."""
    first = start + DAY if period.unit is Unit.WD else min(ends)
    return calendar.flags(first, max([*ends, *(skipped.date for skipped in passed)]))


def theirs(
    working: Working, calendar: Calendar, kind: DeadlineKind, rule: str, step: str = ""
) -> Deadline:
    """A deadline of theirs. Where the roll is unknown they are late after the later reading."""
    return Deadline(
        owner=Owner.THEIRS,
        kind=kind,
        due=working.due,
        late_after=_late_after(working, calendar),
        rule=rule,
        step=step,
        working=working,
    )


def mine(
    working: Working, calendar: Calendar, kind: DeadlineKind, rule: str, step: str = ""
) -> Deadline:
    """A deadline of mine. `act_by` is the last working day in time, whatever the roll."""
    return Deadline(
        owner=Owner.MINE,
        kind=kind,
        due=working.due,
        late_after=_late_after(working, calendar),
        rule=rule,
        act_by=act_by(working.start, min(working.due, working.raw_end), calendar),
        step=step,
        working=working,
    )


def act_by(start: date, due: date, calendar: Calendar) -> date:
    """The last working day on or before `due`; `due` itself if there is none since `start`."""
    day = due
    while day >= start:
        if calendar.is_working(day):
            return day
        day -= DAY
    return due


def _late_after(working: Working, calendar: Calendar) -> date:
    if working.roll != Roll.UNKNOWN:
        return working.due
    return _rolled(working.due, Roll.NEXT_WD, calendar)[0]


def _rolled(raw_end: date, roll: Roll, calendar: Calendar) -> tuple[date, tuple[Skipped, ...]]:
    """The due day, and the days off from the raw end to the working day rolled to."""
    if roll is Roll.NONE:
        return raw_end, ()
    way = -DAY if roll is Roll.PREVIOUS_WD else DAY
    day, passed = raw_end, []
    while why := calendar.why_off(day):
        passed.append(Skipped(date=day, why=why))
        day = known_day(day + way)
    return raw_end if roll is Roll.UNKNOWN else day, tuple(passed)


def _merged(on_the_way: Iterable[Skipped], passed: Iterable[Skipped]) -> tuple[Skipped, ...]:
    """Each day once. A paused day that the roll passes back over stays a paused day."""
    by_day = {skipped.date: skipped for skipped in (*passed, *on_the_way)}
    return tuple(by_day[day] for day in sorted(by_day))


def _check(pause: Pause) -> None:
    if pause.end < pause.start:
        raise BadInput(
            "The pause from {start} to {end} ends before it begins.",
            start=pause.start,
            end=pause.end,
        )
