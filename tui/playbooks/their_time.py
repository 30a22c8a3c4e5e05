"""Until when they may take their time with a case. Late is only the day after."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Protocol

from tui.cases.deadline import Deadline
from tui.cases.sentence import Sentence, say
from tui.cases.words import DeadlineKind, Owes


class HasDeadlines(Protocol):
    """A case or its card."""

    def open_deadline(self, kind: DeadlineKind) -> Deadline | None: ...


def last_word(case: HasDeadlines) -> Deadline | None:
    """Of their open time to answer and their open promise, the one that ends later.

    A promise that puts nothing off does not count.
    """
    answer = case.open_deadline(DeadlineKind.ANSWER)
    promise = case.open_deadline(DeadlineKind.PROMISE)
    if promise is None or (answer and counts_first(answer, promise)):
        return answer
    return max(filter(None, (promise, answer)), key=lambda deadline: deadline.late_after)


def counts_first(answer: Deadline, promise: Deadline) -> bool:
    """Whether they owe an answer before the promise, which puts it off no more than it names.

    Nobody promises away a time that a rule gives, nor an hour by naming its day.
    """
    if answer.paused_on:
        return False
    in_hours = answer.due_at is not None and promise.due <= answer.due
    return in_hours or (answer.by_law and answer.late_after < promise.late_after)


def paused_since(case: HasDeadlines) -> date | None:
    """Since when their time to answer stands still."""
    answer = case.open_deadline(DeadlineKind.ANSWER)
    return answer.paused_on if answer else None


def ends(deadline: Deadline, day: date) -> date | Sentence:
    """The day on which it ends; where hours are counted, with the time of that day."""
    if deadline.due_at is None:
        return day
    return say("{time} on {day}", time=_hour(deadline.due_at), day=deadline.due)


def _hour(at: datetime) -> str:
    """The time at which something ends: at midnight that of the day that is over then."""
    return "24:00" if at.time() == time() else f"{at:%H:%M}"


def agreed_until(day: date) -> Sentence:
    """Why nobody should be chased before an agreed next contact."""
    return say("Too early: you agreed not to contact them before {day}.", day=day)


def too_early(deadline: Deadline) -> Sentence:
    """Why chasing and climbing must wait for this deadline."""
    last = ends(deadline, deadline.late_after)
    if deadline.kind is DeadlineKind.PROMISE:
        return say("Too early: they promised it by {day}.", day=last)
    if deadline.owes is Owes.RECEIPT:
        return say("Too early: they have until {day} to confirm that they have it.", day=last)
    return say("Too early: they have until {day} to answer.", day=last)


def too_late(window: Deadline) -> Sentence:
    """Why a step can no longer be taken."""
    return say("Too late: the time for this step ended on {day}.", day=window.late_after)


def not_checked(window: Deadline, today: date) -> Sentence:
    """What an unverified rule would say of my own time, which closes nothing here."""
    if window.past_on(today):
        return say(
            "Its time is not checked here: by the rule {rule}, which is off, it ended on {day}.",
            rule=window.rule,
            day=window.late_after,
        )
    return say(
        "Its time is not checked here: by the rule {rule}, which is off, it ends on {day}.",
        rule=window.rule,
        day=window.due,
    )


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


def still_due(deadline: Deadline, today: date | None = None) -> Sentence:
    """What they owe and until when; on the days on which it may be over or not, why not yet."""
    if today and deadline.due < today <= deadline.late_after:
        return say(
            "Their last day can be read as {day} or as {last}: they are late only after that.",
            day=deadline.due,
            last=deadline.late_after,
        )
    day = ends(deadline, deadline.due)
    if deadline.kind is DeadlineKind.PROMISE:
        return say("They promised it by {day}.", day=day)
    if deadline.owes is Owes.RECEIPT:
        return say("They must confirm by {day} that they have it.", day=day)
    return say("They must answer by {day}.", day=day)


def missed(deadline: Deadline) -> Sentence:
    """What they owed and did not do."""
    due = ends(deadline, deadline.due)
    if deadline.kind is DeadlineKind.PROMISE:
        return say("They promised it by {day} and did not keep it.", day=due)
    if deadline.owes is Owes.RECEIPT:
        return say("They did not confirm by {day} that they have it.", day=due)
    return say("They did not answer by {day}.", day=due)
