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
    CURRENT = "current"  # the case stands here
    OPEN = "open"  # may be taken now
    EARLY = "early"  # next in turn, but not yet
    AHEAD = "ahead"  # something must happen first


@dataclass(frozen=True, slots=True)
class Rung:
    """A step and its dates.

    `opens`: the first day on which it may be taken, or since when it may; None where nobody
    can know. `closes`: its last day, None where it has none. `due`: when they must answer;
    for a step not yet taken, if it is taken on the day it opens, or today if it is open.
    """

    step: Step
    state: RungState
    opens: date | None
    closes: date | None
    due: date | None
    reason: Sentence


def next_rung(rungs: Iterable[Rung]) -> Rung | None:
    """The lowest open rung above the one where the case stands."""
    above: list[Rung] = []
    for rung in rungs:
        if rung.state is RungState.CURRENT:
            above.clear()
        else:
            above.append(rung)
    return next((rung for rung in above if rung.state is RungState.OPEN), None)
