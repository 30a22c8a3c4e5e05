"""What opens a step, and how an answer stands, in sentences."""

from __future__ import annotations

from tui.cases.sentence import Sentence, say
from tui.cases.words import Answer
from tui.playbooks.steps import FINAL, PARTLY, REFUSED, Step

ANSWERED = {
    Answer.SOLVED: say("They solved it."),
    Answer.PARTLY: say("They answered only in part."),
    Answer.REFUSED: say("They refused."),
    Answer.ASKED: say("They asked you for something."),
}
# After these one may also go back to a lower step.
GOES_ON = frozenset({Answer.PARTLY, Answer.REFUSED, Answer.ASKED})
_ON_REFUSAL = {
    frozenset({REFUSED}): say("Opens if they refuse."),
    frozenset({PARTLY}): say("Opens if they answer only in part."),
    frozenset({REFUSED, PARTLY}): say("Opens if they refuse or answer only in part."),
}


def condition(step: Step) -> Sentence:
    """What has to happen before a step is in turn."""
    if step.opens_on == {FINAL}:
        return say("Opens when they say that it is their last word.")
    on_refusal = _ON_REFUSAL.get(step.opens_on - {FINAL})
    return on_refusal or say("Comes after a lower step.")
