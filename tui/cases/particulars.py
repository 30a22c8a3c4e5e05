"""What a case keeps beside its texts: numbers, days, parties, ticks and notes of letters."""

from __future__ import annotations

from datetime import date

from tui.cases.record import Record
from tui.cases.words import Channel, Part, Tone


class Identifier(Record, frozen=True, kw_only=True):
    """What they know the matter by: an order, a contract, a serial number."""

    kind: str
    value: str


class Reference(Record, frozen=True, kw_only=True):
    """Their number for the case, where it was given and where it can be followed."""

    number: str
    channel: Channel | None = None
    url: str = ""


class Mark(Record, frozen=True, kw_only=True):
    """A digest of what was written for a part when the person's own words took its place."""

    part: Part
    digest: str


class LetterNote(Record, frozen=True, kw_only=True):
    """How one letter was chosen to be. `key` as in `Case.letters`, or the id of the first step.

    `tone` is None and `rule` empty where nothing was chosen; `rule` "none": no law at all.
    `left_out`: the numbers of the files that this letter does not enclose.
    """

    key: str
    tone: Tone | None = None
    rule: str = ""
    marks: tuple[Mark, ...] = ()
    left_out: tuple[int, ...] = ()


class Tick(Record, frozen=True, kw_only=True):
    """A line of the checklist of a step that is done; `line` is its English text.

    Where `step` is empty it is one of the list of what to have ready.
    """

    step: str
    line: str


class Despite(Record, frozen=True, kw_only=True):
    """Why a step is to be taken although its time is over."""

    step: str
    why: str


class Known(Record, frozen=True, kw_only=True):
    """A day that a rule may count from. `kind` is a word of `StartsOn`: "delivery", "payment"."""

    kind: str
    on: date


class Party(Record, frozen=True, kw_only=True):
    """Another company of the same dispute, by the role it has in the playbook: the bank."""

    role: str
    company: str
