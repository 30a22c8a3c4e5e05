"""A book under examination, and what is found to be wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import msgspec
from msgspec import Struct, field

from tui.cases.case import Case
from tui.cases.company import Company
from tui.cases.event import Evidence
from tui.cases.sentence import Sentence, say
from tui.store.care.contents import Contents, Place
from tui.store.errors import BrokenBook
from tui.store.journal import Entry
from tui.store.names import CASES, COMPANIES
from tui.store.rows import Row
from tui.store.values import read_case, read_company, read_record


class Severity(StrEnum):
    """`error`: something is lost or cannot be used; `warn`: to be looked at; `info`: to know."""

    ERROR = "error"
    WARN = "warn"
    INFO = "info"


class Finding(Struct, frozen=True):
    """`id` tells the kind of it; `case` is 0 where it is about no case."""

    id: str
    severity: Severity
    text: Sentence
    case: int = 0


class Patient(Struct, frozen=True):
    """`unread`: what cannot be read, and why. `name`: what to call the file."""

    folder: Path
    name: str
    contents: Contents
    cases: dict[int, Case] = field(default_factory=dict)
    companies: dict[int, Company] = field(default_factory=dict)
    entries: dict[int, Entry] = field(default_factory=dict)
    unread: dict[Place, Sentence] = field(default_factory=dict)
    unread_entries: dict[int, Sentence] = field(default_factory=dict)

    @property
    def evidence(self) -> Iterator[tuple[int, Evidence]]:
        """All that cases name, with the number of the case; each file of a case once."""
        for number, case in self.cases.items():
            events = (piece for event in case.timeline for piece in event.evidence)
            pieces = {piece.sha256: piece for piece in (*events, *case.evidence)}
            yield from ((number, piece) for piece in pieces.values() if piece.sha256)


def patient_of(folder: Path, name: str, contents: Contents) -> Patient:
    """Everything in the book, read without mercy."""
    patient = Patient(folder, name, contents)
    for place, row in sorted(contents.rows.items()):
        try:
            _read(patient, place, row)
        except BrokenBook as error:
            patient.unread[place] = error.sentence
    for seq, (_, body) in sorted(contents.changes.items()):
        what = say("Entry {id} of the journal", id=seq)
        try:
            patient.entries[seq] = read_record(Entry, Row(msgspec.Raw(body)), what, name)
        except BrokenBook as error:
            patient.unread_entries[seq] = error.sentence
    return patient


def _read(patient: Patient, place: Place, row: Row) -> None:
    table, number = place
    if table == CASES:
        patient.cases[number] = read_case(row, number, patient.name)
    elif table == COMPANIES:
        patient.companies[number] = read_company(row, number, patient.name)
