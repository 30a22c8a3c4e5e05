"""When it is too early to chase them."""

from __future__ import annotations

from datetime import date

from tui.cases.deadline import Deadline
from tui.cases.words import DeadlineKind
from tui.playbooks.their_time import HasDeadlines


def holding(case: HasDeadlines, today: date) -> Deadline | None:
    """The date that asks for patience; None where chasing is fair.

    An agreed next contact comes before a promise, a promise before the time to answer: who
    breaks a promise may be reminded of it at once.
    """
    agreed = case.open_deadline(DeadlineKind.CONTACT)
    if agreed and agreed.due > today:
        return agreed
    owed = case.open_deadline(DeadlineKind.PROMISE) or case.open_deadline(DeadlineKind.ANSWER)
    if owed is None or owed.paused_on or owed.late_on(today):
        return None
    return owed
