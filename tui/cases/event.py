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
    the case; `final`: they said that it is their last word.
    `refund` is money that came back with it; `satisfaction` 1 (bad) to 5 (good) is how content
    I was when I closed the case.
    `override` says why it went out although the checks found errors, and which.
    `rule` is the id of the rule that I rely on, where it is not that of the step.
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
    rule: str = ""
    override: str = ""
    evidence: tuple[Evidence, ...] = ()
    starts: tuple[Deadline, ...] = ()

    @property
    def day(self) -> date:
        """The company's day on which it happened."""
        return self.at.date()
