"""The one next action of a case that waits for another.

What I could do is left until the other is closed, but for what has a date of mine: no window stays
open because a case waits. What they owe goes on being asked for. It is a practice, and no law.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec.structs import replace

from tui.advice.action import Action, NextAction, View
from tui.cases.card import Card
from tui.cases.deadline import Deadline
from tui.cases.sentence import say
from tui.cases.words import Answer, Owner, Stage

# Twice the time that a step is warned of: the other case need not end when it is hoped to.
NO_LONGER_LEFT = timedelta(days=14)
_LEFT = frozenset({Action.COMPOSE, Action.SEND, Action.CONTACT, Action.ESCALATE, Action.CLOSE})


def tied(action: NextAction, view: View, waits_for: Iterable[Card]) -> NextAction:
    """The action of a case on its own, as it is where it waits for these, open or closed."""
    others = tuple(waits_for)
    if not others or view.card.stage is Stage.CLOSED:
        return action
    still = tuple(f"#{other.id}" for other in others if other.stage is not Stage.CLOSED)
    if not still:
        return _free(action, view.card, others)
    mine = my_next_date(view.card, view.today)
    if not _is_left(action, view, mine):
        reason = say("{reason} It waits for {cases}.", reason=action.reason, cases=still)
        return replace(action, reason=reason)
    reason = say("Until {cases} is closed there is nothing to do here.", cases=still)
    if mine:
        reason = say("{reason} Your own time ends on {day}.", reason=reason, day=mine.due)
    on = mine.safe_day if mine else None
    return NextAction(Action.WAIT, on, reason, say("wait for {cases}", cases=still), action.step)


def _is_left(action: NextAction, view: View, mine: Deadline | None) -> bool:
    """Whether it can be left: nothing of mine is near, nothing is agreed, it is not solved."""
    if mine and mine.safe_day - NO_LONGER_LEFT <= view.today:
        return False
    is_agreed = view.card.not_before is not None
    is_solved = view.card.last_answer is Answer.SOLVED
    return action.action in _LEFT and not is_agreed and not is_solved


def my_next_date(card: Card, today: date) -> Deadline | None:
    """The next date by which I have to act, of deadlines and of steps; none that is over."""
    mine = (d for d in card.deadlines if d.owner is Owner.MINE and not d.paused_on)
    ways = (w for w in card.windows if not w.idle)
    return min(
        (d for d in (*mine, *ways) if d.due >= today), key=lambda d: d.safe_day, default=None
    )


def _free(action: NextAction, card: Card, others: tuple[Card, ...]) -> NextAction:
    """Said until I go on: a wait that began afterwards is told as it is."""
    closed = max((other.closed_on for other in others if other.closed_on), default=None)
    if closed is None:
        return action
    last = card.contacted_on
    if last and (last > closed or (last == closed and action.action is Action.WAIT)):
        return action
    cases = tuple(f"#{other.id}" for other in others)
    sentence = say("free now ({cases} closed): {what}", cases=cases, what=action.sentence)
    return replace(action, sentence=sentence)
