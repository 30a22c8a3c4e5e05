"""A running deadline in its new place: after a pause, or when it reached them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from msgspec.structs import replace

from tui.cases.case import I_WRITE, Case
from tui.cases.deadline import Deadline, Pause, Working
from tui.cases.event import Event
from tui.cases.words import EventKind
from tui.deadlines.arithmetic import theirs
from tui.deadlines.counting import run
from tui.deadlines.days import DAY
from tui.deadlines.period import Period, parse_period
from tui.deadlines.rule import StartsOn
from tui.deadlines.scene import Scene, start_of, unit_of
from tui.deadlines.working_again import work_out_again


def resumed(scene: Scene, standing: Deadline) -> Deadline | None:
    """The deadline moved by its pause; None if it was not paused, or not for a whole day.

    Hours move by the minutes that they stood still.
    """
    day, working = scene.event.day, standing.working
    if standing.paused_at and working and working.start_at:
        return _resumed_at(scene, standing, working, standing.paused_at)
    if standing.paused_on is None or standing.paused_on >= day:
        return None
    pause = Pause(start=standing.paused_on, end=day - DAY)
    if working and working.period:
        pauses = (*working.pauses, pause)
        return again(scene, standing, working, start_of(working), pauses)
    days = timedelta(days=(day - standing.paused_on).days)
    due = standing.due + days
    moved = replace(
        working or Working(start=standing.paused_on, period="", counted=0, raw_end=due, due=due),
        raw_end=due,
        due=due,
        pauses=(*(working.pauses if working else ()), pause),
    )
    late_after = standing.late_after + days
    return replace(standing, due=due, late_after=late_after, paused_on=None, working=moved)


def _resumed_at(
    scene: Scene, standing: Deadline, working: Working, since: datetime
) -> Deadline | None:
    until = scene.event.at
    if until <= since:
        return None
    pause = Pause(start=since.date(), end=until.date(), start_at=since, end_at=until)
    return again(scene, standing, working, start_of(working), (*working.pauses, pause))


def reached(scene: Scene, standing: Deadline) -> Deadline | None:
    """They cannot answer what they have not got: their period starts when it reached them.

    Not so when a reminder, or what they had asked for, reaches them: their period counts
    from something that I sent before.
    """
    working, event = standing.working, scene.event
    if standing.paused_on or working is None or not working.period:
        return None
    sent = _that_reached_them(event, scene.case)
    if (sent and sent.day > working.start) or not _tells_start(event, standing, working):
        return None
    if event.kind is EventKind.DELIVERED and working.assumed:
        entered = _assumed(scene, event.day, parse_period(working.assumed))
        moved = again(scene, standing, working, entered, working.pauses)
        return replace(moved, working=_assuming(moved.working, working.assumed))
    return again(scene, standing, working, scene.moment(unit_of(working)), working.pauses)


def _tells_start(event: Event, standing: Deadline, working: Working) -> bool:
    """Whether the event tells better than before when their period started.

    A guess gives way to any day that is known. A known day moves only to a later one, and a
    rule that counts from the entry in their books, or from the date of the letter, does not care
    when that came.
    """
    if working.starts_on == StartsOn.LETTER:
        return False
    if standing.unsure or working.assumed:
        return True
    if event.day <= working.start:
        return False
    entry = working.starts_on == StartsOn.REGISTRATION
    awaited = EventKind.REGISTERED if entry else EventKind.DELIVERED
    return working.certainty == "practice" or event.kind is awaited


def _assumed(scene: Scene, day: date, longest: Period) -> date:
    """The latest day on which they should have entered it in their books."""
    calendar = scene.terms.calendar if scene.terms else scene.here
    return run(day, longest, calendar)[0]


def _assuming(working: Working | None, assumed: str) -> Working | None:
    return replace(working, assumed=assumed) if working else None


def _that_reached_them(event: Event, case: Case) -> Event | None:
    """What was delivered: the last thing sent on its channel, else the last sent at all."""
    sent = [e for e in case.timeline if e.kind in I_WRITE and e.kind is not EventKind.CALL]
    on_channel = [e for e in sent if e.channel is event.channel]
    return next(reversed(on_channel or sent), None)


def again(
    scene: Scene,
    standing: Deadline,
    working: Working,
    start: date | datetime,
    pauses: tuple[Pause, ...],
    *,
    extended: bool = False,
) -> Deadline:
    """The same rule, worked out from `start` with `pauses`."""
    calendar = scene.calendar_of(working)
    moved = work_out_again(working, start, calendar, pauses=pauses, extended=extended)
    again = theirs(moved, calendar, standing.kind, standing.rule, standing.step)
    return replace(again, by_law=standing.by_law, owes=standing.owes)
