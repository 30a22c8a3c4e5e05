"""What became of a letter that was handed to a mail server, and why."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from tui.cases.sentence import Sentence
from tui.mail.troubles import Trouble, told


class Came(StrEnum):
    """What became of it.

    `UNKNOWN`: the line broke after the letter began to go out, so nobody here can tell.
    `DEFERRED`: not taken now, perhaps later. `REFUSED`: not taken, and not by trying again.
    """

    SENT = "sent"
    UNKNOWN = "unknown"
    DEFERRED = "deferred"
    REFUSED = "refused"


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """A recipient that the server did not take, with its code, such as 550, and its words."""

    address: str
    code: int
    answer: str = ""


class Delivery(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a letter. `values` are those that the sentence of the trouble names.

    `refused`: recipients that it did not go to, although it went to others.
    """

    came: Came
    trouble: Trouble | None = None
    values: dict[str, str] = {}
    refused: tuple[Refusal, ...] = ()

    @property
    def said(self) -> Sentence | None:
        """What went wrong, in one sentence; None where nothing did."""
        return told(self.trouble, self.values) if self.trouble else None


class Progress:
    """How far a letter is on its way, for whoever is interrupted."""

    def __init__(self) -> None:
        self.has_begun = False  # from here on it may arrive
        self.delivery: Delivery | None = None  # as soon as it is certain
