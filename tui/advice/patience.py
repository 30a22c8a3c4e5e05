"""When it is too early to chase them, and where it would be asking twice."""

from __future__ import annotations

from datetime import date

from tui.cases.card import Card
from tui.cases.deadline import Deadline
from tui.cases.sentence import Sentence, say
from tui.cases.words import Answer, Channel, DeadlineKind, Stage
from tui.playbooks.their_time import HasDeadlines, agreed_until, counts_first, too_early

WAITS = frozenset({Stage.WAITING, Stage.ESCALATED})


def holding(case: HasDeadlines, today: date) -> Deadline | None:
    """The date that asks for patience; None where chasing is fair.

    An agreed next contact comes before a promise, a promise before the time to answer: who
    breaks a promise may be reminded of it at once. A later one puts off no time of a rule.
    """
    agreed = case.open_deadline(DeadlineKind.CONTACT)
    if agreed and agreed.due > today:
        return agreed
    promise, answer = map(case.open_deadline, (DeadlineKind.PROMISE, DeadlineKind.ANSWER))
    over_it = promise and answer and counts_first(answer, promise)
    owed = answer if over_it else promise or answer
    if owed is None or owed.paused_on or owed.late_on(today):
        return None
    return owed


def asked_twice(channel: Channel, card: Card) -> Sentence | None:
    """A second request on another channel starts a second queue, at its end."""
    if card.stage not in WAITS or card.channel in (channel, None):
        return None
    if card.reference:
        return say(
            "Do not ask twice: it already waits under {number} ({channel}). "
            "Follow up under that number.",
            number=card.reference,
            channel=card.channel,
        )
    return say(
        "Do not ask twice: it already waits ({channel}). Follow up there and ask for its number.",
        channel=card.channel,
    )


def chased_too_early(card: Card, today: date) -> Sentence | None:
    """A chase before the agreed time; an answer to their refusal or question is none."""
    if card.stage not in WAITS and card.last_answer in (Answer.REFUSED, Answer.ASKED):
        return None
    held = holding(card, today)
    if held is None:
        return None
    return agreed_until(held.due) if held.kind is DeadlineKind.CONTACT else too_early(held)
