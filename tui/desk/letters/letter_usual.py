"""Which kind of letter is written on a step: its own, and on one that was taken what follows it."""

from __future__ import annotations

from tui.cases.case import Case
from tui.cases.settled import is_settled
from tui.cases.words import Answer, Outcome, Stage
from tui.playbooks.steps import Step

_DECIDED = frozenset({Answer.REFUSED, Answer.PARTLY})
# After these there is nothing to thank for.
_UNSETTLED = frozenset({Outcome.REJECTED, Outcome.EXPIRED})
FIRST, CLAIM, COURT, THANKS = "request", "claim", "court", "thanks"  # kinds of letters


def usual_letter(case: Case, letter: str) -> str:
    """Who complains formally begins with a claim."""
    return CLAIM if case.formal and letter == FIRST else letter


def again(case: Case, step: Step) -> str:
    """What is written on a step already taken: a reminder, an answer; at the end the last word.

    Who has refused, or helped only in part, is not reminded but asked to decide anew. What was
    settled is worth thanks, before the case is closed, too; of what was not, others can be told.
    """
    if case.stage is Stage.CLOSED:
        return "review" if case.outcome in _UNSETTLED else THANKS
    if is_settled(case):
        return THANKS
    is_decided = case.party == step.party and case.last_answer in _DECIDED
    if is_decided and not step.is_body:
        return "appeal"
    return letter_again(step, is_asked=case.last_answer is Answer.ASKED)


def letter_again(step: Step, *, is_asked: bool) -> str:
    """The reminder, or the answer to what they asked for, as one of the company or of a body."""
    if step.letter == COURT and not is_asked:
        return f"{COURT}_reminder"
    kind = "reply" if is_asked else "reminder"
    return f"higher_{kind}" if step.is_body else kind
