"""How urgent a case is, as a sum of parts that each say why.

The points are a practice, for the order of a list only: they move no date and hide nothing. What
is late and what I may miss weighs most; a case that waits for another, the least. Worked out from
a card alone; words are made only of what is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TypeAlias

from tui.advice.figures.urgency_parts import Part, Why
from tui.advice.figures.urgency_times import Times, times_of
from tui.advice.waiting.snoozed import asleep_until
from tui.cases.card import Card
from tui.cases.money import left_of
from tui.cases.words import Stage, Urgency

LATE, MOST_LATE = 30, 60  # the first day late, and from thirty days on
TODAY = 10  # their day has come, or one of those on which it may be over already
MY_TODAY, MY_OVER, A_DAY_OFF, NEAR = 60, 70, 4, 14  # my date today, over; less a day; days ahead
A_PROMISE, MOST_PROMISES = 8, 24
BY_URGENCY = {Urgency.LOW: -10, Urgency.HIGH: 15, Urgency.CRITICAL: 40}
MY_MOVE = 10
BLOCKED, SNOOZED = -30, -40
A_MONTH, MOST_AGE = 30, 12  # days of a point, points
QUIET, A_WEEK, MOST_QUIET = 14, 7, 10  # days of silence that are no silence yet; days of a point
A_DIGIT, FREE_DIGITS, MOST_MONEY = 2, 2, 12  # points; the digits of a sum that weigh nothing


_NO_TIMES = Times()
Rule: TypeAlias = Callable[[Card, Times, date], "Part | None"]


def points_of(card: Card, today: date, *, blocked: bool = False) -> int:
    """The sum alone."""
    less = BLOCKED if blocked and _is_open(card) else 0
    return less + sum([part[0] for part in _parts(card, today)])


def parts_of(card: Card, today: date, waits_for: tuple[int, ...] = ()) -> tuple[Part, ...]:
    """The parts of the sum, the heaviest first. `waits_for`: open cases, by their numbers."""
    parts = _parts(card, today)
    if waits_for and _is_open(card):
        parts.append(Part(BLOCKED, Why.BLOCKED, tuple(f"#{number}" for number in waits_for)))
    return tuple(sorted(parts, key=lambda part: -part.points))


def _parts(card: Card, today: date) -> list[Part]:
    """None of a closed case: nothing presses in it."""
    if not _is_open(card):
        return []
    times = times_of(card, today) if card.deadlines or card.windows else _NO_TIMES
    return [part for rule in _RULES if (part := rule(card, times, today))]


def _is_open(card: Card) -> bool:
    return card.stage is not Stage.CLOSED


def _late(card: Card, times: Times, today: date) -> Part | None:
    """What they owe; of several the longest. An hour that was missed today is no day."""
    if not times.late:
        return None
    if times.late == 1 and (hour := _missed_today(card, today)):
        return Part(LATE, Why.LATE_TODAY, hour)
    return Part(min(LATE + times.late - 1, MOST_LATE), Why.LATE, times.late)


def _missed_today(card: Card, today: date) -> datetime | None:
    """Since which moment of today they are late; None where they were before it."""
    hours = [d.due_at if d.due >= today else None for d in card.late(today)]
    return min(filter(None, hours)) if hours and all(hours) else None


def _ends(_: Card, times: Times, __: date) -> Part | None:
    """Their day has come. Where they are late with another, that says it."""
    return Part(TODAY, Why.TODAY, times.ends) if times.ends and not times.late else None


def _mine(_: Card, times: Times, today: date) -> Part | None:
    """What I owe and did not do, what I agreed to; else the nearest date of mine."""
    if times.over:
        return Part(MY_OVER, Why.MINE_OVER, times.over)
    if times.agreed:
        return Part(MY_TODAY, Why.AGREED, times.agreed)
    if times.mine is None:
        return None
    left = max((times.mine - today).days, 0)
    return Part(MY_TODAY - A_DAY_OFF * left, Why.MINE, times.mine) if left < NEAR else None


def _promises(card: Card, times: Times, _: date) -> Part | None:
    """Those that are broken, the one that runs late among them."""
    broken = card.broken_promises + times.broken
    return Part(min(A_PROMISE * broken, MOST_PROMISES), Why.PROMISE, broken) if broken else None


def _urgency(card: Card, _: Times, __: date) -> Part | None:
    points = BY_URGENCY.get(card.urgency, 0)
    return Part(points, Why.URGENCY, card.urgency) if points else None


def _my_move(card: Card, _: Times, __: date) -> Part | None:
    return Part(MY_MOVE, Why.MY_MOVE) if card.stage is Stage.MY_MOVE else None


def _money(card: Card, _: Times, __: date) -> Part | None:
    """By the digits of the sum, whatever the currency: nobody knows the rates here."""
    amount = card.amount
    if amount and card.figures.back:  # rarely
        amount = left_of(amount, card.figures.back) or amount
    if amount is None or amount.value <= 0:
        return None
    points = min(A_DIGIT * (amount.value.adjusted() + 1 - FREE_DIGITS), MOST_MONEY)
    return Part(points, Why.MONEY, amount) if points > 0 else None


def _age(card: Card, _: Times, today: date) -> Part | None:
    days = (today - card.opened_on).days if card.opened_on else 0
    points = min(days // A_MONTH, MOST_AGE)
    return Part(points, Why.AGE, days) if points > 0 else None


def _quiet(card: Card, times: Times, today: date) -> Part | None:
    """Nothing happens, and nobody has to move by any day."""
    if times.runs or card.last_event is None:
        return None
    days = (today - card.last_event).days
    points = min((days - QUIET) // A_WEEK, MOST_QUIET)
    why = Why.SILENT if times.any else Why.QUIET
    return Part(points, why, days) if points > 0 else None


def _snoozed(card: Card, _: Times, today: date) -> Part | None:
    """What breaks through a snooze presses as if there were none."""
    end = asleep_until(card, today) if card.snooze else None
    return Part(SNOOZED, Why.SNOOZED, end) if end else None


_RULES: tuple[Rule, ...] = (
    *(_late, _ends, _mine, _promises, _urgency, _my_move, _money, _age, _quiet),
    _snoozed,
)
