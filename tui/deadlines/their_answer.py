"""Their time to answer: what starts it, moves it and extends it."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from tui.cases.case import I_WRITE, answer_of
from tui.cases.deadline import Deadline
from tui.cases.event import Event
from tui.cases.judging import confirms
from tui.cases.words import DECISIONS, Answer, Channel, DeadlineKind, EventKind, Owes, Owner
from tui.deadlines.applying import deadline_of, work_out_rule
from tui.deadlines.arithmetic import given
from tui.deadlines.moved import again, reached, resumed
from tui.deadlines.rule import StartsOn
from tui.deadlines.scene import Scene, start_of
from tui.deadlines.terms import Terms, started_on

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
        return resumed(scene, standing)
    if event.kind in _REACHES_THEM:
        return _under_named_rule(scene) or (reached(scene, standing) if standing else None)
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
    longer = again(scene, standing, working, start_of(working), working.pauses, extended=True)
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
            return resumed(scene, standing)
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
