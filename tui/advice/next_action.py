"""The one next action of a case.

The order of the rules is the advice: read before you write, let no window of your own close,
answer what they ask, never nag before the agreed time, a broken promise before a late answer,
one reminder before a climb. It is the practice of people who chase support for a living, and
no law.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from tui.advice import answered, reminding, silent
from tui.advice.action import Action, NextAction, View
from tui.advice.waiting import chased, snoozed
from tui.cases.card import Card
from tui.cases.deadline import Deadline
from tui.cases.sentence import Sentence, say, say_many
from tui.cases.words import Stage
from tui.playbooks.opening import openings
from tui.playbooks.playbook import Playbook
from tui.playbooks.rung import RungState
from tui.playbooks.steps import AT_ONCE, START, Step
from tui.playbooks.their_time import not_checked, too_late

__all__ = ["Action", "NextAction", "next_action"]

_RULES: tuple[Callable[[View], NextAction | None], ...] = (
    answered.judge,
    answered.send_again,
    silent.use_window,
    answered.close,
    answered.climb_after_refusal,
    answered.reply,
    silent.keep_agreement,
    answered.go_on_for_the_rest,
    reminding.remind_of_promise,
    silent.keep_appointment,
    silent.wait_for_promise,
    reminding.remind_of_answer,
    silent.climb_after_silence,
    silent.find_out_arrival,
    silent.wait_for_answer,
    silent.restart_clock,
)


def next_action(card: Card, playbook: Playbook, today: date) -> NextAction:
    """The one best next step of a case on `today`, the company's day. Needs no calendar."""
    if card.stage is Stage.CLOSED:
        return NextAction(Action.NONE, None, say("The case is closed."), say("nothing more to do"))
    view = View(card, playbook, today)
    if asleep := snoozed.rest(view):
        return asleep
    return snoozed.with_snooze(view, chased.in_rhythm(view, _awake(view)))


def _awake(view: View) -> NextAction:
    if view.card.stage is Stage.DRAFT:
        return _draft(view.card, view.playbook, view.today)
    decided = (rule(view) for rule in _RULES)
    first = next((action for action in decided if action), None)
    if first is None or first.action is Action.WAIT:
        return reminding.remind_others(view) or first or silent.ask_for_a_date(view)
    return first


def _draft(card: Card, playbook: Playbook, today: date) -> NextAction:
    if (window := _time_to_begin(card, playbook, today)) is not None:
        return _begin_in_time(card, playbook, today, window)
    first = playbook.steps[0].id
    window = card.window_of(first)
    if window and not window.unsure and window.past_on(today) and first not in card.despite:
        return _too_late(card, playbook, today, window)
    hurry = _hurry(card, playbook, today)
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


def _too_late(card: Card, playbook: Playbook, today: date, window: Deadline) -> NextAction:
    """The first step is closed: whatever the request lacks, it is not sent."""
    rungs = openings(card, playbook, today)
    still = next((rung.step for rung in rungs if rung.state is RungState.OPEN), None)
    count, reason = len(playbook.steps), too_late(window)
    if still is not None:
        place = playbook.place(still.id)
        begin = say("begin with step {number} of {count}", number=place, count=count)
        return NextAction(Action.SEND, today, reason, begin, still.id)
    sentence = say("take another way: the time for step 1 of {count} is over", count=count)
    return NextAction(Action.COMPOSE, today, reason, sentence, window.step)


def _begin_in_time(card: Card, playbook: Playbook, today: date, window: Deadline) -> NextAction:
    """The case begins further up, with a step for which nobody has to be asked first."""
    number = playbook.place(window.step)
    if not card.gaps:
        begin = say(
            "begin with step {number} of {count}: its time ends on {day}",
            number=number,
            count=len(playbook.steps),
            day=window.due,
        )
        reason = say("To be safe, act by {day}.", day=window.act_on(today))
        return NextAction(Action.SEND, today, reason, begin, window.step)
    why = say(
        "The time for step {number} ends on {day}, and the case may start there.",
        number=number,
        day=window.due,
    )
    gap = say("complete the letter of step {number}: {gap}", number=number, gap=card.gaps[0])
    return NextAction(Action.COMPOSE, today, why, gap, window.step)


def _hurry(card: Card, playbook: Playbook, today: date) -> Sentence | None:
    """My time for the first step runs, or for one that may follow at once, and nothing was sent."""
    first = playbook.steps[0].id
    window = card.window_of(first)
    if window is None or window.act_by is None:
        return _hurry_for_next(card, playbook, today)
    if window.unsure:
        return not_checked(window, today)
    if window.past_on(today):
        return too_late(window)
    if window.act_by < today:
        return say("The time for it ends on {day}: send it at once.", day=window.due)
    if window.act_by == window.due:
        return say("The time for it ends on {day}.", day=window.due)
    by = window.act_by
    return say("The time for it ends on {day}; to be safe, send it by {by}.", day=window.due, by=by)


def _hurry_for_next(card: Card, playbook: Playbook, today: date) -> Sentence | None:
    first = playbook.steps[0].id
    window = _near(card, today, (s for s in playbook.steps if _at_once_after(s, first)))
    if window is None:
        return None
    return say(
        "The time for step {number} ends on {day}, and it can follow at once.",
        number=playbook.place(window.step),
        day=window.due,
    )


def _at_once_after(step: Step, first: str) -> bool:
    return first in step.after and AT_ONCE in step.opens_on


def _time_to_begin(card: Card, playbook: Playbook, today: date) -> Deadline | None:
    """The time that runs out for a step with which the case may begin, though not its first."""
    return _near(card, today, (s for s in playbook.steps[1:] if START in s.opens_on))


def _near(card: Card, today: date, steps: Iterable[Step]) -> Deadline | None:
    """My time for one of the steps, where it ends soon: the first to end."""
    wanted = {step.id for step in steps}
    ways = (w for w in card.usable_windows(today) if w.step in wanted)
    return next((w for w in ways if w.safe_day - silent.WARNED_OF_STEP <= today), None)
