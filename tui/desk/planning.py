"""The whole ladder of a case on one line of time: what was, what runs, what will follow."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from tui.cases.case import I_WRITE, Case
from tui.cases.words import DeadlineKind
from tui.playbooks.rung import Rung, RungState

_MARGIN = timedelta(days=7)  # so that the last step is seen to go on


@dataclass(frozen=True, slots=True)
class Planned:
    """A step in time. `starts`: when it was taken, or will be if they stay silent; None where
    nobody can know. `ends`: by when it is answered, `closes`: its last day, None where there
    is none."""

    rung: Rung
    starts: date | None
    ends: date | None
    closes: date | None


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps of a ladder, and the days from the first to the last of them."""

    today: date
    first: date
    last: date
    steps: tuple[Planned, ...]


def plan_of(case: Case, rungs: tuple[Rung, ...], today: date) -> Plan:
    """The plan of a case; see `ladder` for how steps ahead are projected.

    A last day that lies far beyond the rest does not stretch it.
    """
    steps = tuple(_planned(case, rung, today) for rung in rungs)
    days = [day for step in steps for day in (step.starts, step.ends) if day]
    return Plan(today, min([today, *days]), max([today, *days]) + _MARGIN, steps)


def _planned(case: Case, rung: Rung, today: date) -> Planned:
    taken = [e.day for e in case.timeline if e.kind in I_WRITE and e.step == rung.step.id]
    if taken and rung.state in (RungState.DONE, RungState.BACK, RungState.CURRENT):
        return Planned(rung, taken[0], _answered_by(case, rung) or rung.due, None)
    starts = max(rung.opens, today) if rung.opens else None
    return Planned(rung, starts, rung.due, rung.closes)


def _answered_by(case: Case, rung: Rung) -> date | None:
    """Until when they had, or have, time at a step that was taken."""
    owed = [
        deadline.due
        for deadline in case.deadlines
        if deadline.kind is DeadlineKind.ANSWER and deadline.step == rung.step.id
    ]
    return max(owed, default=None)
