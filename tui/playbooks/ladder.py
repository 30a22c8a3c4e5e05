"""The ladder of a case as a plan with dates, before anything of it has happened."""

from __future__ import annotations

from datetime import date, datetime, time

from msgspec.structs import replace

from tui.cases.card import Card
from tui.cases.deadline import Deadline
from tui.cases.errors import BadInput
from tui.cases.sentence import say
from tui.cases.words import DeadlineKind
from tui.deadlines.applying import deadline_of, work_out_rule
from tui.deadlines.days import DAY
from tui.deadlines.rule import StartsOn
from tui.deadlines.terms import started_on
from tui.playbooks.clocks import Clocks
from tui.playbooks.opening import openings
from tui.playbooks.rung import Rung, RungState, next_rung
from tui.playbooks.steps import AT_ONCE, MISSED, Playbook, Step
from tui.playbooks.windows import window_from

NOON = time(12)
_ON_ANSWER = (StartsOn.RESPONSE, StartsOn.DEADLOCK, StartsOn.DECISION)
_NOT_AHEAD = (RungState.DONE, RungState.BACK, RungState.CURRENT, RungState.CLOSED)

__all__ = ["Rung", "RungState", "ladder", "next_rung"]


def ladder(card: Card, playbook: Playbook, today: date, clocks: Clocks) -> tuple[Rung, ...]:
    """Every step with its dates, as it will go if they stay silent.

    A step not yet taken is projected as if it were taken on the day it opens (today, if it is
    open); the steps above follow from the day after they would have missed it, and a window
    that counts from their answer counts from the day on which that would be due. One that counts
    from their last word has no day: who stays silent says none.
    """
    plan: list[Rung] = []
    begun: dict[str, date] = {}
    ends: dict[str, date] = {}
    hours: dict[str, datetime] = {}  # of those that end by the hour
    for rung in openings(card, playbook, today):
        if not rung.fits:
            plan.append(rung)
            continue
        opened = _in_hours(_after_lower(_at_once(rung, begun), ends, begun), ends, hours)
        projected = _until(opened, ends, clocks)
        begins = _begins(projected, today)
        if begins:
            begun[projected.step.id] = begins
        moment = _moment(projected, begins, hours, clocks)
        answer = _time_to_answer(card, playbook, projected.step, moment, clocks)
        if answer:
            ends[projected.step.id] = answer.late_after
            hours |= {projected.step.id: answer.due_at} if answer.due_at else {}
            within = _within(answer)
            projected = replace(projected, due=answer.due, within=within, owes=answer.owes)
        plan.append(projected)
    return tuple(plan)


def _moment(
    rung: Rung, begins: date | None, hours: dict[str, datetime], clocks: Clocks
) -> datetime | None:
    """When a step would be taken: at the hour at which the one before it ends, else at noon."""
    if begins is None:
        return None
    same_day = [hours[name] for name in rung.step.after if name in hours]
    at = [moment for moment in same_day if moment.date() == begins]
    return min(at, default=datetime.combine(begins, NOON, clocks.zone))


def _in_hours(rung: Rung, ends: dict[str, date], hours: dict[str, datetime]) -> Rung:
    """A step ahead opens at the hour at which those of hours are over, and not a day later."""
    lower = [name for name in rung.step.after if name in ends]
    first = min(lower, key=lambda name: ends[name], default="")
    if rung.state is not RungState.AHEAD or first not in hours or rung.opens is None:
        return rung
    is_next_day = rung.opens == ends[first] + DAY
    return replace(rung, opens=hours[first].date()) if is_next_day else rung


def _within(answer: Deadline) -> str:
    """The period of a time in hours, whose hour nobody knows before the step is taken."""
    return answer.working.period if answer.due_at and answer.working else ""


def _time_to_answer(
    card: Card, playbook: Playbook, step: Step, moment: datetime | None, clocks: Clocks
) -> Deadline | None:
    """Their time to answer a step taken at a moment; None where nobody owes an answer then."""
    if moment is None:
        return None
    start = moment.date()
    try:
        terms = clocks.of_step(playbook, step, start, card.urgency)
    except BadInput:
        return None  # no rule holds on that day: the step is shown without a date
    if terms is None:
        return None
    begins = moment if terms.rule.period.unit.is_clock else start
    working = work_out_rule(terms, started_on(terms, begins))
    return deadline_of(terms, working, DeadlineKind.ANSWER, step.id)


def _until(rung: Rung, ends: dict[str, date], clocks: Clocks) -> Rung:
    """A step ahead with the last day on which it may be taken, if they answer when it is due."""
    lower = [ends[name] for name in rung.step.after if name in ends]
    is_ahead = rung.state in (RungState.AHEAD, RungState.EARLY)
    if not (rung.step.window_rule and is_ahead and lower) or rung.closes:
        return rung
    window = window_from(rung.step, dict.fromkeys(_ON_ANSWER, max(lower)), clocks)
    return replace(rung, closes=window.due) if window and not window.unsure else rung


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
    reason = say("Opens as soon as a lower step is taken.")
    return replace(rung, opens=min(lower), reason=reason)


def _after_lower(rung: Rung, ends: dict[str, date], begun: dict[str, date]) -> Rung:
    """A step ahead opens when the first of the steps it follows is left unanswered."""
    lower = [name for name in rung.step.after if name in ends]
    waits = MISSED in rung.step.opens_on and AT_ONCE not in rung.step.opens_on
    if rung.state is not RungState.AHEAD or not waits or not lower:
        return rung
    first = min(lower, key=lambda name: ends[name])
    last = ends[first]
    if taken := begun.get(first):
        reason = say(
            "Opens if a lower step is taken on {first} and stays unanswered until {last}.",
            first=taken,
            last=last,
        )
    else:
        reason = say("Opens if the step before it stays unanswered until {day}.", day=last)
    return replace(rung, opens=last + DAY, reason=reason)
