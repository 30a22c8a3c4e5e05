"""The case: one problem with one company, from draft to outcome."""

from __future__ import annotations

from datetime import date, datetime

from tui.cases.deadline import Deadline
from tui.cases.event import Event, Evidence
from tui.cases.links import Link
from tui.cases.money import Money
from tui.cases.particulars import (
    Despite,
    Identifier,
    Known,
    LetterNote,
    Party,
    Reference,
    Tick,
)
from tui.cases.record import Record
from tui.cases.snooze import Chase, Snooze
from tui.cases.words import (
    Answer,
    DeadlineKind,
    EventKind,
    Outcome,
    Problem,
    Stage,
    Urgency,
)

I_WRITE = frozenset({EventKind.SENT, EventKind.CALL, EventKind.ESCALATED})
_FRESH = I_WRITE | {EventKind.REOPENED}  # after these, what they answered before is history


class Case(Record, frozen=True, kw_only=True):
    """A support case.

    The facts are the person's to edit. `stage`, `outcome`, `step`, `deadlines` follow from
    `timeline` alone: see `lifecycle`. `introduction`, `enclosures` and `contacts` are the
    person's own words for these parts of the letter; where they are empty the letter is
    filled from the profile and the evidence. `letters` holds the person's own words for the
    letters of later steps: step id -> part -> text. `letter_notes` tell how letters were
    chosen to be. `profile`: who writes, where it is not the usual one of the settings.
    `ticked`: lines of the checklists of steps that are done; `despite`: steps to be taken after
    their time.
    `dates` are days from which my own time counts, `parties` the other companies of a dispute.
    `windows` tell until when steps that are not taken yet may be: worked out anew with every
    change, of each step at most one. `snooze` and `chase` are the person's wishes; whether they
    are still in force, see `put_off`.
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
    despite: tuple[Despite, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    references: tuple[Reference, ...] = ()
    dates: tuple[Known, ...] = ()
    parties: tuple[Party, ...] = ()
    tags: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    timeline: tuple[Event, ...] = ()
    stage: Stage = Stage.DRAFT
    outcome: Outcome | None = None
    step: str = ""
    deadlines: tuple[Deadline, ...] = ()
    windows: tuple[Deadline, ...] = ()
    snooze: Snooze | None = None
    chase: Chase | None = None

    @property
    def open_deadlines(self) -> tuple[Deadline, ...]:
        return tuple(d for d in self.deadlines if d.is_open)

    def open_deadline(self, kind: DeadlineKind, party: str | None = None) -> Deadline | None:
        """The one open deadline of `kind`, with whom the case is now unless a party is named."""
        party = self.party if party is None else party
        same = (d for d in self.deadlines if d.kind is kind and d.party == party)
        return next((d for d in same if d.is_open), None)

    @property
    def refunds(self) -> tuple[Money, ...]:
        """The money that came back, each time that it did."""
        return tuple(event.refund for event in self.timeline if event.refund)

    @property
    def party(self) -> str:
        """The role of whom I wrote to last; empty for the company of the case.

        Those beside whom the case stands are none.
        """
        mine = (e for e in reversed(self.timeline) if e.kind in I_WRITE and not e.aside)
        return next((event.party for event in mine), "")

    def company_of(self, party: str) -> str:
        """The name of the company in that role; empty where it is not known.

        "company" is the company of the case, where an event was with it while the case stands
        with somebody above it.
        """
        if party in ("", "company"):
            return self.company
        return next((p.company for p in self.parties if p.role == party), "")

    def why_despite(self, step: str) -> str:
        """Why that step is to be taken although its time is over; empty where it is not."""
        return next((one.why for one in self.despite if one.step == step), "")

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
        """The event of their latest answer, of those whom I last wrote to.

        Where another of the dispute solved it all since, there is nothing left to ask these for.
        """
        latest = self._latest_answers()
        solved = (e for e in latest.values() if answer_of(e) is Answer.SOLVED)
        return next(solved, latest.get(self.party))

    def _latest_answers(self) -> dict[str, Event]:
        """By party, its latest answer since I last wrote or called; receipts are none."""
        latest: dict[str, Event] = {}
        for event in reversed(self.timeline):
            if answers(event):
                latest.setdefault(event.party, event)
            if event.kind in _FRESH and not event.aside:
                break
        return latest

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


def gives_promise(event: Event) -> bool:
    """Whether they promised something with it."""
    return event.kind is EventKind.PROMISE or answer_of(event) is Answer.PROMISE


def answers(event: Event) -> bool:
    """Whether they answered with it, and somebody said how; a mere receipt is no answer."""
    return answer_of(event) not in (None, Answer.RECEIPT)
