"""Reminders at regular times, “every Monday until they answer”, as the next action.

They are a rhythm, no licence: a window of mine, what they wrote and what I owe come first, and
the day of a reminder never lies before the time that was agreed or that a rule gives them.
"""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from tui.advice.action import Action, NextAction, View
from tui.advice.silent import use_window
from tui.advice.waiting.snoozed import wakes_on
from tui.cases.card import Card
from tui.cases.sentence import Sentence, say
from tui.cases.snooze import every_said
from tui.cases.words import Answer, DeadlineKind
from tui.deadlines.days import day_after
from tui.playbooks.their_time import counts_first

# Where something has to be judged, sent, closed or asked, a reminder would be beside the point.
_RUNS = (DeadlineKind.ANSWER, DeadlineKind.PROMISE, DeadlineKind.CONTACT)
PENDING = (None, Answer.PROMISE)  # answers of theirs after which they still owe one
_GIVES_WAY = frozenset({Action.WAIT, Action.REMIND, Action.ESCALATE})


def chased_on(card: Card) -> date | None:
    """The day of the next regular reminder; None where there are none, or none may be sent."""
    return card.chase.on if card.chase else None


def fair_from(card: Card) -> date | None:
    """The first day on which reminding them is fair: `date.min` where nothing runs.

    An agreed next contact, what they promised, their time to answer and a snooze all have to be
    over. None while their time stands still, or they wait for me.
    """
    if not card.stage.is_live or card.open_deadline(DeadlineKind.DATA):
        return None
    answer, promise = map(card.open_deadline, (DeadlineKind.ANSWER, DeadlineKind.PROMISE))
    if answer and promise and counts_first(answer, promise):
        promise = None
    theirs = [deadline for deadline in (answer, promise) if deadline]
    if any(deadline.paused_on for deadline in theirs):
        return None
    days = [day_after(deadline.late_after) for deadline in theirs]
    return max(filter(None, (*days, card.not_before, wakes_on(card))), default=date.min)


def in_rhythm(view: View, first: NextAction) -> NextAction:
    """The next action, where they are reminded again and again: `first` is that without it."""
    day, chase, fair = chased_on(view.card), view.card.chase, fair_from(view.card)
    if chase is None or day is None or not _may_remind(view, first):
        return first
    if fair is None or fair > day:  # worked out before something else was agreed
        return first
    every = every_said(chase.every)
    if day > view.today:
        return _ahead(view, first, day, every)
    number = view.number
    sentence = (
        say("remind them, as {every}, quoting {number}", every=every, number=number)
        if number
        else say("remind them, as {every}", every=every)
    )
    return view.do(Action.REMIND, sentence, first.reason)


def _may_remind(view: View, first: NextAction) -> bool:
    asks_for_a_date = first.action is Action.CONTACT and not any(map(view.running, _RUNS))
    if not (first.action in _GIVES_WAY or asks_for_a_date) or use_window(view) is not None:
        return False
    if first.action is Action.REMIND and first.step != view.card.step:  # those of another step
        return False
    agreed = view.running(DeadlineKind.CONTACT)  # an appointment comes first
    return view.card.last_answer in PENDING and (agreed is None or agreed.due <= view.today)


def _ahead(view: View, first: NextAction, day: date, every: Sentence) -> NextAction:
    fair = fair_from(view.card)
    if first.action is Action.REMIND and (fair is None or fair > view.today):
        return first  # of a broken promise, at once, though they still have time to answer
    if first.action is Action.ESCALATE:  # what is open already is not put off by a reminder
        reason = say(
            "{reason} Or remind them on {day}, as {every}.",
            reason=first.reason,
            day=day,
            every=every,
        )
        return replace(first, reason=reason)
    sentence = say("remind them on {day}, as {every}", day=day, every=every)
    return view.do(Action.WAIT, sentence, first.reason, on=day)
