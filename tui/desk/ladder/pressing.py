"""Which deadline of a case presses, and by when somebody has to act."""

from __future__ import annotations

from datetime import date

from tui.cases.card import Card
from tui.cases.deadline import Deadline
from tui.cases.words import Owner

FAR = date.max


def pressing(card: Card, today: date) -> Deadline | None:
    """The deadline that matters most: the longest late, else the nearest running one.

    Before a contact that is agreed no time of theirs ends a wait.
    """
    if late := [d for d in card.deadlines if d.late_on(today)]:
        return min(late, key=lambda d: d.late_after)
    running = [d for d in (*card.deadlines, *card.windows_on(today)) if not d.paused_on]
    if card.not_before and card.not_before > today:
        running = [d for d in running if d.owner is Owner.MINE]
    return min(running or card.deadlines, key=acts_on, default=None)


def acts_on(deadline: Deadline) -> date:
    """Theirs counts until its last lawful day, mine only until the last safe one."""
    return deadline.safe_day


def dated(deadline: Deadline | None) -> date:
    """By when somebody has to act. Nobody has to by a paused one."""
    return acts_on(deadline) if deadline and not deadline.paused_on else FAR
