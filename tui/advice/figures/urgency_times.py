"""What the dates of a card say of how urgent it is."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tui.cases.card import Card
from tui.cases.deadline import Deadline
from tui.cases.words import DeadlineKind, Owner


class Times(NamedTuple):
    """What the dates of a card say on a day, looked through once.

    `late`: days on their side, of several the most. `ends`: their date that has come. `broken`:
    promises that run late. `over`: since when I owe them something. `agreed`: the day, reached,
    on which I agreed to contact them. `mine`: my next date. `runs`: whether somebody has time.
    """

    late: int = 0
    broken: int = 0
    over: date | None = None
    agreed: date | None = None
    mine: date | None = None
    runs: bool = False
    ends: date | None = None

    @property
    def any(self) -> bool:
        """Whether a date asks something of anybody."""
        return bool(self.runs or self.late or self.over or self.agreed or self.mine)


def times_of(card: Card, today: date) -> Times:
    """Loops and no generators: ten thousand cards are looked through for one board."""
    late = broken = 0
    over = agreed = ends = None
    runs = False
    for deadline in card.deadlines:
        is_late = today > deadline.late_after and deadline.late_on(today)
        runs = runs or not is_late
        if deadline.owner is Owner.THEIRS:
            if is_late:
                late = max(late, deadline.days_late(today))
                broken += deadline.kind is DeadlineKind.PROMISE
            elif deadline.due <= today and not deadline.paused_on:
                ends = deadline.due
        elif deadline.kind is DeadlineKind.CONTACT:
            agreed = deadline.due if deadline.due <= today else None
        elif _is_over(deadline, today) and (over is None or deadline.due < over):
            over = deadline.due
    return Times(late, broken, over, agreed, _my_date(card, today), runs, ends)


def _is_over(deadline: Deadline, today: date) -> bool:
    """A window that is over presses nobody any more: nothing can be done about it."""
    is_window = deadline.kind is DeadlineKind.WINDOW
    return deadline.due < today and not is_window and not deadline.paused_on


def _my_date(card: Card, today: date) -> date | None:
    """My next date; an agreed contact is none: it is a day before which nobody asks."""
    found: date | None = None
    for deadline in card.deadlines + card.windows:
        if deadline.owner is Owner.THEIRS or deadline.due < today:
            continue
        day = deadline.safe_day
        is_asked = deadline.kind is not DeadlineKind.CONTACT
        is_asked = is_asked and not (deadline.idle or deadline.paused_on)
        if is_asked and (found is None or day < found):
            found = day
    return found
