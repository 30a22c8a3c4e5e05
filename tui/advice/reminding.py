"""Whom to remind of what is over. Each rule gives an action, or None."""

from __future__ import annotations

from tui.advice.action import Action, NextAction, View
from tui.cases.deadline import Deadline
from tui.cases.sentence import say
from tui.cases.words import DeadlineKind, Urgency
from tui.playbooks.rung import next_rung
from tui.playbooks.their_time import missed


def remind_of_promise(view: View) -> NextAction | None:
    promise = view.running(DeadlineKind.PROMISE)
    if promise is None or not promise.late_on(view.today) or view.reminded_of(promise):
        return None
    number = view.number
    sentence = (
        say("remind them of their promise, quoting {number}", number=number)
        if number
        else say("remind them of their promise and ask for a number")
    )
    return view.do(Action.REMIND, sentence, missed(promise))


def remind_of_answer(view: View) -> NextAction | None:
    answer = view.running(DeadlineKind.ANSWER)
    if answer is None or not answer.late_on(view.today) or view.reminded_of(answer):
        return None
    if _is_past_reminding(view, answer) and next_rung(view.rungs()):
        return None
    number = view.number
    sentence = (
        say("remind them, quoting {number}", number=number)
        if number
        else say("remind them and ask for a number")
    )
    return view.do(Action.REMIND, sentence, missed(answer))


def _is_past_reminding(view: View, answer: Deadline) -> bool:
    """Where an urgent matter has hours there is no time for it; who left one lying gets none."""
    is_urgent = view.card.urgency in (Urgency.CRITICAL, Urgency.HIGH)
    return view.card.has_ignored or (is_urgent and answer.due_at is not None)


def remind_others(view: View) -> NextAction | None:
    """While one of several has time, another may be late."""
    late = (d for d in view.card.late(view.today) if d.party != view.card.party)
    deadline = next(late, None)
    if deadline is None or view.reminded_of(deadline):
        return None
    place = view.playbook.place(deadline.step)
    sentence = (
        say("remind those of step {number}: {whom}", number=place, whom=view.whom(deadline))
        if place
        else say("remind the others")
    )
    return view.do(Action.REMIND, sentence, missed(deadline), step=deadline.step)
