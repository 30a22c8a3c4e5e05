"""What lies beside a case and comes before its next action: mails that nobody put there yet, and
letters of mine that are not out.

Who has not looked at a mail cannot say that they did not answer, and who does not know whether a
letter went out cannot say that they have it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from msgspec import Struct
from msgspec.structs import replace

from tui.advice.action import Action, NextAction
from tui.cases.card import Card
from tui.cases.sentence import Sentence, say
from tui.cases.words import Stage

_LOST = frozenset({"unknown", "refused"})
# What does not wait for a mail to be looked at.
_GOES_FIRST = frozenset({Action.JUDGE, Action.REPLY, Action.NONE})
_WRITES = frozenset(
    {Action.COMPOSE, Action.SEND, Action.REMIND, Action.REPLY, Action.ESCALATE, Action.CONTACT}
)


class Perhaps(Struct, frozen=True):
    """A mail of the Inbox that may belong to a case: its number, and the day on which it came."""

    number: int
    day: date


class Letter(Struct, frozen=True):
    """A letter of the outbox: its number, when it was put there, and where it stands, as
    `mail.outgoing` calls that."""

    number: int
    queued_at: datetime
    standing: str

    @property
    def is_lost(self) -> bool:
        """Whether the person has to see to it: nothing more is done by itself."""
        return self.standing in _LOST


def perhaps_answered(mails: Iterable[Perhaps]) -> Sentence | None:
    """That they may have answered; None where no mail waits that could tell it."""
    newest = max(mails, key=lambda mail: (mail.day, mail.number), default=None)
    if newest is None:
        return None
    return say("Mail {number} of {day} waits in the Inbox: it may be their answer.",
               number=newest.number, day=newest.day)  # fmt: skip


def may_have_gone(letter: Letter) -> Sentence:
    """What there is to know of a letter that is lost."""
    day = letter.queued_at.date()
    if letter.standing == "refused":
        return say("The letter of {day} did not go out: look into the outbox.", day=day)
    return say("The letter of {day} may have gone out, or not: look into the outbox.", day=day)


def with_what_lies_beside(
    action: NextAction,
    card: Card,
    today: date,
    mails: Iterable[Perhaps],
    letters: Iterable[Letter],
) -> NextAction:
    """The next action of a case, or what has to be seen to before it."""
    if card.stage is Stage.CLOSED:
        return action
    return _with_mail(_with_letter(action, today, tuple(letters)), today, tuple(mails))


def _with_letter(action: NextAction, today: date, letters: tuple[Letter, ...]) -> NextAction:
    if action.action is Action.JUDGE or not letters:
        return action
    lost = next((letter for letter in letters if letter.is_lost), None)
    if lost is None:
        if action.action not in _WRITES:
            return action
        reason = say("It is tried again when the letters of the outbox are sent.")
        waits = say("wait for the letter that stands in the outbox")
        return NextAction(Action.WAIT, today, reason, waits, action.step)
    if lost.standing == "refused":
        sentence = say("see why your letter did not go out, in the outbox")
    else:
        sentence = say("find out whether your letter went out, in the outbox")
    return NextAction(Action.CONTACT, today, may_have_gone(lost), sentence, action.step)


def _with_mail(action: NextAction, today: date, mails: tuple[Perhaps, ...]) -> NextAction:
    told = perhaps_answered(mails)
    if told is None:
        return action
    if action.action in _GOES_FIRST:
        reason = say("{reason} {more}", reason=action.reason, more=told)
        return replace(action, reason=reason)
    reason = say("{reason} If it is not: {what}.", reason=told, what=action.sentence)
    newest = max(mails, key=lambda mail: (mail.day, mail.number))
    sentence = say("read mail {number} in the Inbox", number=newest.number)
    return NextAction(Action.JUDGE, today, reason, sentence, action.step)
