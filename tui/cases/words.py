"""The closed vocabularies of a case. Values are what stands in JSON."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """Where a case stands; derived from its events, never set by hand."""

    DRAFT = "draft"
    WAITING = "waiting"
    MY_MOVE = "my_move"
    ESCALATED = "escalated"
    CLOSED = "closed"

    @property
    def is_live(self) -> bool:
        """Whether something was sent and the case is not closed: what they do moves it."""
        return self not in (Stage.DRAFT, Stage.CLOSED)


class Channel(StrEnum):
    """A way to reach a company."""

    PHONE = "phone"
    EMAIL = "email"
    CHAT = "chat"
    FORM = "form"
    SOCIAL = "social"
    LETTER = "letter"
    IN_PERSON = "in_person"


class Problem(StrEnum):
    """What kind of problem it is; decides which channel and which evidence."""

    TECHNICAL = "technical"
    BILLING = "billing"
    REFUND = "refund"
    DELIVERY = "delivery"
    DEFECT = "defect"
    SERVICE = "service"
    SUBSCRIPTION = "subscription"
    ACCOUNT = "account"
    DATA = "data"
    CONSULTATION = "consultation"
    FORMAL = "formal"
    OTHER = "other"


class Urgency(StrEnum):
    """How fast the harm grows."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
    CRITICAL = "critical"


class Owner(StrEnum):
    """Whose deadline it is."""

    THEIRS = "theirs"
    MINE = "mine"


class DeadlineKind(StrEnum):
    """What a deadline is about. A case has at most one open deadline of a kind."""

    ANSWER = "answer"  # they owe an answer
    PROMISE = "promise"  # a date that somebody there gave
    DATA = "data"  # they asked for something: I owe it
    CONTACT = "contact"  # the agreed next contact: not before
    WINDOW = "window"  # until when I may go on: to refuse, to complain, to sue
    DEED = "deed"  # they answered, and have yet to do what a rule lets them do by that day


class Owes(StrEnum):
    """What keeps a time of theirs."""

    ANSWER = "answer"  # any answer, a refusal too
    MONEY = "money"  # the money itself: who refuses does not pay
    DEED = "deed"  # a repair, a replacement: the thing done
    RECEIPT = "receipt"  # a word that they have it: the answer itself is owed later


class DeadlineState(StrEnum):
    """How a deadline ended. Lateness of an open one is asked of the clock, not stored."""

    OPEN = "open"
    MET = "met"
    MISSED = "missed"


class Answer(StrEnum):
    """What an answer of theirs was, as the person judged it."""

    SOLVED = "solved"
    PARTLY = "partly"
    REFUSED = "refused"
    ASKED = "asked"
    PROMISE = "promise"
    RECEIPT = "receipt"


DECISIONS = frozenset({Answer.SOLVED, Answer.PARTLY, Answer.REFUSED})


class Outcome(StrEnum):
    """How a case ended."""

    UPHELD = "upheld"
    PARTLY = "partly"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class EventKind(StrEnum):
    """What happened. The timeline is made of these."""

    SENT = "sent"
    RECEIVED = "received"
    CALL = "call"
    PROMISE = "promise"
    DELIVERED = "delivered"
    UNDELIVERED = "undelivered"
    REGISTERED = "registered"
    ASKED = "asked"
    ANSWERED = "answered"
    REFUSED = "refused"
    EXTENDED = "extended"
    PAUSED = "paused"
    RESUMED = "resumed"
    EVIDENCE = "evidence"
    NOTE = "note"
    ESCALATED = "escalated"
    CLOSED = "closed"
    REOPENED = "reopened"


class Tone(StrEnum):
    """How a letter speaks. Law is cited from formal on."""

    NEUTRAL = "neutral"
    FIRM = "firm"
    FORMAL = "formal"


class Part(StrEnum):
    """The seven parts of a letter, in their order."""

    SUBJECT = "subject"
    GREETING = "greeting"
    PROBLEM = "problem"
    DONE = "done"
    RESULT = "result"
    ENCLOSURES = "enclosures"
    CONTACTS = "contacts"
