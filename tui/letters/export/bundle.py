"""A case for somebody who has to judge it, before any format: everything, in order, in words."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct


class Fact(Struct, frozen=True):
    """One fact of the cover. `key` names its label and stands in JSON."""

    key: str
    text: str


class Entry(Struct, frozen=True):
    """One event of the chronology. `kind`, `answer` ... are words of JSON, `what` and `how` those
    of a person; `at` is the company's time. `by_post`: the number is that of a letter of mine.
    `party`: another company of the dispute that it was with; `refund`: money that came back;
    `final`: their last word. `enclosures`: the numbers of what came with it.
    """

    at: datetime
    day: str
    kind: str
    what: str
    how: str
    text: str
    channel: str = ""
    to: str = ""
    agent: str = ""
    reference: str = ""
    by_post: bool = False
    step: str = ""
    answer: str = ""
    outcome: str = ""
    party: str = ""
    refund: str = ""
    final: bool = False
    promise: date | None = None
    due: date | None = None
    enclosures: tuple[int, ...] = ()


class Term(Struct, frozen=True):
    """A deadline: how it stands, then sentence by sentence how it was worked out."""

    head: str
    working: tuple[str, ...]
    owner: str
    kind: str
    rule: str
    state: str
    due: date
    late_after: date


class Sent(Struct, frozen=True):
    """A letter that went out, or a call. `title`: what it was; `how`: the channel, and to whom of
    several.

    `text`: as it went out, empty where that is not kept; `noted`: what was noted of it then.
    """

    at: datetime
    day: str
    title: str
    how: str
    text: str
    noted: str


class Reckoned(Struct, frozen=True):
    """A penalty or interest: the sum and its day, then sentence by sentence how it comes about."""

    head: str
    working: tuple[str, ...]


class Promised(Struct, frozen=True):
    """A date that they gave. `state`: kept, broken, moved or pending; `became`: the same in words.

    `by` and `given` are days in words.
    """

    given: str
    who: str
    what: str
    by: str
    became: str
    state: str
    given_on: date
    by_on: date


class Shape(StrEnum):
    """How an enclosure is shown in the document."""

    PICTURE = "picture"
    TEXT = "text"
    NONE = "none"


class Enclosed(Struct, frozen=True):
    """A file of the case. `size` in bytes; `sha256` is that of the file as it was copied in.

    `file`: its place in the archive; empty where it is not there. `copy_sha256`: of what lies
    there, where that is a copy without hidden data. A redacted bundle leaves `name` empty.
    """

    number: int
    name: str
    size: int
    sha256: str
    file: str = ""
    copy_sha256: str = ""


class Shown(Struct, frozen=True):
    """Pages of an enclosure: a picture as JPEG or PNG, or lines of a text.

    `left_out`: how many lines more the text has. `trouble`: why there is no picture.
    """

    number: int
    shape: Shape
    picture: bytes = b""
    lines: tuple[str, ...] = ()
    left_out: int = 0
    trouble: str = ""


class Bundle(Struct, frozen=True):
    """The whole. Every text is clean; in a redacted bundle none holds anything personal.

    `sent`: the letters that went out, in their order, `calls` the calls. `letter_text`: that of the
    next step, which did not go out and is no part of the document; empty where there is none.
    `author`: who made it, for the document's own description.
    """

    language: str
    number: int
    company: str
    subject: str
    author: str
    day: str
    made: datetime
    redacted: bool
    facts: tuple[Fact, ...]
    sent: tuple[Sent, ...]
    calls: tuple[Sent, ...]
    letter_text: str
    chronology: tuple[Entry, ...]
    terms: tuple[Term, ...]
    reckoned: tuple[Reckoned, ...]
    promises: tuple[Promised, ...]
    enclosures: tuple[Enclosed, ...]
