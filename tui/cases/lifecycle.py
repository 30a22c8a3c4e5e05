"""The stage machine: what each event does to a case.

`TABLE` and `ANSWERS` are the whole of it; everything else here reads them. Pure: no clock,
no calendar; the deadlines that an event starts come with the event.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

import msgspec

from tui.cases.case import Case, Reference, answer_of
from tui.cases.clocks import move, pause, resume, settle, start, waive
from tui.cases.deadline import Deadline
from tui.cases.errors import NotLawful
from tui.cases.event import Event
from tui.cases.judging import acted_at, is_unjudged
from tui.cases.needs import require_needs
from tui.cases.table import AGAIN, ANSWERS, JUDGED, TABLE, WAITS, Rule
from tui.cases.words import DeadlineKind, EventKind, Stage

_CLOCKLESS = frozenset({Stage.DRAFT, Stage.CLOSED})
_WITH_ALL = frozenset({EventKind.CLOSED, EventKind.REOPENED})


def possible(stage: Stage) -> tuple[EventKind, ...]:
    """The events that are lawful in `stage`."""
    return tuple(kind for kind in EventKind if stage in TABLE[kind].lawful)


def apply(case: Case, event: Event) -> Case:
    """The case after `event`.

    Raises NotLawful, which names what is possible instead, and BadInput where the event
    lacks what its kind needs.
    """
    if case.stage not in TABLE[event.kind].lawful:
        raise NotLawful(
            "A case in stage “{stage}” cannot record “{kind}”. Possible now: {possible}.",
            stage=case.stage,
            kind=event.kind,
            possible=possible(case.stage),
        )
    require_needs(event)
    event = msgspec.structs.replace(event, id=len(case.timeline) + 1)
    rules, at = _rules_of(event), acted_at(case, event)
    day = at.date()
    case, others = _with(case, event)
    for rule in rules:
        case = _obey(case, rule, at, others)
    case = _start(case, rules, event, at)
    # Last, so that a paused deadline that moves is not taken for a late one.
    for rule in rules:
        case = _turn_clock(case, rule, day)
    return _with_facts(_joined(case, others), event)


def replay(case: Case, timeline: Iterable[Event] | None = None) -> Case:
    """The case as its timeline tells it, from the draft on.

    Their numbers and the evidence stay as they stand; where a case brings none, such as one
    made by hand, the timeline tells them too.
    """
    events = case.timeline if timeline is None else tuple(timeline)
    fresh = msgspec.structs.replace(
        case, timeline=(), stage=Stage.DRAFT, outcome=None, step="", deadlines=()
    )
    for event in events:
        fresh = apply(fresh, event)
    return msgspec.structs.replace(
        fresh,
        references=case.references or fresh.references,
        evidence=case.evidence or fresh.evidence,
    )


def _rules_of(event: Event) -> list[Rule]:
    """The row of the event's kind, then the row of what they answered in it."""
    answer = answer_of(event)
    if answer is None:
        return [TABLE[event.kind]]
    if event.kind is EventKind.RECEIVED:
        return [ANSWERS[answer]]
    return [TABLE[event.kind], ANSWERS[answer]]


def _with(case: Case, event: Event) -> tuple[Case, tuple[Deadline, ...]]:
    """The case as it is with whom the event was with, and the deadlines of all others.

    Where a shop and a bank are asked at once, what one says moves no date of the other.
    """
    if event.kind in _WITH_ALL:
        return case, ()
    others = tuple(d for d in case.deadlines if d.party != event.party)
    theirs = tuple(d for d in case.deadlines if d.party == event.party)
    return msgspec.structs.replace(case, deadlines=theirs), others


def _joined(case: Case, others: tuple[Deadline, ...]) -> Case:
    return msgspec.structs.replace(case, deadlines=(*others, *case.deadlines))


def _obey(case: Case, rule: Rule, at: datetime, others: tuple[Deadline, ...]) -> Case:
    day = at.date()
    deadlines = settle(case.deadlines, rule.settles, day, at)
    case = msgspec.structs.replace(case, deadlines=waive(deadlines, rule.waives, day, at))
    return msgspec.structs.replace(case, stage=_stage(_joined(case, others), rule))


def _stage(case: Case, rule: Rule) -> Stage:
    if rule.to is None:
        return case.stage
    if rule.to == WAITS:
        return _waiting(case)
    if rule.to == JUDGED:
        return _stood(case)
    if rule.to == AGAIN:
        return Stage.MY_MOVE if case.last_contact else Stage.DRAFT
    return Stage(rule.to)


def _waiting(case: Case) -> Stage:
    if any(d.kind is DeadlineKind.DATA for d in case.open_deadlines):
        return Stage.MY_MOVE
    return Stage.ESCALATED if case.climbed else Stage.WAITING


def _stood(case: Case) -> Stage:
    """The stage of the case without its unjudged messages."""
    told = (event for event in reversed(case.timeline) if not is_unjudged(event))
    rules = (rule for event in told for rule in reversed(_rules_of(event)))
    last = next((rule for rule in rules if rule.to not in (None, JUDGED)), None)
    return _stage(case, last) if last else case.stage


def _start(case: Case, rules: Iterable[Rule], event: Event, at: datetime) -> Case:
    if case.stage in _CLOCKLESS:
        return case
    moved = {kind for rule in rules for kind in rule.moves}
    deadlines = case.deadlines
    for deadline in event.starts:
        new = msgspec.structs.replace(deadline, event=event.id, party=event.party)
        deadlines = (
            move(deadlines, new) if new.kind in moved else start(deadlines, new, at.date(), at)
        )
    return msgspec.structs.replace(case, deadlines=deadlines)


def _turn_clock(case: Case, rule: Rule, day: date) -> Case:
    if rule.clock == "pause":
        return msgspec.structs.replace(case, deadlines=pause(case.deadlines, day))
    if rule.clock == "resume":
        return msgspec.structs.replace(case, deadlines=resume(case.deadlines))
    return case


def _with_facts(case: Case, event: Event) -> Case:
    """What the event adds to the case besides its stage and deadlines."""
    decided = {EventKind.CLOSED: event.outcome, EventKind.REOPENED: None}
    return msgspec.structs.replace(
        case,
        timeline=(*case.timeline, event),
        references=_references(case, event),
        evidence=(*case.evidence, *event.evidence),
        outcome=decided.get(event.kind, case.outcome),
        step=event.step or case.step,
    )


def _references(case: Case, event: Event) -> tuple[Reference, ...]:
    """Their numbers so far; a number heard again may bring its page."""
    if not event.reference:
        return case.references
    others = tuple(r for r in case.references if r.number != event.reference)
    known = next((r for r in case.references if r.number == event.reference), None)
    url = event.url or (known.url if known else "")
    channel = (known.channel if known else None) or event.channel
    return (*others, Reference(number=event.reference, channel=channel, url=url))
