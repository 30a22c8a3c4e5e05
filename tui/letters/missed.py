"""The one date that somebody missed of which a letter speaks by itself."""

from __future__ import annotations

from tui.cases.deadline import Deadline
from tui.cases.promises import Promise, broken_of, promises_of
from tui.letters.ending import unanswered
from tui.letters.matter import Matter


def broken_by_reader(matter: Matter) -> tuple[Promise, ...]:
    """The promises that whoever reads the letter gave and did not keep."""
    theirs = {event.id for event in matter.with_reader()}
    return tuple(p for p in broken_of(promises_of(matter.case, matter.today)) if p.event in theirs)


def missed_answer(matter: Matter) -> Deadline | None:
    """The last time for an answer that passed without one, and runs on; a broken promise says more.

    Whoever reads the letter is told of nothing that others owe.
    """
    if broken_by_reader(matter):
        return None
    case, events = matter.case, matter.with_reader()
    over = (unanswered(case, event, matter.today, matter.now) for event in events)
    still_open = [deadline for deadline in over if deadline and deadline.is_open]
    return max(still_open, key=lambda d: d.late_after, default=None)
