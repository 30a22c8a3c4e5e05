"""The ladder of a case as a plan with dates, before anything of it has happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

from tui.cases.card import Card
from tui.cases.deadline import Deadline
from tui.cases.errors import BadInput
from tui.cases.sentence import say
from tui.cases.words import DeadlineKind
from tui.deadlines.applying import deadline_of, work_out_rule
from tui.deadlines.rule import StartsOn
from tui.playbooks.clocks import Clocks
from tui.playbooks.opening import DAY, openings
from tui.playbooks.rung import Rung, RungState, next_rung
from tui.playbooks.steps import AT_ONCE, MISSED, Playbook, Step
from tui.playbooks.windows import window_from

NOON = time(12)
_ON_ANSWER = (StartsOn.RESPONSE, StartsOn.FINAL_RESPONSE, StartsOn.DECISION)
_NOT_AHEAD = (RungState.DONE, RungState.BACK, RungState.CURRENT, RungState.CLOSED)

__all__ = ["Rung", "RungState", "ladder", "next_rung"]


def ladder(card: Card, playbook: Playbook, today: date, clocks: Clocks) -> tuple[Rung, ...]:
    """Every step with its dates, as it will go if they stay silent.

    A step not yet taken is projected as if it were taken on the day it opens (today, if it is
    open); the steps above follow from the day after they would have missed it, and a window
    that counts from their answer counts from the day on which that would be due.
    """
    plan: list[Rung] = []
    begun: dict[str, date] = {}
    ends: dict[str, date] = {}
    for rung in openings(card, playbook, today):
        projected = _until(_after_lower(_at_once(rung, begun), ends), ends, clocks)
        begins = _begins(projected, today)
        if begins:
            begun[projected.step.id] = begins
        answer = _time_to_answer(card, playbook, projected.step, begins, clocks)
        if answer:
            ends[projected.step.id] = answer.late_after
            projected = replace(projected, due=answer.due)
        plan.append(projected)
    return tuple(plan)


def _time_to_answer(
    card: Card, playbook: Playbook, step: Step, start: date | None, clocks: Clocks
) -> Deadline | None:
    """Their time to answer a step taken on `start`; None where nobody owes an answer then."""
    if start is None:
        return None
    try:
        terms = clocks.of_step(playbook.id, step, start, card.urgency)
    except BadInput:
        return None  # no rule holds on that day: the step is shown without a date
    if terms is None:
        return None
    unit = terms.rule.period.unit
    moment = datetime.combine(start, NOON, clocks.zone) if unit.is_clock else start
    return deadline_of(terms, work_out_rule(terms, moment), DeadlineKind.ANSWER, step.id)


def _until(rung: Rung, ends: dict[str, date], clocks: Clocks) -> Rung:
    """A step ahead with the last day on which it may be taken, if they answer when it is due."""
    lower = [ends[name] for name in rung.step.after if name in ends]
    is_ahead = rung.state in (RungState.AHEAD, RungState.EARLY)
    if not (rung.step.window and is_ahead and lower) or rung.closes:
        return rung
    window = window_from(rung.step, dict.fromkeys(_ON_ANSWER, max(lower)), clocks)
    return replace(rung, closes=window.due) if window else rung


def _begins(rung: Rung, today: date) -> date | None:
    """When a step would be taken; None for one that was, or that has no date."""
    if rung.state in _NOT_AHEAD or rung.opens is None:
        return None
    return max(rung.opens, today)


def _at_once(rung: Rung, begun: dict[str, date]) -> Rung:
    """A step that waits for no answer opens as soon as the first of those below is taken."""
    lower = [begun[name] for name in rung.step.after if name in begun]
    if rung.state is not RungState.AHEAD or AT_ONCE not in rung.step.opens_on or not lower:
        return rung
    reason = say("You need not wait for what comes of the step before.")
    return replace(rung, opens=min(lower), reason=reason)


def _after_lower(rung: Rung, ends: dict[str, date]) -> Rung:
    """A step ahead opens when the first of the steps it follows is left unanswered."""
    lower = [ends[name] for name in rung.step.after if name in ends]
    waits = MISSED in rung.step.opens_on and AT_ONCE not in rung.step.opens_on
    if rung.state is not RungState.AHEAD or not waits or not lower:
        return rung
    reason = say("Opens if the step before it stays unanswered until {day}.", day=min(lower))
    return replace(rung, opens=min(lower) + DAY, reason=reason)
