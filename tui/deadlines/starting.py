"""Which deadlines an event starts or moves. Pure: the event and the case as it was before."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from tui.cases.case import I_WRITE, Case, answer_of
from tui.cases.deadline import Deadline, Pause, Working
from tui.cases.event import Event
from tui.cases.words import Answer, DeadlineKind, EventKind, Owner, Stage
from tui.deadlines.arithmetic import Roll, act_by, mine, theirs, work_out
from tui.deadlines.calendars import DAY, Calendar
from tui.deadlines.period import Period, Unit, parse_period

# A practice, not a rule of law: what they asked for is best answered within these days.
REPLY_WITHIN = Period(3, Unit.WD)

_REACHES_THEM = frozenset({EventKind.DELIVERED, EventKind.REGISTERED})
_OPENS = frozenset({EventKind.SENT, EventKind.CALL})
_DECIDED = frozenset({Answer.SOLVED, Answer.PARTLY, Answer.REFUSED})
_CLOCKLESS = frozenset({Stage.DRAFT, Stage.CLOSED})


def started_by(
    event: Event, case: Case, answer_within: Period | None, calendar: Calendar
) -> tuple[Deadline, ...]:
    """The deadlines that `event` starts in `case`, at most one of a kind.

    `answer_within` is how long they customarily have at the step of the event; None where
    nothing is customary. A draft and a closed case have no clocks.
    """
    if not _has_clocks(event, case):
        return ()
    started = (
        _answer(event, case, answer_within, calendar),
        _promise(event),
        _data(event, calendar),
        _contact(event),
    )
    return tuple(deadline for deadline in started if deadline)


def _has_clocks(event: Event, case: Case) -> bool:
    """Whether the case, after the event, is neither a draft nor closed."""
    if event.kind is EventKind.CLOSED:
        return False
    if event.kind is EventKind.REOPENED:
        return case.last_contact is not None
    return case.stage not in _CLOCKLESS or event.kind in _OPENS


def _answer(
    event: Event, case: Case, answer_within: Period | None, calendar: Calendar
) -> Deadline | None:
    """Their answer: started, moved or extended."""
    standing = case.open_deadline(DeadlineKind.ANSWER)
    if event.kind is EventKind.EXTENDED:
        return _extended(event, standing.step if standing else case.step)
    if event.kind in I_WRITE and answer_of(event) not in _DECIDED:
        return _asked_of_them(event, case, answer_within, calendar)
    if event.kind is EventKind.RESUMED and standing:
        return _resumed(standing, event.day, calendar)
    if event.kind in _REACHES_THEM and standing:
        return _restarted(standing, event, case, calendar)
    return None


def _extended(event: Event, step: str) -> Deadline | None:
    until = event.due or event.promise
    if until is None:
        return None
    return replace(_given(event, until, DeadlineKind.ANSWER, "extended"), step=step)


def _asked_of_them(
    event: Event, case: Case, answer_within: Period | None, calendar: Calendar
) -> Deadline | None:
    standing = case.open_deadline(DeadlineKind.ANSWER)
    step = event.step or case.step
    # In a call in which they ask me for something, the date is for me.
    if event.due and answer_of(event) is not Answer.ASKED:
        return replace(_given(event, event.due, DeadlineKind.ANSWER, "given"), step=step)
    if standing and event.kind is not EventKind.ESCALATED:
        return _resumed(standing, event.day, calendar)
    if answer_within is None:
        return None
    rule = f"{case.playbook}.{step}" if step else case.playbook
    working = work_out(event.day, answer_within, calendar)
    return theirs(working, calendar, DeadlineKind.ANSWER, rule, step)


def _resumed(standing: Deadline, day: date, calendar: Calendar) -> Deadline | None:
    """The deadline moved by its pause; None if it was not paused, or not for a whole day."""
    if standing.paused_on is None or standing.paused_on >= day:
        return None
    pause = Pause(start=standing.paused_on, end=day - DAY)
    working = standing.working
    if working and working.period:
        return _again(standing, working, working.start, (*working.pauses, pause), calendar)
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


def _restarted(standing: Deadline, event: Event, case: Case, calendar: Calendar) -> Deadline | None:
    """They cannot answer what they have not got: their period starts when it reached them.

    Not so when a reminder, or what they had asked for, reaches them: their period counts
    from something that I sent before.
    """
    working = standing.working
    if standing.paused_on or working is None or not working.period or event.day <= working.start:
        return None
    sent = _that_reached_them(event, case)
    if sent and sent.day > working.start:
        return None
    return _again(standing, working, event.day, working.pauses, calendar)


def _that_reached_them(event: Event, case: Case) -> Event | None:
    """What was delivered: the last thing sent on its channel, else the last sent at all."""
    sent = [e for e in case.timeline if e.kind in I_WRITE and e.kind is not EventKind.CALL]
    on_channel = [e for e in sent if e.channel is event.channel]
    return next(reversed(on_channel or sent), None)


def _again(
    standing: Deadline,
    working: Working,
    start: date,
    pauses: tuple[Pause, ...],
    calendar: Calendar,
) -> Deadline:
    """The same rule, worked out from `start` with `pauses`."""
    moved = work_out(
        start,
        parse_period(working.period),
        calendar,
        roll=Roll(working.roll),
        pauses=pauses,
        certainty=working.certainty,
        source=working.source,
    )
    return theirs(moved, calendar, standing.kind, standing.rule, standing.step)


def _promise(event: Event) -> Deadline | None:
    if event.promise is None or event.kind is EventKind.EXTENDED:
        return None
    return _given(event, event.promise, DeadlineKind.PROMISE, "promise")


def _data(event: Event, calendar: Calendar) -> Deadline | None:
    """What they asked me for."""
    if answer_of(event) is not Answer.ASKED:
        return None
    if event.due is None:
        working = work_out(event.day, REPLY_WITHIN, calendar)
        return mine(working, calendar, DeadlineKind.DATA, "reply_to_them")
    by = act_by(event.day, event.due, calendar)
    return _of_mine(_given(event, event.due, DeadlineKind.DATA, "given"), by)


def _contact(event: Event) -> Deadline | None:
    day = event.next_contact
    return _of_mine(_given(event, day, DeadlineKind.CONTACT, "agreed"), day) if day else None


def _given(event: Event, due: date, kind: DeadlineKind, rule: str) -> Deadline:
    """A date that somebody gave, for them to keep."""
    return Deadline(
        owner=Owner.THEIRS,
        kind=kind,
        due=due,
        late_after=due,
        rule=rule,
        working=Working(start=event.day, period="", counted=0, raw_end=due, due=due),
    )


def _of_mine(deadline: Deadline, by: date) -> Deadline:
    return replace(deadline, owner=Owner.MINE, act_by=by)
