"""A case for somebody who has to judge it, before any format: everything, in order, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from tui.letters.export.layout import Layout


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of the cover. `key` names its label and stands in JSON."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One event of the chronology. `kind`, `answer` ... are words of JSON, `what` and `how` those
    of a person; `at` is the company's time. `party`: another company of the dispute that it was
    with; `refund`: money that came back; `final`: their last word. `enclosures`: the numbers of
    what came with it.
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
    step: str = ""
    answer: str = ""
    outcome: str = ""
    party: str = ""
    refund: str = ""
    final: bool = False
    promise: date | None = None
    due: date | None = None
    enclosures: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A deadline: how it stands, then sentence by sentence how it was worked out."""

    head: str
    working: tuple[str, ...]
    owner: str
    kind: str
    rule: str
    state: str
    due: date
    late_after: date


@dataclass(frozen=True, slots=True)
class Promised:
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


@dataclass(frozen=True, slots=True)
class Enclosed:
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


@dataclass(frozen=True, slots=True)
class Shown:
    """Pages of an enclosure: a picture as JPEG or PNG, or lines of a text.

    `left_out`: how many lines more the text has. `trouble`: why there is no picture.
    """

    number: int
    shape: Shape
    picture: bytes = b""
    lines: tuple[str, ...] = ()
    left_out: int = 0
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Bundle:
    """The whole. Every text is clean; in a redacted bundle none holds anything personal.

    `letter_text` is the letter as plain text, `letter` the same laid out for paper. `author`:
    who made it, for the document's own description.
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
    letter: Layout
    letter_text: str
    chronology: tuple[Entry, ...]
    terms: tuple[Term, ...]
    promises: tuple[Promised, ...]
    enclosures: tuple[Enclosed, ...]
