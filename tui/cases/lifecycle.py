"""The stage machine: what each event does to a case.

`TABLE` and `ANSWERS` are the whole of it; everything else here reads them. Pure: no clock,
no calendar; the deadlines that an event starts come with the event.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime

import msgspec

from tui.cases import clocks
from tui.cases.case import Case
from tui.cases.deadline import Deadline
from tui.cases.errors import NotLawful
from tui.cases.event import Event
from tui.cases.gathered import with_facts
from tui.cases.judging import acted_at, confirms, waits
from tui.cases.leaving import leave
from tui.cases.needs import require_needs
from tui.cases.returned import letter_of
from tui.cases.stages import rules_of, stage_after
from tui.cases.table import TABLE, Rule
from tui.cases.words import EventKind, Stage

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
    rules, at = rules_of(event), acted_at(case, event)
    case, others = _with(_as_if_unsent(case, event), event)
    if confirms(event):
        case = msgspec.structs.replace(
            case, deadlines=clocks.confirm(case.deadlines, at.date(), at)
        )
    for rule in rules:
        case = _obey(case, rule, event, at, others)
    case = _start(case, rules, event, at)
    # Last, so that a paused deadline that moves is not taken for a late one.
    for rule in rules:
        case = _turn_clock(case, rule, at)
    return _for_me_to_judge(with_facts(_joined(case, others), event))


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


def _as_if_unsent(case: Case, event: Event) -> Case:
    """Where a letter came back, what runs is what would run without it; what is over stays."""
    letter = letter_of(case, event) if event.kind is EventKind.UNDELIVERED else None
    if letter is None:
        return case
    over = tuple(d for d in case.deadlines if not d.is_open)
    known = {(d.event, d.kind) for d in over}
    runs = (d for d in _without(case, letter) if d.is_open and (d.event, d.kind) not in known)
    return msgspec.structs.replace(case, deadlines=(*over, *runs))


def _without(case: Case, letter: Event) -> clocks.Deadlines:
    """The deadlines of a case in which `letter` asked for nothing."""
    silent = msgspec.structs.replace(letter, starts=())
    ways = [Event(at=letter.at, kind=EventKind.NOTE, step=letter.step), silent]
    # What followed a first letter cannot follow none, and a climb has left those below.
    for instead in ways[letter.kind is EventKind.ESCALATED :]:
        told = (instead if e.id == letter.id else e for e in case.timeline)
        with suppress(NotLawful):
            return replay(case, told).deadlines
    return case.deadlines


def _with(case: Case, event: Event) -> tuple[Case, tuple[Deadline, ...]]:
    """The case as it is with whom the event was with, and the deadlines of all others.

    Where a shop and a bank are asked at once, what one says moves no date of the other.
    """
    if event.kind in _WITH_ALL:
        return case, ()
    deadlines = leave(case, event)
    others = tuple(d for d in deadlines if d.party != event.party)
    theirs = tuple(d for d in deadlines if d.party == event.party)
    return msgspec.structs.replace(case, deadlines=theirs), others


def _joined(case: Case, others: tuple[Deadline, ...]) -> Case:
    return msgspec.structs.replace(case, deadlines=(*others, *case.deadlines))


def _obey(case: Case, rule: Rule, event: Event, at: datetime, others: tuple[Deadline, ...]) -> Case:
    day = at.date()
    owed = clocks.left_undone(case.deadlines, day, at) if rule.undone else ()
    deadlines = (*clocks.settle(case.deadlines, rule.settles, day, at), *owed)
    case = msgspec.structs.replace(case, deadlines=clocks.waive(deadlines, rule.waives, day, at))
    return msgspec.structs.replace(case, stage=stage_after(_joined(case, others), rule, event))


def _for_me_to_judge(case: Case) -> Case:
    """Whatever was recorded beside it, a mail that waits for its judgement is my move."""
    if case.stage.is_live and any(map(waits, case.timeline)):
        return msgspec.structs.replace(case, stage=Stage.MY_MOVE)
    return case


def _start(case: Case, rules: Iterable[Rule], event: Event, at: datetime) -> Case:
    if not case.stage.is_live:
        return case
    moved = {kind for rule in rules for kind in rule.moves}
    deadlines = case.deadlines
    for deadline in event.starts:
        new = msgspec.structs.replace(deadline, event=event.id, party=event.party)
        deadlines = (
            clocks.move(deadlines, new)
            if new.kind in moved
            else clocks.start(deadlines, new, at.date(), at)
        )
    return msgspec.structs.replace(case, deadlines=deadlines)


def _turn_clock(case: Case, rule: Rule, at: datetime) -> Case:
    if rule.clock == "pause":
        return msgspec.structs.replace(case, deadlines=clocks.pause(case.deadlines, at.date(), at))
    if rule.clock == "resume":
        return msgspec.structs.replace(case, deadlines=clocks.resume(case.deadlines))
    return case
