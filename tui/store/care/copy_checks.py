"""The copies, as one who needs them finds them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tui.cases.sentence import say
from tui.store.care.patient import Finding, Patient, Severity, patient_of
from tui.store.care.salvage import contents_of, opened_raw
from tui.store.copies.listing import Copy, by_day


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
