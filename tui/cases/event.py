"""One dated thing that happened."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import msgspec

from tui.cases.deadline import Deadline
from tui.cases.money import Money
from tui.cases.record import Record
from tui.cases.words import Answer, Channel, EventKind, Outcome


class Evidence(Record, frozen=True, kw_only=True):
    """A copied-in file, numbered as an enclosure. `size` in bytes."""

    number: int
    name: str
    sha256: str = ""
    size: int = 0


class Event(Record, frozen=True, kw_only=True):
    """An entry of the timeline.

    `at` carries the offset of the company's zone, so that its date is the company's day.
    `promise` is a date that they gave; `due` is the date by which I asked for an answer
    (sent, call, escalated), by which they want something (asked), or to which they
    extended (extended); `next_contact` is the day before which I agreed not to chase.
    `party` is the role of whom it was with in a dispute with several, empty for the company of
    the case, or for the body with which the case stands; it is the id of their step for those
    beside whom it stands (a body that was left, a department), and what I write there is `aside`.
    `addressee`: who stands at the step of a climb, "company" or the id of the step of a body;
    empty for parties, and in older books. `final`: they said that it is their last word.
    `refund` is money that came back with it; `satisfaction` 1 (bad) to 5 (good) is how content
    I was when I closed the case.
    `letter` is its text as it was handed over from here; empty where that is not known.
    `override` says why it went out although the checks found errors, and which.
    `ended` is the last day on which its step might have been taken, where that was over, and
    `despite` says why it was taken although it was not open.
    `message_id` is that of the mail that it was, mine or theirs, with its angle brackets; of
    what came back that of my letter.
    `rule` is the id of the rule that I rely on, where it is not that of the step.
    `mail` is the number of the mail of the book that it was, 0 for none: such a message of theirs
    waits for a judgement of its own, until that stands in its place, or it is `told` by others.
    `noted` is the day on which I recorded what happened on an earlier one.
    `starts` are the deadlines that it starts or moves, worked out when it was recorded, so
    that replaying a timeline needs no calendar and no later rule changes the past.
    """

    at: Annotated[datetime, msgspec.Meta(tz=True)]
    kind: EventKind
    id: int = 0
    channel: Channel | None = None
    to: str = ""
    text: str = ""
    reference: str = ""
    reference_refused: bool = False
    url: str = ""
    agent: str = ""
    promise: date | None = None
    due: date | None = None
    next_contact: date | None = None
    answer: Answer | None = None
    automatic: bool = False
    final: bool = False
    outcome: Outcome | None = None
    refund: Money | None = None
    satisfaction: Annotated[int, msgspec.Meta(ge=1, le=5)] | None = None
    step: str = ""
    party: str = ""
    aside: bool = False
    addressee: str = ""
    rule: str = ""
    message_id: str = ""
    mail: int = 0
    told: bool = False
    noted: date | None = None
    letter: str = ""
    override: str = ""
    despite: str = ""
    ended: date | None = None
    evidence: tuple[Evidence, ...] = ()
    starts: tuple[Deadline, ...] = ()

    @property
    def day(self) -> date:
        """The company's day on which it happened."""
        return self.at.date()
