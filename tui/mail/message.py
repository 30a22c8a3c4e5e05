"""A mail that came, as values. What is in it was written by others and is clean of controls."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

import msgspec

from tui.cases.sentence import Sentence, say


class Automatic(StrEnum):
    """Whether a person wrote it, by what the mail says of itself (RFC 3834).

    `GENERATED` is a weak word: some ticket systems put it on what their people write, too.
    """

    NO = "no"
    REPLIED = "replied"  # a receipt, an absence note
    GENERATED = "generated"  # a notice of some system
    BULK = "bulk"  # a newsletter, a list


class Fault(StrEnum):
    """What could not be read. The bytes are kept by whoever fetched them."""

    TOO_BIG = "too_big"
    TOO_SLOW = "too_slow"
    BROKEN = "broken"
    MANY_PARTS = "many_parts"
    TOO_DEEP = "too_deep"
    HEADERS = "headers"
    TEXT_CUT = "text_cut"
    CHARSET = "charset"
    ENCODING = "encoding"
    SENDERS = "senders"
    NO_TEXT = "no_text"


TOLD: dict[Fault, Sentence] = {
    Fault.TOO_BIG: say("It is larger than 25 MB: only its headers were read."),
    Fault.TOO_SLOW: say("Reading it took too long and was stopped: only its headers were read."),
    Fault.BROKEN: say("It could not be read: only its headers were."),
    Fault.MANY_PARTS: say("It has more than 200 parts: the rest was not read."),
    Fault.TOO_DEEP: say("Its parts are nested too deep: the innermost were not read."),
    Fault.HEADERS: say("Its headers are broken or too long: not all of them were read."),
    Fault.TEXT_CUT: say("Its text is very long: only the beginning is shown."),
    Fault.CHARSET: say("Its letters are not marked rightly: the alphabet is a guess."),
    Fault.ENCODING: say("A part of it is damaged and may be incomplete."),
    Fault.SENDERS: say("It names more than one sender: who wrote it is not certain."),
    Fault.NO_TEXT: say("It holds no text that could be read, perhaps only pictures."),
}


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Who a mail is from or to. `address` is lower case, or empty where there is none."""

    address: str = ""
    name: str = ""


class Attachment(msgspec.Struct, frozen=True, kw_only=True):
    """A file in a mail: its number there from 1, a name without any path, its size in bytes.

    `inline`: a picture that the text itself shows, such as a logo.
    """

    number: int
    name: str
    size: int
    media_type: str
    sha256: str
    inline: bool = False


class Undelivered(msgspec.Struct, frozen=True, kw_only=True):
    """A recipient that a letter did not reach (RFC 3464).

    `action` is "failed" or "delayed"; `status` an RFC 3463 code such as "5.1.1".
    """

    recipient: str
    action: str = "failed"
    status: str = ""
    reason: str = ""


class Bounce(msgspec.Struct, frozen=True, kw_only=True):
    """A report that a letter was not delivered; `message_id` is that of the letter, or empty."""

    message_id: str = ""
    recipients: tuple[Undelivered, ...] = ()

    @property
    def has_failed(self) -> bool:
        """Whether it is given up: a delay is tried again by itself."""
        return any(one.action == "failed" for one in self.recipients)


class Mail(msgspec.Struct, frozen=True, kw_only=True):
    """A mail as it is shown and matched; its bytes stay with the caller.

    `new` is what they wrote now, `rest` what was folded away: the quoted letter, a signature.
    Message-IDs stand with their angle brackets. `date` is what the sender says, with its zone.
    `authentication`: what mail servers on the way say of the sender, as text, newest first.
    """

    message_id: str = ""
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    sender: Person = Person()
    to: tuple[Person, ...] = ()
    delivered_to: tuple[str, ...] = ()
    subject: str = ""
    date: datetime | None = None
    new: str = ""
    rest: str = ""
    is_html_only: bool = False
    attachments: tuple[Attachment, ...] = ()
    automatic: Automatic = Automatic.NO
    bounce: Bounce | None = None
    authentication: tuple[str, ...] = ()
    problems: tuple[Fault, ...] = ()

    @property
    def is_read(self) -> bool:
        """Whether more than its headers could be read."""
        return not {Fault.TOO_BIG, Fault.TOO_SLOW, Fault.BROKEN} & set(self.problems)
