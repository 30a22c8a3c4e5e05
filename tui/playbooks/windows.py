"""Until when the steps of a ladder may be taken: my own time, counted by rules of law."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace as with_
from datetime import date

from msgspec.structs import replace

from tui.cases.case import I_WRITE, Case, answer_of
from tui.cases.deadline import Deadline
from tui.cases.errors import BadInput, NotFound
from tui.cases.event import Event
from tui.cases.words import Answer, DeadlineKind, EventKind, Stage
from tui.deadlines.applying import deadline_of, work_out_rule
from tui.deadlines.rule import StartsOn
from tui.playbooks.clocks import Clocks
from tui.playbooks.steps import Playbook, Step

Starts = Mapping[StartsOn, date]

# What only the person can tell, and keeps among the dates of the case.
TOLD = (
    StartsOn.EVENT, StartsOn.KNOWLEDGE, StartsOn.PURCHASE, StartsOn.PAYMENT, StartsOn.DELIVERY,
    StartsOn.STATEMENT, StartsOn.BREACH, StartsOn.AGREEMENT, StartsOn.DUE_EVENT,
)  # fmt: skip

_BY_MY_ACT = (
    StartsOn.DEMAND, StartsOn.FILING, StartsOn.LETTER, StartsOn.NOTICE, StartsOn.REMINDER,
    StartsOn.TICKET,
)  # fmt: skip
_BY_ARRIVAL = {
    EventKind.DELIVERED: StartsOn.RECEIPT,
    EventKind.REGISTERED: StartsOn.REGISTRATION,
}
_DECIDED = frozenset({Answer.SOLVED, Answer.PARTLY, Answer.REFUSED})


def windows(case: Case, playbook: Playbook, clocks: Clocks) -> tuple[Deadline, ...]:
    """Until when each step with a window may be taken, the nearest first.

    Left out are steps that were taken, and those of whose window nobody knows yet from which
    day it counts. A closed case has none.
    """
    if case.stage is Stage.CLOSED:
        return ()
    left = (s for s in playbook.steps if s.window and s.id not in case.taken)
    found = (window_from(step, starts_of(case, playbook, step), clocks) for step in left)
    return tuple(sorted(filter(None, found), key=lambda d: (d.due, d.step)))


def window_from(step: Step, starts: Starts, clocks: Clocks) -> Deadline | None:
    """The window of a step, if its rule counts from one of `starts`.

    A rule that is not certain, or was not in force, closes nothing.
    """
    begins = starts.get(_starts_on(step, clocks) or StartsOn.DEMAND)
    if begins is None:
        return None
    try:
        terms = with_(clocks.of_rule(step.window, begins), others=starts)
    except (BadInput, NotFound):
        return None
    deadline = deadline_of(terms, work_out_rule(terms, begins), DeadlineKind.WINDOW, step.id)
    return replace(deadline, party=step.party)


def untold(step: Step, case: Case, playbook: Playbook, clocks: Clocks) -> StartsOn | None:
    """The day that the person has to tell before the window of a step is known."""
    wanted = _starts_on(step, clocks) if step.window else None
    known = wanted is None or wanted in starts_of(case, playbook, step)
    return wanted if wanted in TOLD and not known else None


def starts_of(case: Case, playbook: Playbook, step: Step) -> Starts:
    """The days from which the window of a step may count, as far as the case knows them."""
    told = {StartsOn(known.kind): known.on for known in case.dates}
    return {**dict(_of_timeline(case, playbook, step)), **told}


def _starts_on(step: Step, clocks: Clocks) -> StartsOn | None:
    """From what the rule of a window counts; None where there is no such rule."""
    try:
        return clocks.law.versions(step.window)[-1].starts_on
    except (BadInput, NotFound):
        return None


def _of_timeline(case: Case, playbook: Playbook, step: Step) -> Iterator[tuple[StartsOn, date]]:
    """What happened starts what, later ones last."""
    contacts = [event.day for event in case.timeline if event.kind in I_WRITE]
    if contacts:
        yield StartsOn.COMPLAINT, contacts[0]
        yield from ((start, contacts[-1]) for start in _BY_MY_ACT)
    for event in case.timeline:
        if event.kind in _BY_ARRIVAL:
            yield _BY_ARRIVAL[event.kind], event.day
    for deadline in case.deadlines:
        # “Their response, or the day on which it was due.”
        if deadline.kind is DeadlineKind.ANSWER and _is_below(playbook, deadline.step, step):
            yield StartsOn.RESPONSE, deadline.due
    for event, at_step in _answers(case):
        if _is_below(playbook, at_step, step):
            yield StartsOn.RESPONSE, event.day
            yield StartsOn.DECISION, event.day
            if event.final or answer_of(event) is Answer.REFUSED:
                yield StartsOn.FINAL_RESPONSE, event.day


def _answers(case: Case) -> Iterator[tuple[Event, str]]:
    """What they decided, each with the step on which the case stood then."""
    step = ""
    for event in case.timeline:
        step = event.step or step
        if event.final or answer_of(event) in _DECIDED:
            yield event, step


def _is_below(playbook: Playbook, lower: str, step: Step) -> bool:
    return lower in step.after or 0 < playbook.place(lower) < playbook.place(step.id)
