"""What stands around a letter: who writes to whom, when and where, and what goes with it."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

from tui.letters.letter import Sender


class Enclosure(Struct, frozen=True):
    """A recorded file that the letter may name. `size` in bytes; 0: not known."""

    number: int
    name: str
    size: int = 0


class Attachment(Struct, frozen=True):
    """A file that goes with an e-mail."""

    name: str
    content: bytes
    media_type: str = "application/octet-stream"


class Sheet(Struct, frozen=True, kw_only=True):
    """Everything but the letter itself. What is empty is left out.

    `to` is the name of whoever it goes to, `address` where: a postal address or an e-mail
    address. `at` is the moment for the date of an e-mail, noon UTC of `day` if None.
    `registered`: a list of enclosures for the post is added; `track` is its number. Where an
    e-mail has no `message_id`, one is made; the `uid` of the case goes into it. `reply_to` is an
    address for answers other than that of the sender.
    """

    sender: Sender
    day: date
    to: str = ""
    address: str = ""
    place: str = ""
    enclosures: tuple[Enclosure, ...] = ()
    registered: bool = False
    track: str = ""
    at: datetime | None = None
    uid: str = ""
    message_id: str = ""
    reply_to: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
