"""The one next action of a case.

The order of the rules is the advice: read before you write, let no window of your own close,
answer what they ask, never nag before the agreed time, a broken promise before a late answer,
one reminder before a climb. It is the practice of people who chase support for a living, and
no law.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tui.advice import answered, silent
from tui.advice.action import Action, NextAction, View
from tui.cases.card import Card
from tui.cases.sentence import Sentence, say, say_many
from tui.cases.words import Stage
from tui.playbooks.playbook import Playbook
from tui.playbooks.their_time import too_late

__all__ = ["Action", "NextAction", "next_action"]

_RULES: tuple[Callable[[View], NextAction | None], ...] = (
    answered.judge,
    silent.use_window,
    answered.close,
    answered.climb_after_refusal,
    answered.reply,
    silent.keep_agreement,
    answered.go_on_for_the_rest,
    silent.remind_of_promise,
    silent.keep_appointment,
    silent.wait_for_promise,
    silent.remind_of_answer,
    silent.climb_after_silence,
    silent.find_out_arrival,
    silent.wait_for_answer,
    silent.restart_clock,
)


def next_action(card: Card, playbook: Playbook, today: date) -> NextAction:
    """The one best next step of a case on `today`, the company's day. Needs no calendar."""
    if card.stage is Stage.CLOSED:
        return NextAction(Action.NONE, None, say("The case is closed."), say("nothing more to do"))
    if card.stage is Stage.DRAFT:
        return _draft(card, playbook, today)
    view = View(card, playbook, today)
    decided = (rule(view) for rule in _RULES)
    first = next((action for action in decided if action), None) or silent.ask_for_a_date(view)
    if first.action is Action.WAIT:
        return silent.remind_others(view) or first
    return first


def _draft(card: Card, playbook: Playbook, today: date) -> NextAction:
    first = playbook.steps[0].id
    hurry = _hurry(card, first, today)
    if not card.gaps:
        reason = hurry or say("It has everything that a request needs.")
        return NextAction(Action.SEND, today, reason, say("send the request"), first)
    reason = hurry or say_many(
        "One thing is missing before it can be sent.",
        "{count} things are missing before it can be sent.",
        len(card.gaps),
    )
    sentence = say("complete the request: {gap}", gap=card.gaps[0])
    return NextAction(Action.COMPOSE, today, reason, sentence, first)


def _hurry(card: Card, step: str, today: date) -> Sentence | None:
    """My time for the first step runs, though nothing has been sent yet."""
    window = card.window_of(step)
    if window is None or window.act_by is None:
        return None
    if window.past_on(today):
        return too_late(window)
    return say("To be safe, send it by {day}: the time for it ends.", day=window.act_by)
