"""Until when the steps of a ladder may be taken: my own time, counted by rules of law."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from msgspec.structs import replace
from msgspec.structs import replace as with_

from tui.cases.case import I_WRITE, Case, answer_of
from tui.cases.deadline import Deadline
from tui.cases.errors import BadInput, NotFound
from tui.cases.on_steps import on_steps
from tui.cases.words import DECISIONS, DeadlineKind, EventKind, Stage
from tui.deadlines.applying import deadline_of, work_out_rule
from tui.deadlines.rule import StartsOn
from tui.playbooks.clocks import Clocks
from tui.playbooks.steps import Playbook, Step

UNCHECKED = "rule"  # of a window: the rule that gives it is off
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
_BY_LAST_WORD = (StartsOn.FINAL_RESPONSE, StartsOn.DEADLOCK)


def windows(case: Case, playbook: Playbook, clocks: Clocks) -> tuple[Deadline, ...]:
    """Until when each step with a window may be taken, the nearest first.

    Left out are steps that were taken, and those of whose window nobody knows yet from which
    day it counts. A closed case has none. Where another way was taken, a window is idle.
    """
    if case.stage is Stage.CLOSED:
        return ()
    fitting = [s for s in playbook.steps if s.window_rule and s.fits(case.problem)]
    left = [s for s in fitting if s.id not in case.taken]
    found = ((step, _window(step, case, playbook, clocks)) for step in left)
    known = [_urging(d, step, case, playbook) for step, d in found if d]
    return tuple(sorted(known, key=lambda d: (d.due, d.step)))


def _urging(window: Deadline, step: Step, case: Case, playbook: Playbook) -> Deadline:
    """One that nobody is sure of urges nobody, nor one where another way was taken."""
    return replace(window, idle=bool(window.unsure) or _is_idle(step, case, playbook))


def _window(step: Step, case: Case, playbook: Playbook, clocks: Clocks) -> Deadline | None:
    """The window of a step; the longest of those whose condition is ticked."""
    starts, ticked = starts_of(case, playbook, step), _ticked(case, step)
    rules = (step.window_rule, *(one.rule for one in step.window_if if one.line in ticked))
    found = (window_from(step, starts, clocks, rule) for rule in rules)
    return max(filter(None, found), key=lambda d: d.late_after, default=None)


def longer(
    step: Step, case: Case, playbook: Playbook, clocks: Clocks
) -> tuple[tuple[int, Deadline], ...]:
    """The lines of its checklist, counted from 1, each with the window if what it says is so.

    Left out are those that are ticked.
    """
    starts, ticked = starts_of(case, playbook, step), _ticked(case, step)
    left = (one for one in step.window_if if one.line not in ticked)
    found = ((one.line, window_from(step, starts, clocks, one.rule)) for one in left)
    return tuple((line, window) for line, window in found if window)


def _ticked(case: Case, step: Step) -> frozenset[int]:
    """Which lines of its checklist are ticked, counted from 1."""
    done = {tick.line for tick in case.ticked if tick.step == step.id}
    lines = enumerate(step.checklist["en"], 1)
    return frozenset(number for number, line in lines if line in done)


def _is_idle(step: Step, case: Case, playbook: Playbook) -> bool:
    """Whether another way of its branch was taken, or another than the one that leads to it, and
    the law gives no second one."""
    others = (s for s in playbook.steps if step.branch and s.branch == step.branch)
    if any(s.id in case.taken and s.id not in step.besides for s in others):
        return True
    lower = [playbook.step(name) for name in step.after]
    return bool(lower) and all(
        s.id not in case.taken and _is_idle(s, case, playbook) for s in lower
    )


def window_from(step: Step, starts: Starts, clocks: Clocks, rule: str = "") -> Deadline | None:
    """The window of a step, by its own rule or the one named, if it counts from one of `starts`.

    A rule that is not certain, or was not in force, closes nothing; of the one that would count
    once the person has confirmed it, the day is told as `UNCHECKED`.
    """
    rule = rule or step.window_rule
    begins = starts.get(_starts_on(rule, clocks) or StartsOn.DEMAND)
    if begins is None:
        return None
    try:
        known = clocks.of_rule(rule, begins, even_off=rule == step.window_if_confirmed)
    except (BadInput, NotFound):
        return None
    terms = with_(known, others=starts)
    deadline = deadline_of(terms, work_out_rule(terms, begins), DeadlineKind.WINDOW, step.id)
    return replace(deadline, party=step.party, unsure="" if terms.rule.is_on else UNCHECKED)


def untold(step: Step, case: Case, playbook: Playbook, clocks: Clocks) -> StartsOn | None:
    """The day that the person has to tell before the window of a step is known."""
    wanted = _starts_on(step.window_rule, clocks) if step.window_rule else None
    known = wanted is None or wanted in starts_of(case, playbook, step)
    return wanted if wanted in TOLD and not known else None


def starts_of(case: Case, playbook: Playbook, step: Step) -> Starts:
    """The days from which the window of a step may count, as far as the case knows them."""
    told = {StartsOn(known.kind): known.on for known in case.dates}
    return {**dict(_of_timeline(case, playbook, step)), **told}


def _starts_on(rule: str, clocks: Clocks) -> StartsOn | None:
    """From what the rule of a window counts; None where there is no such rule."""
    try:
        return clocks.law.versions(rule)[-1].starts_on
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
            if deadline.by_law:
                yield StartsOn.DEADLOCK, deadline.due
    decided = ((e, s) for e, s in on_steps(case) if e.final or answer_of(e) in DECISIONS)
    for event, at_step in decided:
        if _is_below(playbook, at_step, step):
            yield StartsOn.RESPONSE, event.day
            yield StartsOn.DECISION, event.day
            if event.final:  # a refusal alone is not their last word
                yield from ((start, event.day) for start in _BY_LAST_WORD)


def _is_below(playbook: Playbook, lower: str, step: Step) -> bool:
    """Whether what comes of a step decides about one; what another of the dispute says does not
    about a body that is told of one of them."""
    if lower in step.after:
        return True
    return not step.against and 0 < playbook.place(lower) < playbook.place(step.id)
