"""What opens a step, and how an answer stands, in sentences."""

from __future__ import annotations

from datetime import date

from tui.cases.card import Card
from tui.cases.sentence import Sentence, say
from tui.cases.words import Answer
from tui.playbooks.steps import FINAL, PARTLY, REFUSED, Step
from tui.playbooks.their_time import (
    arrival_unknown,
    last_word,
    missed,
    paused_since,
    still_due,
)

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


def standing(card: Card, today: date) -> Sentence:
    """How it stands with the step on which a case is."""
    last = last_word(card)
    if card.unread:
        return say("They wrote: judge what it is.")
    if card.last_answer in ANSWERED:
        return ANSWERED[card.last_answer]
    if paused := paused_since(card):
        return say("Their time has stood still since {day}.", day=paused)
    if last is None:
        return say("No date runs for them.")
    if unknown := arrival_unknown(last, today):
        return unknown
    return missed(last) if last.late_on(today) else still_due(last, today)
