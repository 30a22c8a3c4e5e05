"""The whole ladder of a case on one line of time: what was, what runs, what will follow."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from msgspec import Struct

from tui.cases.case import I_WRITE, Case
from tui.cases.deadline import Deadline
from tui.cases.words import DeadlineKind
from tui.playbooks.rung import Rung, RungState

_MARGIN = timedelta(days=7)  # so that the last step is seen to go on


class Planned(Struct, frozen=True):
    """A step in time. `starts`: when it was taken, or will be if they stay silent; None where
    nobody can know. `ends`: by when it is answered, `ends_at` the moment of it where hours are
    counted, `closes`: its last day, None where there is none."""

    rung: Rung
    starts: date | None
    ends: date | None
    closes: date | None
    ends_at: datetime | None = None


class Plan(Struct, frozen=True):
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
        owed = _owed(case, rung)
        ends, at = (owed.due, owed.due_at) if owed else (rung.due, rung.due_at)
        return Planned(rung, taken[0], ends, None, at)
    starts = max(rung.opens, today) if rung.opens else None
    return Planned(rung, starts, rung.due, rung.closes)


def _owed(case: Case, rung: Rung) -> Deadline | None:
    """The time they had, or have, at a step that was taken."""
    owed = (
        deadline
        for deadline in case.deadlines
        if deadline.kind is DeadlineKind.ANSWER and deadline.step == rung.step.id
    )
    return max(owed, key=lambda deadline: deadline.due, default=None)
