"""Until when they may take their time with a case. Late is only the day after."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from tui.cases.deadline import Deadline
from tui.cases.sentence import Sentence, say
from tui.cases.words import DeadlineKind


class HasDeadlines(Protocol):
    """A case or its card."""

    def open_deadline(self, kind: DeadlineKind) -> Deadline | None: ...


def last_word(case: HasDeadlines) -> Deadline | None:
    """Of their open time to answer and their open promise, the one that ends later."""
    both = (DeadlineKind.ANSWER, DeadlineKind.PROMISE)
    running = [deadline for kind in both if (deadline := case.open_deadline(kind))]
    return max(running, key=lambda deadline: deadline.late_after, default=None)


def paused_since(case: HasDeadlines) -> date | None:
    """Since when their time to answer stands still."""
    answer = case.open_deadline(DeadlineKind.ANSWER)
    return answer.paused_on if answer else None


def agreed_until(day: date) -> Sentence:
    """Why nobody should be chased before an agreed next contact."""
    return say("Too early: you agreed not to contact them before {day}.", day=day)


def too_early(deadline: Deadline) -> Sentence:
    """Why chasing and climbing must wait for this deadline."""
    if deadline.kind is DeadlineKind.PROMISE:
        return say("Too early: they promised it by {day}.", day=deadline.late_after)
    return say("Too early: they have until {day} to answer.", day=deadline.late_after)


def too_late(window: Deadline) -> Sentence:
    """Why a step can no longer be taken."""
    return say("Too late: the time for this step ended on {day}.", day=window.late_after)


def short_of_last_word(until: date, today: date) -> Sentence:
    """Why a step waits for a day by law though they answered, or waits no more."""
    if until >= today:
        return say(
            "Too early: they have until {day}, unless they call it their last word.", day=until
        )
    return say("Their time ended on {day}, and you may go on.", day=until)


def arrival_unknown(deadline: Deadline, today: date) -> Sentence | None:
    """Why nobody is called late yet, where a letter may still have been on its way."""
    if not deadline.unsure or not deadline.past_on(today):
        return None
    if deadline.unsure == "receipt":
        return say("On which day your letter reached them is not known: find out and record it.")
    return say("From which day their time counts is not known: find out and record it.")


def still_due(deadline: Deadline) -> Sentence:
    """What they owe and until when."""
    if deadline.kind is DeadlineKind.PROMISE:
        return say("They promised it by {day}.", day=deadline.due)
    return say("They must answer by {day}.", day=deadline.due)


def missed(deadline: Deadline) -> Sentence:
    """What they owed and did not do."""
    if deadline.kind is DeadlineKind.PROMISE:
        return say("They promised it by {day} and did not keep it.", day=deadline.due)
    return missed_on(deadline.due)


def missed_on(day: date) -> Sentence:
    """That they did not answer in time."""
    return say("They did not answer by {day}.", day=day)
