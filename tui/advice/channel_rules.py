"""What speaks for and against each channel, as rows of data.

Three sources. The channel rules of Upheld: urgent - phone or chat; technical, and more so if
complex - e-mail with logs; consultation - social network or FAQ; formal complaint - registered
letter; payment and refunds - chat or phone. Its table of problems by channel, for the other
kinds of problem. And its table of conflicts, for two rules that pull apart. All of it is
practice; none of it is law.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from tui.cases.sentence import Sentence, say
from tui.cases.words import Channel, Problem

Weight: TypeAlias = tuple[int, Sentence]  # what moves the score of a channel, and why


class Facet(StrEnum):
    """A side of the matter that speaks for one channel and against another."""

    URGENT = "urgent"
    CRITICAL = "critical"
    FORMAL = "formal"
    TECHNICAL = "technical"
    COMPLEX = "complex"
    MONEY = "money"
    CONSULTATION = "consultation"
    PRIVATE = "private"
    DELIVERY = "delivery"
    DEFECT = "defect"
    SERVICE = "service"
    SUBSCRIPTION = "subscription"
    ACCOUNT = "account"
    DATA = "data"
    OTHER = "other"


FACETS_OF: dict[Problem, frozenset[Facet]] = {
    Problem.TECHNICAL: frozenset({Facet.TECHNICAL, Facet.PRIVATE}),
    Problem.BILLING: frozenset({Facet.MONEY, Facet.PRIVATE}),
    Problem.REFUND: frozenset({Facet.MONEY, Facet.PRIVATE}),
    Problem.DELIVERY: frozenset({Facet.DELIVERY, Facet.PRIVATE}),
    Problem.DEFECT: frozenset({Facet.DEFECT, Facet.PRIVATE}),
    Problem.SERVICE: frozenset({Facet.SERVICE, Facet.PRIVATE}),
    Problem.SUBSCRIPTION: frozenset({Facet.SUBSCRIPTION, Facet.PRIVATE}),
    Problem.ACCOUNT: frozenset({Facet.ACCOUNT, Facet.PRIVATE}),
    Problem.DATA: frozenset({Facet.DATA, Facet.PRIVATE}),
    Problem.CONSULTATION: frozenset({Facet.CONSULTATION}),
    Problem.FORMAL: frozenset({Facet.FORMAL, Facet.PRIVATE}),
    Problem.OTHER: frozenset({Facet.OTHER, Facet.PRIVATE}),
}


class Row(Struct, frozen=True):
    """`points` for `channel` where all of `needs` hold and none of `unless` does."""

    channel: Channel
    points: int
    needs: frozenset[Facet]
    why: Sentence
    unless: frozenset[Facet] = frozenset()

    def applies(self, facets: frozenset[Facet]) -> bool:
        return self.needs <= facets and not self.unless & facets


_ALL = {facet.value: facet for facet in Facet}


def _row(channel: Channel, points: int, when: str, why: Sentence) -> Row:
    """`when`: facets that must hold, and with a minus those that must not: "urgent -formal"."""
    words = when.split()
    needs = frozenset(_ALL[word] for word in words if not word.startswith("-"))
    unless = frozenset(_ALL[word[1:]] for word in words if word.startswith("-"))
    return Row(channel, points, needs, why, unless)


_PHONE, _EMAIL, _CHAT, _FORM = Channel.PHONE, Channel.EMAIL, Channel.CHAT, Channel.FORM
_SOCIAL, _LETTER, _IN_PERSON = Channel.SOCIAL, Channel.LETTER, Channel.IN_PERSON

ROWS: tuple[Row, ...] = (
    # what is urgent goes to phone or chat
    _row(_PHONE, 30, "urgent", say("Urgent: a call reaches somebody at once.")),
    _row(_CHAT, 25, "urgent", say("Urgent: a chat answers within minutes.")),
    _row(_EMAIL, -10, "urgent", say("Urgent: an e-mail may lie in a queue for days.")),
    _row(_FORM, -10, "urgent", say("Urgent: a web form may lie in a queue for days.")),
    _row(_LETTER, -20, "urgent", say("Urgent: a letter is days on its way.")),
    _row(_PHONE, 6, "critical", say("Critical: on the phone you can ask for the person on duty.")),
    # a technical fault, complex or not, goes to e-mail with logs
    _row(_EMAIL, 35, "technical -formal", say("Technical fault: an e-mail carries logs whole.")),
    _row(_FORM, 10, "technical", say("Technical fault: many forms take logs as files.")),
    _row(
        _EMAIL, 15, "technical complex -urgent",
        say("Much detail: in an e-mail nothing of it gets lost."),
    ),
    _row(
        _PHONE, -15, "technical complex -urgent",
        say("Much detail: logs cannot be read out on the phone."),
    ),
    _row(
        _CHAT, -10, "technical complex -urgent",
        say("Much detail: it is too long for a chat."),
    ),
    # payment and refunds go to chat or phone
    _row(
        _CHAT, 25, "money -formal",
        say("Payment or refund: in a chat they look it up while you wait, and it is in writing."),
    ),
    _row(
        _PHONE, 20, "money -formal",
        say("Payment or refund: on the phone they look it up while you wait."),
    ),
    _row(_EMAIL, 10, "money", say("Payment or refund: an e-mail keeps sums and dates in writing.")),
    # a consultation goes to a social network or the FAQ
    _row(
        _SOCIAL, 30, "consultation -formal",
        say("A question: look into their FAQ, then ask in public, where others have asked."),
    ),
    _row(_CHAT, 15, "consultation -formal", say("A question: a chat answers it in passing.")),
    _row(_EMAIL, 5, "consultation -formal", say("A question: an e-mail is slower, but does.")),
    _row(_LETTER, -20, "consultation -formal", say("A question is not worth a registered letter.")),
    # a formal complaint goes into a registered letter
    _row(
        _LETTER, 50, "formal",
        say("Formal complaint: a registered letter proves what they got, and when."),
    ),
    _row(
        _IN_PERSON, 20, "formal",
        say("Formal complaint: handed over against a stamp, it is proved too."),
    ),
    _row(_EMAIL, 5, "formal", say("Formal complaint: an e-mail leaves a written trace.")),
    _row(_PHONE, -20, "formal", say("Formal complaint: spoken words prove nothing.")),
    _row(_CHAT, -15, "formal", say("Formal complaint: a chat is often not taken as one.")),
    _row(_SOCIAL, -20, "formal", say("Formal complaint: a public message does not count as one.")),
    # where two rules pull apart
    _row(
        _PHONE, 10, "urgent formal",
        say("Urgent and formal: call today to stop the harm; the letter makes it count."),
    ),
    _row(
        _LETTER, 5, "urgent formal",
        say("Urgent and formal: post it today, the call does not replace it."),
    ),
    _row(
        _EMAIL, -5, "urgent technical",
        say("Urgent and technical: first call for a number, then send the logs under it."),
    ),
    _row(
        _EMAIL, 15, "technical formal",
        say("Technical and formal: send the logs by e-mail too; the letter refers to them."),
    ),
    # the other kinds of problem
    _row(_SOCIAL, -20, "private", say("In public they can settle nothing that is about you.")),
    _row(_EMAIL, 15, "delivery", say("Not delivered: an e-mail names order, date and track once.")),
    _row(_CHAT, 10, "delivery", say("Not delivered: a chat sees where the parcel is.")),
    _row(_FORM, 10, "delivery", say("Not delivered: the form is tied to your order.")),
    _row(_FORM, 20, "defect", say("Defective goods: the form asks for photos at once.")),
    _row(_EMAIL, 15, "defect", say("Defective goods: an e-mail carries photos and the receipt.")),
    _row(_PHONE, -10, "defect", say("Defective goods: nobody sees photos on the phone.")),
    _row(_EMAIL, 15, "service", say("Poor service: an e-mail can quote the contract.")),
    _row(_PHONE, 5, "service", say("Poor service: a call may put it right at once.")),
    _row(_EMAIL, 15, "subscription", say("Subscription: an e-mail proves the day you cancelled.")),
    _row(_CHAT, 10, "subscription", say("Subscription: a chat can cancel it while you watch.")),
    _row(_FORM, 25, "account", say("Account: a blocked account has its appeal form.")),
    _row(_EMAIL, 10, "account", say("Account: an e-mail reaches them when you cannot log in.")),
    _row(_EMAIL, 20, "data", say("Personal data: write to the privacy address.")),
    _row(_FORM, 15, "data", say("Personal data: many have a form for such requests.")),
    _row(_LETTER, 10, "data", say("Personal data: a letter proves the day they got it.")),
    _row(_PHONE, -10, "data", say("Personal data: on the phone they cannot tell who you are.")),
    _row(_EMAIL, 10, "other", say("In writing both sides can look it up later.")),
)  # fmt: skip

# What holds for a channel whatever the matter.
NOTES: dict[Channel, Sentence] = {
    Channel.PHONE: say("Afterwards write an e-mail: what was agreed, when and with whom."),
    Channel.CHAT: say("Save the transcript before you close the chat."),
    Channel.FORM: say("Take a picture of the form before and after you send it."),
    Channel.SOCIAL: say("Never any personal data: ask to go on in private."),
    Channel.LETTER: say("Enclose a list of enclosures, and keep the track number."),
    Channel.IN_PERSON: say("Bring two copies and have yours stamped with the date."),
}
