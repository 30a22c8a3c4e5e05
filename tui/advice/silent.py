"""What to do while they are silent. Each rule gives an action, or None."""

from __future__ import annotations

from datetime import date, timedelta

from tui.advice.action import Action, NextAction, View
from tui.cases.deadline import Deadline
from tui.cases.sentence import Sentence, say
from tui.cases.words import DeadlineKind, Owes, Stage
from tui.playbooks.rung import RungState, next_rung, steps_left
from tui.playbooks.their_time import (
    arrival_unknown,
    counts_first,
    ends,
    paused_since,
    still_due,
)

# A practice: to write, to enclose and to send takes a few days, to go to a body a week.
WARNED_BEFORE = timedelta(days=3)
WARNED_OF_STEP = timedelta(days=7)


def keep_agreement(view: View) -> NextAction | None:
    agreed = view.card.not_before
    if agreed is None or agreed <= view.today:
        return None
    reason = say("You agreed on the next contact. Asking earlier makes them slower.")
    return view.do(Action.WAIT, say("wait until {day}, as agreed", day=agreed), reason, on=agreed)


def keep_appointment(view: View) -> NextAction | None:
    agreed = view.card.not_before
    if agreed is None:
        return None
    sentence = say("contact them, as agreed for {day}", day=agreed)
    return view.do(Action.CONTACT, sentence, say("You agreed on this day."))


def wait_for_promise(view: View) -> NextAction | None:
    promise = view.running(DeadlineKind.PROMISE)
    answer = view.running(DeadlineKind.ANSWER)
    if promise is None or promise.late_on(view.today):
        return None
    if answer and counts_first(answer, promise):
        return None
    until = _lasts_until(promise, view.today)
    told = ends(promise, until)
    sentence = say("wait until {day} for what they promised", day=told)
    return view.do(Action.WAIT, sentence, _then(view, still_due(promise, view.today)), on=until)


def find_out_arrival(view: View) -> NextAction | None:
    answer = view.running(DeadlineKind.ANSWER)
    unknown = arrival_unknown(answer, view.today) if answer else None
    if answer is None or unknown is None:
        return None
    sentence = (
        say("find out when your letter reached them, and record it")
        if answer.unsure == "receipt"
        else say("find out since when they have it, and record it")
    )
    return view.do(Action.CONTACT, sentence, unknown)


def use_window(view: View) -> NextAction | None:
    """My own time to go on runs out: that comes before any patience."""
    return _take_step_in_time(view) or _go_on_in_time(view)


def _take_step_in_time(view: View) -> NextAction | None:
    """The time for a step that may be taken now runs out."""
    open_now = {r.step.id for r in view.rungs() if r.state is RungState.OPEN}
    for window in view.card.windows_on(view.today):
        if window.step in open_now and window.safe_day - WARNED_OF_STEP <= view.today:
            sentence = say(
                "climb by {day} to step {number} of {count}",
                number=view.playbook.place(window.step),
                count=len(view.playbook.steps),
                day=window.due,
            )
            by = window.act_on(view.today)
            reason = say("To be safe, act by {day}.", day=by)
            return view.do(Action.ESCALATE, sentence, reason, on=by, step=window.step)
    return None


def _go_on_in_time(view: View) -> NextAction | None:
    """The time runs out that a rule gives me which I named myself."""
    window = view.running(DeadlineKind.WINDOW)
    if window is None or not window.act_by or window.past_on(view.today):
        return None
    if window.act_by - WARNED_BEFORE > view.today:
        return None
    rung = next_rung(view.rungs())
    action = Action.ESCALATE if rung else Action.CONTACT
    sentence = say("go on now: your time ends on {day}", day=window.due)
    by = window.act_on(view.today)
    reason = say("To be safe, act by {day}.", day=by)
    return view.do(action, sentence, reason, on=by, step=rung.step.id if rung else "")


def wait_for_answer(view: View) -> NextAction | None:
    answer = view.running(DeadlineKind.ANSWER)
    if answer is None or answer.paused_on or answer.late_on(view.today):
        return None
    until = _lasts_until(answer, view.today)
    day = ends(answer, until)
    sentence = (
        say("wait for their confirmation until {day}", day=day)
        if answer.owes is Owes.RECEIPT
        else say("wait for their answer until {day}", day=day)
    )
    return view.do(Action.WAIT, sentence, _then(view, still_due(answer, view.today)), on=until)


def _lasts_until(deadline: Deadline, today: date) -> date:
    """The day they named, then the last on which they may still come."""
    return deadline.due if deadline.due >= today else deadline.late_after


def _then(view: View, reason: Sentence) -> Sentence:
    """The reason, and which step opens when the wait was in vain."""
    if rung := next_rung(view.rungs()):
        return say(
            "{reason} Step {number} of {count} is open already.",
            reason=reason,
            number=view.playbook.place(rung.step.id),
            count=len(view.playbook.steps),
        )
    early = (rung for rung in view.rungs() if rung.state is RungState.EARLY and rung.opens)
    rung = next(early, None)
    if rung is None or rung.opens is None:
        return reason
    return say(
        "{reason} Step {number} of {count} opens on {day}.",
        reason=reason,
        number=view.playbook.place(rung.step.id),
        count=len(view.playbook.steps),
        day=rung.opens,
    )


def climb_after_silence(view: View) -> NextAction | None:
    if not any(d.party == view.card.party for d in view.card.late(view.today)):
        return None
    rung = next_rung(view.rungs())
    return view.climb(rung) if rung else None


def restart_clock(view: View) -> NextAction | None:
    since = paused_since(view.card)
    if since is None:
        return None
    reason = say("Their time has stood still since {day}.", day=since)
    return view.do(Action.CONTACT, say("ask what they wait for"), reason)


def ask_for_a_date(view: View) -> NextAction:
    """Nothing runs: a case that nobody has to move stays where it is for ever."""
    card, rungs = view.card, view.rungs()
    if not steps_left(rungs) and not view.have_yet_to_decide:
        return view.no_step_left(say("The ladder has no further step."))
    if card.stage is Stage.MY_MOVE:
        reason = say("The case is open again, and no date runs.")
        return view.do(Action.CONTACT, say("contact them again"), reason)
    sentence = (
        say("ask them for a date, quoting {number}", number=view.number)
        if view.number
        else say("ask them for a number and a date")
    )
    return view.do(Action.CONTACT, sentence, say("Nothing says when they must answer."))
