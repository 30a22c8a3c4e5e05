"""Which deadlines an event starts or moves. Pure: the event and the case as it was before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from tui.cases.case import Case, answer_of, gives_promise
from tui.cases.deadline import Deadline, Working
from tui.cases.event import Event
from tui.cases.words import Answer, DeadlineKind, EventKind, Owner, Urgency
from tui.deadlines.applying import deadline_of, work_out_rule
from tui.deadlines.arithmetic import act_by, given, mine, work_out
from tui.deadlines.calendars import Calendar, calendar_for
from tui.deadlines.period import Period, Unit
from tui.deadlines.rule import Rule
from tui.deadlines.scene import Scene
from tui.deadlines.terms import Terms
from tui.deadlines.their_answer import STARTS_THEIRS, their_answer

# A practice, not a rule of law: what they asked for is best answered within these days.
REPLY_WITHIN = Period(3, Unit.WD)
# And in a critical ticket whose hours stand still meanwhile within this, as its checklist says.
REPLY_AT_ONCE = Period(1, Unit.HOUR)

_OPENS = frozenset({EventKind.SENT, EventKind.CALL})


def started_by(
    event: Event,
    case: Case,
    terms: Terms | None,
    here: Calendar,
    by_id: Callable[[str], Calendar] = calendar_for,
) -> tuple[Deadline, ...]:
    """The deadlines that `event` starts in `case`, at most one of a kind.

    `terms`: the rule that the event names, else the time they have at its step; None where
    nothing says it. A draft and a closed case have no clocks. `here` and `by_id` as in Scene.
    """
    if not has_clocks(event, case):
        return ()
    scene = Scene(event, case, terms, here, by_id)
    started = (their_answer(scene), _promise(scene), _of_mine(scene), _contact(event))
    return tuple(deadline for deadline in started if deadline)


def has_clocks(event: Event, case: Case) -> bool:
    """Whether the case, after the event, is neither a draft nor closed."""
    if event.kind is EventKind.CLOSED:
        return False
    if event.kind is EventKind.REOPENED:
        return case.last_contact is not None
    return case.stage.is_live or event.kind in _OPENS


def can_start(event: Event, terms: Terms) -> bool:
    """Whether an event that names the rule starts its period.

    Theirs begins with what I write, with its arrival, or with their promise; mine with what
    they did, or with anything that I note.
    """
    if terms.owner is Owner.THEIRS:
        return gives_promise(event) or event.kind in STARTS_THEIRS
    return event.kind not in STARTS_THEIRS and event.kind is not EventKind.EXTENDED


def _promise(scene: Scene) -> Deadline | None:
    """By the day they gave; where they gave none, as long as the rule that I name lets them."""
    event, terms = scene.event, scene.terms
    if event.kind is EventKind.EXTENDED:
        return _named_by_them(scene)
    if event.promise:
        return given(event.day, event.promise, DeadlineKind.PROMISE, "promise")
    if not (gives_promise(event) and event.rule and terms and terms.owner is Owner.THEIRS):
        return None
    working = work_out_rule(terms, scene.moment(terms.rule.period.unit))
    return deadline_of(terms, working, DeadlineKind.PROMISE)


def _named_by_them(scene: Scene) -> Deadline | None:
    """Nobody extends a time that the law sets by naming a day: that is a promise of theirs."""
    day = scene.event.due or scene.event.promise
    if day is None or scene.standing is None or not scene.standing.by_law:
        return None
    return given(scene.event.day, day, DeadlineKind.PROMISE, "promise")


def _of_mine(scene: Scene) -> Deadline | None:
    """What they asked me for, or until when I may go on."""
    event, terms = scene.event, scene.terms
    asked = answer_of(event) is Answer.ASKED
    kind = DeadlineKind.DATA if asked else DeadlineKind.WINDOW
    if asked and event.due:
        by = act_by(event.day, event.due, scene.here)
        return _owned_by_me(given(event.day, event.due, kind, "given"), by)
    if event.rule and terms and terms.owner is Owner.MINE:
        working = work_out_rule(terms, scene.moment(terms.rule.period.unit))
        return deadline_of(terms, working, kind)
    if not asked:
        return None
    return mine(_reply(scene), scene.here, kind, "reply_to_them")


def _reply(scene: Scene) -> Working:
    """How long my reply may take by custom."""
    standing = scene.standing
    if not (standing and standing.due_at and scene.case.urgency is Urgency.CRITICAL):
        return work_out(scene.event.day, REPLY_WITHIN, scene.here)
    rule = Rule(id="reply_to_them", owner=Owner.MINE, period=REPLY_AT_ONCE)
    return work_out_rule(Terms(rule, scene.here), scene.event.at)


def _contact(event: Event) -> Deadline | None:
    day = event.next_contact
    if day is None:
        return None
    return _owned_by_me(given(event.day, day, DeadlineKind.CONTACT, "agreed"), day)


def _owned_by_me(deadline: Deadline, by: date) -> Deadline:
    return replace(deadline, owner=Owner.MINE, act_by=by)
