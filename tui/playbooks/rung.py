"""One rung of a ladder as it stands for one case on one day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from tui.cases.deadline import Deadline
from tui.cases.sentence import Sentence
from tui.cases.words import Owes
from tui.deadlines.days import DAY
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


UNFIT, LEFT_OUT, UNCHECKED = "unfit", "left_out", "unchecked"  # see `Rung.told_as`
_MAY_BE_TAKEN = frozenset({RungState.OPEN, RungState.BACK})
_LEFT_BEHIND = frozenset({RungState.CLOSED, RungState.DONE, RungState.BACK})


class Rung(Struct, frozen=True):
    """A step and its dates.

    `opens`: the first day on which it may be taken, or since when it may; None where nobody can
    know. `closes`: its last day, None where it has none. `due`: when they must answer; for a step
    not yet taken, if it is taken on the day it opens, or today if it is open. `opens_at`,
    `due_at`: the moment of it, where their hours run; `within`: their period, where they would;
    `owes`: what is due then.
    `by_last_word`: what opens it is that they said their last word. `fits`: it is for such a
    problem; `left_out`: the case went or began above it. `only_late`: nothing but its time keeps
    it closed, so that it may be taken knowingly; `despite` says why it is or was. `ended`: its
    last day, where it was taken after that. `unchecked`: by a rule that is off its time is over.
    """

    step: Step
    state: RungState
    opens: date | None
    closes: date | None
    due: date | None
    reason: Sentence
    by_last_word: bool = False
    due_at: datetime | None = None
    opens_at: datetime | None = None
    fits: bool = True
    left_out: bool = False
    within: str = ""
    owes: Owes = Owes.ANSWER
    only_late: bool = False
    despite: str = ""
    ended: date | None = None
    unchecked: bool = False

    @property
    def told_as(self) -> str:
        """Its state in a word: what is not for this case, or was left out, lies not ahead of it."""
        if self.state is RungState.AHEAD and not self.fits:
            return UNFIT
        if self.state is RungState.OPEN and self.unchecked:
            return UNCHECKED
        return LEFT_OUT if self.state is RungState.AHEAD and self.left_out else self.state.value

    @property
    def may_be_taken(self) -> bool:
        """Whether it is open, may be taken again, or is taken knowingly after its time."""
        return self.state in _MAY_BE_TAKEN or (self.only_late and bool(self.despite))


def rung_of(step: Step, state: RungState, reason: Sentence, opens: date | None = None) -> Rung:
    """A rung without the dates that only a calendar can give."""
    return Rung(step=step, state=state, opens=opens, closes=None, due=None, reason=reason)


def left_out(step: Step, reason: Sentence) -> Rung:
    """A step that lies behind the case, though it was not taken."""
    return replace(rung_of(step, RungState.AHEAD, reason), left_out=True)


def at_its_hour(rung: Rung, owed: Deadline) -> Rung:
    """Where hours run, a step opens when they are over, and not only on the next day."""
    ends, last = owed.due_at, owed.late_after
    if not ends or ends.date() != last or rung.state is not RungState.EARLY:
        return rung
    is_next_day = rung.opens == last + DAY
    return replace(rung, opens=last, opens_at=ends) if is_next_day else rung


def other_ways(rungs: Iterable[Rung], rung: Rung) -> tuple[Rung, ...]:
    """The open rungs of the same branch as `rung`: not higher than it, but other ways.

    So are those of the branch in which the case stands; but not those that come before.
    """
    known = tuple(rungs)
    here = _current(known)
    steps = (rung.step, *((here,) if here else ()))
    branches = {step.branch for step in steps} - {""}
    before = {rung.step.id, *(name for step in steps for name in step.besides)}
    open_now = (r for r in known if r.state is RungState.OPEN and r.step.id not in before)
    return tuple(r for r in open_now if r.step.branch in branches)


def _current(rungs: Iterable[Rung]) -> Step | None:
    return next((r.step for r in rungs if r.state is RungState.CURRENT), None)


def _is_beside(step: Step, here: Step | None) -> bool:
    """Whether a step is another way than the one where the case stands, and not one more."""
    if here is None or not here.branch or step.branch != here.branch:
        return False
    return here.id not in step.besides


def steps_left(rungs: Iterable[Rung]) -> bool:
    """Whether there is still a step above the one where the case stands."""
    known = tuple(rungs)
    states = [rung.state for rung in known]
    here = states.index(RungState.CURRENT) + 1 if RungState.CURRENT in states else 0
    return any(rung.fits and rung.state not in _LEFT_BEHIND for rung in known[here:])


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
    here = _current(known)
    open_now = [rung for rung in above if rung.state is RungState.OPEN]
    open_now.sort(key=lambda r: (_is_beside(r.step, here), not r.by_last_word))
    return next(iter(open_now), None)
