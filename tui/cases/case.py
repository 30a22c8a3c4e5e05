"""The case: one problem with one company, from draft to outcome."""

from __future__ import annotations

from datetime import date, datetime

from tui.cases.deadline import Deadline
from tui.cases.event import Event, Evidence
from tui.cases.money import Money
from tui.cases.record import Record
from tui.cases.words import (
    Answer,
    Channel,
    DeadlineKind,
    EventKind,
    Outcome,
    Part,
    Problem,
    Stage,
    Tone,
    Urgency,
)

I_WRITE = frozenset({EventKind.SENT, EventKind.CALL, EventKind.ESCALATED})
_FRESH = I_WRITE | {EventKind.REOPENED}  # after these, what they answered before is history


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


class Known(Record, frozen=True, kw_only=True):
    """A day that a rule may count from. `kind` is a word of `StartsOn`: "delivery", "payment"."""

    kind: str
    on: date


class Party(Record, frozen=True, kw_only=True):
    """Another company of the same dispute, by the role it has in the playbook: the bank."""

    role: str
    company: str


class Case(Record, frozen=True, kw_only=True):
    """A support case.

    The facts are the person's to edit. `stage`, `outcome`, `step`, `deadlines` follow from
    `timeline` alone: see `lifecycle`. `introduction`, `enclosures` and `contacts` are the
    person's own words for these parts of the letter; where they are empty the letter is
    filled from the profile and the evidence. `letters` holds the person's own words for the
    letters of later steps: step id -> part -> text. `letter_notes` tell how letters were
    chosen to be. `profile`: who writes, where it is not the usual one of the settings.
    `ticked`: lines of the checklists of steps that are done.
    `dates` are days from which my own time counts, `parties` the other companies of a dispute.
    `windows` tell until when steps that are not taken yet may be: worked out anew with every
    change, of each step at most one.
    """

    id: int = 0
    uid: str = ""
    revision: int = 0
    opened_at: datetime | None = None
    company: str
    subject: str
    problem: Problem
    urgency: Urgency = Urgency.NORMAL
    formal: bool = False
    language: str = "en"
    country: str = ""
    timezone: str = ""
    playbook: str = "general"
    profile: str = ""
    identifiers: tuple[Identifier, ...] = ()
    amount: Money | None = None
    introduction: str = ""
    details: str = ""
    done_already: str = ""
    expected_result: str = ""
    enclosures: str = ""
    contacts: str = ""
    letters: dict[str, dict[str, str]] = {}
    letter_notes: tuple[LetterNote, ...] = ()
    ticked: tuple[Tick, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    references: tuple[Reference, ...] = ()
    dates: tuple[Known, ...] = ()
    parties: tuple[Party, ...] = ()
    tags: tuple[str, ...] = ()
    timeline: tuple[Event, ...] = ()
    stage: Stage = Stage.DRAFT
    outcome: Outcome | None = None
    step: str = ""
    deadlines: tuple[Deadline, ...] = ()
    windows: tuple[Deadline, ...] = ()

    @property
    def open_deadlines(self) -> tuple[Deadline, ...]:
        return tuple(d for d in self.deadlines if d.is_open)

    def open_deadline(self, kind: DeadlineKind, party: str | None = None) -> Deadline | None:
        """The one open deadline of `kind`, with whom the case is now unless a party is named."""
        party = self.party if party is None else party
        same = (d for d in self.deadlines if d.kind is kind and d.party == party)
        return next((d for d in same if d.is_open), None)

    @property
    def party(self) -> str:
        """The role of whom I wrote to last; empty for the company of the case."""
        return self.last_contact.party if self.last_contact else ""

    def company_of(self, party: str) -> str:
        """The name of the company in that role; empty where it is not known.

        "company" is the company of the case, where an event was with it while the case stands
        with somebody above it.
        """
        if party in ("", "company"):
            return self.company
        return next((p.company for p in self.parties if p.role == party), "")

    @property
    def climbed(self) -> bool:
        """Whether the case stands on a step above the first."""
        first = next((e.step for e in self.timeline if e.kind in I_WRITE), "")
        climbs = any(e.kind is EventKind.ESCALATED for e in self.timeline)
        return climbs and (not first or self.step != first)

    @property
    def taken(self) -> tuple[str, ...]:
        """The steps taken so far, in their order."""
        return tuple(dict.fromkeys(e.step for e in self.timeline if e.step and e.kind in I_WRITE))

    @property
    def last_answer(self) -> Answer | None:
        """Their latest answer since I last wrote or called; receipts are none."""
        event = self.last_answering
        return answer_of(event) if event else None

    @property
    def last_answering(self) -> Event | None:
        """The event of their latest answer, of those whom I last wrote to."""
        party = self.party
        for event in reversed(self.timeline):
            if event.party == party and answer_of(event) not in (None, Answer.RECEIPT):
                return event
            if event.kind in _FRESH:
                return None
        return None

    @property
    def last_contact(self) -> Event | None:
        """The last event in which I wrote or called."""
        return next((e for e in reversed(self.timeline) if e.kind in I_WRITE), None)

    @property
    def closed_on(self) -> date | None:
        closings = (e.day for e in reversed(self.timeline) if e.kind is EventKind.CLOSED)
        return next(closings, None) if self.stage is Stage.CLOSED else None


def answer_of(event: Event) -> Answer | None:
    """What an event says they answered. An automatic reply is a receipt, whatever it says."""
    if event.automatic:
        return Answer.RECEIPT
    by_kind = {
        EventKind.REFUSED: Answer.REFUSED,
        EventKind.ASKED: Answer.ASKED,
        EventKind.PROMISE: Answer.PROMISE,
    }
    return by_kind.get(event.kind, event.answer)
