"""What to do when something came from them. Each rule gives an action, or None."""

from __future__ import annotations

from tui.advice.action import Action, NextAction, View
from tui.cases.sentence import say
from tui.cases.words import Answer, DeadlineKind
from tui.playbooks.rung import next_rung
from tui.playbooks.their_time import ends, paused_since


def judge(view: View) -> NextAction | None:
    if not view.card.unread:
        return None
    reason = say("Something came from them, and nobody has said what it is.")
    return view.do(Action.JUDGE, say("judge what they wrote"), reason)


def send_again(view: View) -> NextAction | None:
    """What did not arrive gives them no time and me no right to go on."""
    if not view.card.is_returned:
        return None
    day = view.card.contacted_on or view.today
    reason = say("Your letter of {day} came back: it did not arrive.", day=day)
    return view.do(Action.CONTACT, say("send it again, another way"), reason)


def close(view: View) -> NextAction | None:
    if view.card.last_answer is not Answer.SOLVED:
        return None
    return view.do(Action.CLOSE, say("close the case as upheld"), say("They solved it."))


def climb_after_refusal(view: View) -> NextAction | None:
    if view.card.last_answer is not Answer.REFUSED:
        return None
    rung = next_rung(view.rungs())
    return view.climb(rung) if rung else view.no_step_left(say("They refused."))


def reply(view: View) -> NextAction | None:
    asked = view.running(DeadlineKind.DATA)
    if asked is None and view.card.last_answer is not Answer.ASKED:
        return None
    since = paused_since(view.card)
    reason = (
        say("They asked for something. Their time stands still since {day}.", day=since)
        if since
        else say("They asked for something.")
    )
    if asked is None:
        return view.do(Action.REPLY, say("send what they asked for"), reason)
    by = asked.act_on(view.today)
    told = ends(asked, by) if by == asked.due else by
    if by < view.today:
        late = say("reply at once: it was due on {day}", day=by)
        return view.do(Action.REPLY, late, reason)
    if asked.due_at and asked.past_on(view.today):
        return view.do(Action.REPLY, say("reply at once: the hour for it is over"), reason)
    return view.do(Action.REPLY, say("reply by {day}", day=told), reason, on=by)


def go_on_for_the_rest(view: View) -> NextAction | None:
    if view.card.last_answer is not Answer.PARTLY:
        return None
    reason = say("They answered only in part.")
    rung = next_rung(view.rungs())
    if rung is None:
        return view.do(Action.JUDGE, say("decide whether the part is enough"), reason)
    sentence = say(
        "accept the part, or climb to step {number} of {count}",
        number=view.playbook.place(rung.step.id),
        count=len(view.playbook.steps),
    )
    reason = view.with_ways(rung, view.until_when(rung, reason))
    return view.do(Action.ESCALATE, sentence, reason, step=rung.step.id)
