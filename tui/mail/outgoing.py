"""The outbox: letters that are to go out, and what became of each."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated

import msgspec

from tui.cases.record import Record
from tui.cases.sentence import Sentence
from tui.cases.words import EventKind
from tui.mail.delivery import Came, Delivery, Refusal
from tui.mail.troubles import Trouble, told

_MINUTES = (1, 5, 15, 60, 120)  # until the next try; the last of them again and again
PATIENCE = timedelta(days=2)

Moment = Annotated[datetime, msgspec.Meta(tz=True)]


class Standing(StrEnum):
    """Where a letter stands. Nothing but `QUEUED` and `DEFERRED` is ever sent by itself."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    REFUSED = "refused"
    DEFERRED = "deferred"
    DROPPED = "dropped"


OPEN = frozenset(Standing) - {Standing.SENT, Standing.DROPPED}
_GOES = frozenset({Standing.QUEUED, Standing.DEFERRED})


class Outgoing(Record, frozen=True, kw_only=True):
    """A letter in the outbox. `sha256` and `size` are of the message, which lies with the evidence.

    `who` sends it; `window` is the one that is just doing so. `kind` and `texts` are what is
    recorded in the case once it went out, `event` where that stands; `unrecorded`: it went out,
    but could not be recorded. `told`: the app has said that it is stuck. `number` is its place in
    the outbox.
    """

    case: int
    message_id: str
    sender: str
    recipients: tuple[str, ...]
    subject: str
    sha256: str
    size: int
    queued_at: Moment
    kind: EventKind = EventKind.SENT
    texts: dict[str, str] = msgspec.field(default_factory=dict)
    number: int = 0
    who: str = ""
    standing: Standing = Standing.QUEUED
    window: str = ""
    tries: int = 0
    next_try: Moment | None = None
    tried_at: Moment | None = None
    sent_at: Moment | None = None
    trouble: Trouble | None = None
    values: dict[str, str] = msgspec.field(default_factory=dict)
    refused: tuple[Refusal, ...] = ()
    event: int = 0
    unrecorded: bool = False
    told: bool = False

    @property
    def said(self) -> Sentence | None:
        """What went wrong with it last."""
        return told(self.trouble, self.values) if self.trouble else None

    @property
    def until(self) -> datetime:
        """How long it is tried."""
        return self.queued_at + PATIENCE

    def is_due(self, now: datetime) -> bool:
        """Whether it may be sent by itself now."""
        return self.standing in _GOES and (self.next_try is None or self.next_try <= now)


def claimed(out: Outgoing, window: str, now: datetime) -> Outgoing:
    """It is being sent by a window. Nobody else sends it meanwhile."""
    return msgspec.structs.replace(
        out,
        standing=Standing.SENDING,
        window=window,
        tries=out.tries + 1,
        tried_at=now,
        next_try=None,
    )


def after(out: Outgoing, delivery: Delivery, now: datetime) -> Outgoing:
    """What is known of it when the server has answered, or the line broke."""
    standing, trouble, values = Standing(delivery.came), delivery.trouble, delivery.values
    next_try = sent_at = None
    if delivery.came is Came.SENT:
        sent_at = now
    elif delivery.came is Came.DEFERRED:
        next_try = now + timedelta(minutes=_MINUTES[min(out.tries, len(_MINUTES)) - 1])
        if next_try > out.until:
            standing, next_try = Standing.REFUSED, None
            trouble, values = Trouble.GIVEN_UP, {**values, "answer": values.get("answer", "")}
    return msgspec.structs.replace(
        out,
        standing=standing,
        window="",
        next_try=next_try,
        sent_at=sent_at,
        trouble=trouble,
        values=values,
        refused=delivery.refused,
        told=False,
    )


def died(out: Outgoing) -> Outgoing:
    """Whoever sent it is no more: nobody can tell what became of it."""
    return msgspec.structs.replace(
        out, standing=Standing.UNKNOWN, window="", trouble=Trouble.DIED, values={}, told=False
    )


def again(out: Outgoing, now: datetime) -> Outgoing:
    """The person wants it sent, knowing that it may go out twice where that was unknown."""
    return msgspec.structs.replace(
        out, standing=Standing.QUEUED, queued_at=now, tries=0, next_try=None,
        trouble=None, values={}, refused=(),
    )  # fmt: skip
