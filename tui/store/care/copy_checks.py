"""The copies, as one who needs them finds them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from tui.cases.sentence import say
from tui.store.care.patient import Finding, Patient, Severity, patient_of
from tui.store.care.salvage import contents_of, opened_raw
from tui.store.copies.listing import BEFORE, Copy, copies_in


def of_copy(patient: Patient) -> Iterator[Finding]:
    """The copy that one would go back to."""
    newest = newest_copy(patient.folder)
    if newest is None:
        return
    with opened_raw(newest.db) as descriptor:
        contents = contents_of(newest.db, descriptor, patience=0)
    known = patient_of(patient.folder, str(newest.db), contents)
    if (
        contents.complaints
        or not contents.is_ours
        or known.unread
        or contents.known != set(contents.rows)
    ):
        text = say(
            "The newest copy, {file}, is damaged. To make one: upheld backup",
            file=str(newest.db.relative_to(patient.folder)),
        )
        yield Finding("copy", Severity.WARN, text)


def newest_copy(folder: Path) -> Copy | None:
    """The one to go back to, if there is one."""
    return next(iter(by_day(folder)), None)


def by_day(folder: Path) -> list[Copy]:
    """The copies, that of the last day first: to copy a folder makes new times of its files.

    Last come those that were made before a risk: who brought a copy back threw that state away.
    """
    return sorted(copies_in(folder / "backups"), key=_rank, reverse=True)


def _rank(copy: Copy) -> tuple[bool, date, datetime]:
    return not copy.name.startswith(BEFORE), day_of(copy), copy.made_at


def day_of(copy: Copy) -> date:
    """The day of which the copy is."""
    return copy.day or copy.made_at.date()
