"""Whether a reminder can be written in a case today, and if not, why."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tui.advice import lawful
from tui.advice.patience import WAITS, chased_too_early
from tui.advice.waiting.beside import Perhaps, perhaps_answered
from tui.advice.waiting.chased import PENDING
from tui.advice.waiting.snoozed import put_off_until
from tui.cases.card import Card
from tui.cases.sentence import Sentence, say
from tui.cases.words import Channel, DeadlineKind, Stage
from tui.playbooks.opening import current_step
from tui.playbooks.playbook import Playbook
from tui.playbooks.their_time import arrival_unknown, missed, paused_since

# Where they wait for a voice or a visit a letter would stand in another queue, at its end.
_SPOKEN = (Channel.PHONE, Channel.IN_PERSON)


def cannot_chase(
    card: Card, playbook: Playbook, today: date, mails: Iterable[Perhaps] = ()
) -> Sentence | None:
    """Why no reminder is written to those of the current step today; None where one may be.

    `mails`: those of the Inbox that may answer it.
    """
    return (
        _not_theirs(card)
        or perhaps_answered(mails)
        or _too_early(card, today)
        or _wrong_way(card, playbook)
    )


def why_chase(card: Card, today: date) -> Sentence:
    """What the reminder is about: what they broke, or that no date runs."""
    for kind in (DeadlineKind.PROMISE, DeadlineKind.ANSWER):
        deadline = card.open_deadline(kind)
        if deadline and deadline.late_on(today):
            return missed(deadline)
    return say("Nothing says when they must answer.")


def _not_theirs(card: Card) -> Sentence | None:
    if card.stage is Stage.CLOSED:
        return say("The case is closed.")
    if card.stage is Stage.DRAFT:
        return say("Nothing went out yet.")
    if card.unread:
        return say("They wrote: judge that first.")
    if (
        card.stage not in WAITS
        or card.last_answer not in PENDING
        or card.open_deadline(DeadlineKind.DATA)
    ):
        return say("It is your move, not theirs.")
    return None


def _too_early(card: Card, today: date) -> Sentence | None:
    if end := put_off_until(card, today):
        return say("Snoozed until {day}.", day=end)
    if early := chased_too_early(card, today):
        return early
    if since := paused_since(card):
        return say("Their time stands still since {day}: ask what they wait for.", day=since)
    answer = card.open_deadline(DeadlineKind.ANSWER)
    if answer and (unknown := arrival_unknown(answer, today)):
        return unknown
    if card.contacted_on and card.contacted_on >= today:
        return say("You wrote to them today.")
    return None


def _wrong_way(card: Card, playbook: Playbook) -> Sentence | None:
    if card.channel in _SPOKEN:
        return say(
            "It waits with them ({channel}): a letter would begin a second queue.",
            channel=card.channel,
        )
    step = current_step(card, playbook)
    if step is None or card.channel is None:
        return None
    if step.is_public:
        return say("A public review asks nobody for an answer.")
    return lawful.warn(step, card.channel, None)
