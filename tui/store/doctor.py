"""What is wrong with a book and its folder. Changes nothing, whatever it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from msgspec import Struct

from tui.cases.sentence import Sentence, say
from tui.store import schema
from tui.store.care import book_checks, copy_checks, folder_checks, mail_checks
from tui.store.care.contents import Contents
from tui.store.care.patient import Finding, Patient, Severity, patient_of
from tui.store.care.salvage import contents_of, opened_raw
from tui.store.care.stored import State
from tui.store.connecting import file_at
from tui.store.copies.listing import day_of
from tui.store.copies.proving import gone
from tui.store.errors import StoreBusy, StoreError
from tui.store.opening import BOOK, PATIENCE
from tui.store.reasons import reason
from tui.store.troubles import newer

# What no program can decide, or bring back.
_FOR_PERSONS = frozenset(
    {"evidence", "draft", "timeline", "twice", "old book", "copy", "unread", "mail"}
)


class Report(Struct, frozen=True):
    """`cases`, `companies` and files of `evidence` that are whole.

    `is_readable`: whether the book can be opened. `patient`: None where there is no book.
    """

    findings: tuple[Finding, ...]
    cases: int = 0
    companies: int = 0
    evidence: int = 0
    newest_copy: date | None = None
    is_readable: bool = True
    patient: Patient | None = None

    @property
    def is_mendable(self) -> bool:
        """Whether a repair would do something."""
        todo = [f.id for f in self.findings if f.severity is not Severity.INFO]
        return self.patient is not None and any(kind not in _FOR_PERSONS for kind in todo)

    @property
    def is_well(self) -> bool:
        """Nothing has to be done."""
        return all(finding.severity is Severity.INFO for finding in self.findings)


def examine(folder: Path, patience: float = PATIENCE) -> Report:
    """All that is wrong in a data folder. Raises StoreBusy."""
    book = folder / BOOK
    try:
        if file_at(book) is None or book.stat().st_size == 0:
            return _none(folder)
        with opened_raw(book) as descriptor:
            contents = contents_of(book, descriptor, patience, search=True)
    except StoreBusy:
        raise
    except StoreError as error:
        return _refused(error.sentence)
    why_not = refusal(contents, str(book))
    if why_not:
        return _refused(why_not)
    return _report(patient_of(folder, str(book), contents))


def errors_in(patient: Patient) -> list[Finding]:
    """What is wrong inside of a book."""
    found = [finding for check in book_checks.CHECKS for finding in check(patient)]
    return [finding for finding in found if finding.severity is Severity.ERROR]


def refusal(contents: Contents, name: str) -> Sentence | None:
    """Why a file is left alone; None where it is a book that this version knows."""
    if not contents.is_ours:
        return say(
            "“{file}” is no book of Upheld: another program wrote it, or its beginning is damaged "
            "and nothing of a book is left. It was left as it is. Bring a copy back with: upheld "
            "backup --restore NAME, or name another folder with --data.",
            file=name,
        )
    if contents.application == schema.APPLICATION and contents.version > schema.NEWEST:
        return newer(name).sentence
    return None


def _report(patient: Patient) -> Report:
    shelf, newest = folder_checks.shelf_of(patient), None
    findings = [f for check in book_checks.CHECKS for f in _found(check, patient)]
    findings += [f for check in folder_checks.CHECKS for f in _found(check, patient, shelf)]
    findings += [f for check in mail_checks.CHECKS for f in _found(check, patient)]
    findings += [f for check in copy_checks.CHECKS for f in _found(check, patient)]
    with suppress(StoreError):  # which is among the findings
        newest = copy_checks.newest_copy(patient.folder)
    return Report(
        findings=tuple(dict.fromkeys(findings)),
        cases=len(patient.cases),
        companies=len(patient.companies),
        evidence=sum(state is State.WHOLE for state in shelf.values()),
        newest_copy=day_of(newest) if newest else None,
        is_readable=patient.contents.opens,
        patient=patient,
    )


def _found(check: Callable[..., Iterator[Finding]], *about: object) -> list[Finding]:
    """What a check finds. Where it cannot read something that is found, and the others go on."""
    found: list[Finding] = []
    try:
        found.extend(check(*about))
    except StoreBusy:
        raise
    except StoreError as error:
        found.append(Finding("unread", Severity.ERROR, error.sentence))
    except OSError as error:
        text = say(
            "“{file}” cannot be read: {problem}.", file=str(error.filename), problem=reason(error)
        )
        found.append(Finding("unread", Severity.ERROR, text))
    return found


def _none(folder: Path) -> Report:
    if (folder / "book.json").exists():
        text = say(
            "The book in “{folder}” is of an earlier version. Upheld takes it over at the start.",
            folder=str(folder),
        )
    elif why := gone(folder / BOOK):
        return _refused(why)
    else:
        text = say("There is no book in “{folder}” yet.", folder=str(folder))
    return Report((Finding("none", Severity.INFO, text),))


def _refused(why: Sentence) -> Report:
    return Report((Finding("file", Severity.ERROR, why),), is_readable=False)
