"""The copies, as one who needs them finds them."""

from __future__ import annotations

import os
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


def of_place(patient: Patient) -> Iterator[Finding]:
    """Where copies go. Whatever hinders one does not hinder the change, so that nobody else tells.

    Who may not write the book makes no copies either.
    """
    book, place = Path(patient.name), patient.folder / "backups"
    above = place if os.path.lexists(place) else patient.folder
    can_be_written = above.is_dir() and os.access(above, os.R_OK | os.W_OK | os.X_OK)
    if os.access(book, os.W_OK) and not can_be_written:
        text = say(
            "No copies of the book can be made: “{file}” cannot be written, or is no folder. Give "
            "yourself the right to write it.",
            file=str(above),
        )
        yield Finding("copy", Severity.WARN, text)


CHECKS = (of_place, of_copy)


def newest_copy(folder: Path) -> Copy | None:
    """The one to go back to, if there is one."""
    return next(iter(by_day(folder)), None)
