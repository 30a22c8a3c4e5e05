"""One rung of a ladder as it stands for one case on one day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tui.cases.sentence import Sentence
from tui.playbooks.steps import Step


class RungState(StrEnum):
    """How a step stands."""

    DONE = "done"  # taken, and left behind
    BACK = "back"  # taken, and they have answered since: may be taken again
    CURRENT = "current"  # the case stands here
    OPEN = "open"  # may be taken now
    EARLY = "early"  # next in turn, but not yet
    AHEAD = "ahead"  # something must happen first
    CLOSED = "closed"  # its time is over


@dataclass(frozen=True, slots=True)
class Rung:
    """A step and its dates.

    `opens`: the first day on which it may be taken, or since when it may; None where nobody
    can know. `closes`: its last day, None where it has none. `due`: when they must answer;
    for a step not yet taken, if it is taken on the day it opens, or today if it is open.
    `by_last_word`: what opens it is that they said their last word.
    """

    step: Step
    state: RungState
    opens: date | None
    closes: date | None
    due: date | None
    reason: Sentence
    by_last_word: bool = False


def other_ways(rungs: Iterable[Rung], rung: Rung) -> tuple[Rung, ...]:
    """The open rungs of the same branch as `rung`: not higher than it, but other ways.

    So are those of the branch in which the case stands.
    """
    known = tuple(rungs)
    branches = {rung.step.branch, _branch_of_current(known)} - {""}
    open_now = (r for r in known if r.state is RungState.OPEN and r.step.id != rung.step.id)
    return tuple(r for r in open_now if r.step.branch in branches)


def _branch_of_current(rungs: Iterable[Rung]) -> str:
    """The branch of the step where the case stands; empty where it is in none."""
    return next((r.step.branch for r in rungs if r.state is RungState.CURRENT), "")


def steps_left(rungs: Iterable[Rung]) -> bool:
    """Whether there is still a step above the one where the case stands."""
    states = [rung.state for rung in rungs]
    here = states.index(RungState.CURRENT) + 1 if RungState.CURRENT in states else 0
    return any(s not in (RungState.CLOSED, RungState.DONE, RungState.BACK) for s in states[here:])


def next_rung(rungs: Iterable[Rung]) -> Rung | None:
    """The lowest open rung above the one where the case stands.

    Another way of the branch in which it stands is none that is higher: it comes last. After
    their last word comes what this opens, before what they would be asked once more.
    """
    known = tuple(rungs)
    above: list[Rung] = []
    for rung in known:
        if rung.state is RungState.CURRENT:
            above.clear()
        else:
            above.append(rung)
    taken = _branch_of_current(known)
    open_now = [rung for rung in above if rung.state is RungState.OPEN]
    open_now.sort(key=lambda r: (bool(taken) and r.step.branch == taken, not r.by_last_word))
    return next(iter(open_now), None)
