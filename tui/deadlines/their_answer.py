"""Their time to answer: what starts it, moves it and extends it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from msgspec.structs import replace

from tui.cases.case import I_WRITE, Case, answer_of
from tui.cases.deadline import Deadline, Pause, Working
from tui.cases.event import Event
from tui.cases.judging import confirms
from tui.cases.words import DECISIONS, Answer, Channel, DeadlineKind, EventKind, Owes, Owner
from tui.deadlines.applying import deadline_of, work_out_rule
from tui.deadlines.arithmetic import given, theirs
from tui.deadlines.counting import run
from tui.deadlines.days import DAY
from tui.deadlines.period import Period, parse_period
from tui.deadlines.rule import StartsOn
from tui.deadlines.scene import Scene, start_of, unit_of
from tui.deadlines.terms import Terms, started_on
from tui.deadlines.working_again import work_out_again

# Why nobody may be called late yet: it is not known on which day the letter reached them, or
# on which day that happened from which the rule counts.
RECEIPT, START = "receipt", "start"

_REACHES_THEM = frozenset({EventKind.DELIVERED, EventKind.REGISTERED})
_ON_ARRIVAL = frozenset(
    {
        StartsOn.DEMAND,
        StartsOn.COMPLAINT,
        StartsOn.RECEIPT,
        StartsOn.REGISTRATION,
        StartsOn.NOTICE,
        StartsOn.REMINDER,
        StartsOn.FILING,
    }
)
_DONE_BY_OTHERS = frozenset(
    {StartsOn.SERVICE, StartsOn.FILE_COMPLETE, StartsOn.AGREEMENT, StartsOn.DUE_EVENT}
)
STARTS_THEIRS = I_WRITE | _REACHES_THEM


def their_answer(scene: Scene) -> Deadline | None:
    """The deadline that the event gives them, or the standing one in its new place."""
    event, standing = scene.event, scene.standing
    if standing and standing.owes is Owes.RECEIPT and confirms(event):
        return _under_named_rule(scene) or _answer_itself(scene, standing)
    if event.kind is EventKind.EXTENDED:
        return _extended(scene)
    if event.kind in I_WRITE and answer_of(event) not in DECISIONS:
        return _asked_of_them(scene)
    if event.kind is EventKind.RESUMED and standing:
        return _resumed(scene, standing)
    if event.kind in _REACHES_THEM:
        return _under_named_rule(scene) or (_reached(scene, standing) if standing else None)
    return None


def _answer_itself(scene: Scene, standing: Deadline) -> Deadline | None:
    """The time for the answer that follows their word, from when they got it as far as is known."""
    terms, working = scene.terms, standing.working
    if terms is None or working is None:
        return None
    unit = terms.rule.period.unit
    begins = scene.moment(unit) if standing.unsure or unit.is_clock else start_of(working)
    worked = work_out_rule(terms, begins, pauses=working.pauses)
    deadline = deadline_of(terms, worked, DeadlineKind.ANSWER, standing.step)
    return replace(deadline, paused_on=standing.paused_on)


def _extended(scene: Scene) -> Deadline | None:
    """Until the day they gave. Under a rule of law only as long as that lets them."""
    event, standing = scene.event, scene.standing
    until = event.due or event.promise
    if until and not (standing and standing.by_law):
        step = standing.step if standing else scene.case.step
        return replace(given(event.day, until, DeadlineKind.ANSWER, "extended"), step=step)
    working = standing.working if standing else None
    if standing is None or working is None or not working.extended_to or working.extended:
        return None
    longer = _again(scene, standing, working, start_of(working), working.pauses, extended=True)
    paused = {"paused_on": standing.paused_on, "paused_at": standing.paused_at}
    return replace(longer, unsure=standing.unsure, **paused)


def _asked_of_them(scene: Scene) -> Deadline | None:
    event, standing = scene.event, scene.standing
    step = event.step or scene.case.step
    # In a call in which they ask me for something, the date is for me.
    if event.due and answer_of(event) is not Answer.ASKED and not _too_early(scene, event.due):
        return replace(given(event.day, event.due, DeadlineKind.ANSWER, "given"), step=step)
    if event.kind is not EventKind.ESCALATED and not event.rule:
        if standing:
            return _resumed(scene, standing)
        if event.due and _too_early(scene, event.due):  # they have what they promised
            return None
    return _started(scene, step)


def _too_early(scene: Scene, due: date) -> bool:
    """Whether they have longer, by a time that runs or by their own word, than I ask for: nobody
    takes a day away from them by asking again."""
    event = scene.event
    if event.kind is EventKind.ESCALATED or event.rule:
        return False
    promise = scene.case.open_deadline(DeadlineKind.PROMISE, event.party)
    theirs = (d for d in (scene.standing, promise) if d and not d.past_on(event.day))
    return any(due <= d.late_after for d in theirs)


def _started(scene: Scene, step: str) -> Deadline | None:
    """Their period, from the event on."""
    terms, event = scene.terms, scene.event
    if terms is None or terms.owner is not Owner.THEIRS:
        return None
    start, assumed = scene.moment(terms.rule.period.unit), ""
    if terms.rule.assume and event.kind is not EventKind.REGISTERED:
        start, assumed = started_on(terms, event.day), str(terms.rule.assume)
    working = replace(work_out_rule(terms, start), assumed=assumed)
    deadline = deadline_of(terms, working, DeadlineKind.ANSWER, step)
    return replace(deadline, unsure=_unsure(event, terms))


def _under_named_rule(scene: Scene) -> Deadline | None:
    """They have it, and I name the rule under which they answer."""
    return _started(scene, scene.case.step) if scene.event.rule else None


def _unsure(event: Event, terms: Terms) -> str:
    """What has to be known before they can be late under a rule of law, when I have written.

    A letter is under way for days, and some periods start with something that others do.
    """
    if terms.rule.certainty == "practice" or event.kind not in I_WRITE:
        return ""
    if terms.rule.starts_on in _ON_ARRIVAL:
        return RECEIPT if event.channel is Channel.LETTER else ""
    return START if terms.rule.starts_on in _DONE_BY_OTHERS else ""


def _assumed(scene: Scene, day: date, longest: Period) -> date:
    """The latest day on which they should have entered it in their books."""
    calendar = scene.terms.calendar if scene.terms else scene.here
    return run(day, longest, calendar)[0]


def _resumed(scene: Scene, standing: Deadline) -> Deadline | None:
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
        return _again(scene, standing, working, start_of(working), pauses)
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
    return _again(scene, standing, working, start_of(working), (*working.pauses, pause))


def _reached(scene: Scene, standing: Deadline) -> Deadline | None:
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
        moved = _again(scene, standing, working, entered, working.pauses)
        return replace(moved, working=_assuming(moved.working, working.assumed))
    return _again(scene, standing, working, scene.moment(unit_of(working)), working.pauses)


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


def _assuming(working: Working | None, assumed: str) -> Working | None:
    return replace(working, assumed=assumed) if working else None


def _that_reached_them(event: Event, case: Case) -> Event | None:
    """What was delivered: the last thing sent on its channel, else the last sent at all."""
    sent = [e for e in case.timeline if e.kind in I_WRITE and e.kind is not EventKind.CALL]
    on_channel = [e for e in sent if e.channel is event.channel]
    return next(reversed(on_channel or sent), None)


def _again(
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
