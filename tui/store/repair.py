"""A damaged book is replaced by a new one with all that can be saved, and is kept."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack, nullcontext, suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from msgspec import Struct, field

from tui.cases.sentence import Sentence, say, say_many
from tui.store.care import damaged, rebuild
from tui.store.care.book_checks import called
from tui.store.care.contents import Contents, Place
from tui.store.care.folder_checks import wrong_modes
from tui.store.care.older import copies_of
from tui.store.care.patient import Finding, Severity, patient_of
from tui.store.care.salvage import contents_of, opened_raw
from tui.store.care.saving import Saved, saved_of
from tui.store.contract import Change
from tui.store.disk import sync_folder, writing_to
from tui.store.doctor import Report, errors_in, examine, refusal
from tui.store.errors import BrokenBook, StoreError
from tui.store.lock import only_writer
from tui.store.names import CASES
from tui.store.opening import BOOK, PATIENCE
from tui.store.sqlite import SqliteEngine

_IN_PLACE = frozenset({"card", "search"})


class Outcome(Struct):
    """What was done, what is lost, and what is still wrong. `kept`: the damaged book."""

    done: list[Finding] = field(default_factory=list)
    lost: list[Finding] = field(default_factory=list)
    kept: Path | None = None
    report: Report = field(default_factory=lambda: Report(()))

    @property
    def is_well(self) -> bool:
        """Nothing was lost, and nothing is left to do."""
        return not self.lost and self.report.is_well

    def tell(self, kind: str, text: Sentence, case: int = 0) -> None:
        """Note what was done."""
        self.done.append(Finding(kind, Severity.INFO, text, case))


def repair(folder: Path, at: datetime, who: str = "", patience: float = PATIENCE) -> Outcome:
    """Mend what can be mended. Raises StoreError, BrokenBook; then the book is as it was."""
    outcome = Outcome()
    with only_writer(folder / "book.lock", patience) if folder.is_dir() else nullcontext():
        report = examine(folder, patience)
        if report.patient is not None:
            change = Change(verb="repair", at=at, who=who, undoable=False)
            damaged.discard(_new(folder))  # of a repair that was cut off
            errors = errors_in(report.patient)
            if any(error.id not in _IN_PLACE for error in errors):
                _replace(folder, change, patience, outcome)
            elif errors:
                _renew(folder, change, patience, errors, outcome)
            _mend_modes(folder, outcome)
        elif not report.is_well:
            raise BrokenBook(report.findings[0].text)
        outcome.report = examine(folder, patience)
    return outcome


def _replace(folder: Path, change: Change, patience: float, outcome: Outcome) -> None:
    """Until the last step the book is the one that it was."""
    book = (folder / BOOK).resolve()
    new, kept = _new(folder), damaged.name_for(book, change.at)
    with ExitStack() as stack:
        # Closed last: to close a file drops all locks of this process on it.
        descriptor = stack.enter_context(opened_raw(book))
        is_copied = damaged.copied_if_cut_off(book, kept, descriptor)
        stack.enter_context(damaged.kept_from_others(book, patience))
        contents = contents_of(book, descriptor, patience)
        why_not = refusal(contents, str(book))
        if why_not:
            raise BrokenBook(why_not)
        patient = patient_of(folder, str(book), contents)
        saved = saved_of(patient, copies_of(folder, patience))
        stack.callback(partial(_quietly, partial(damaged.discard, new)))
        rebuild.build(new, patient, saved, change, patience)
        if not is_copied:
            damaged.keep(book, kept, descriptor)
        with writing_to(book):
            new.replace(book)
            sync_folder(book.parent)
    outcome.kept = kept
    _tell(outcome, saved, contents, kept)


def _new(folder: Path) -> Path:
    return damaged.beside((folder / BOOK).resolve())


def _tell(outcome: Outcome, saved: Saved, contents: Contents, kept: Path) -> None:
    whole = sum(table == CASES for table, _ in set(saved.rows) - set(saved.restored))
    text = say_many("{count} case is as it was.", "{count} cases are as they were.", whole)
    outcome.tell("saved", text)
    for place, copy in sorted(saved.restored.items()):
        what = called(place, contents)
        text = say(
            "{what} is as it was at some earlier time: see whether it is up to date.", what=what
        )
        if copy is not None:
            text = say("{what} is as the copy “{name}” has it.", what=what, name=copy)
        outcome.tell("restored", text, _case_of(place))
    if not saved.rows:
        text = say("Nothing of the damaged book could be saved.")
        outcome.lost.append(Finding("lost", Severity.ERROR, text))
    for place in sorted(saved.lost):
        text = say("{what} is lost: no copy has it.", what=called(place, contents))
        outcome.lost.append(Finding("lost", Severity.ERROR, text, _case_of(place)))
    outcome.tell("kept", say("The damaged book is kept as “{file}”.", file=str(kept)))


def _renew(
    folder: Path, change: Change, patience: float, errors: Iterable[Finding], outcome: Outcome
) -> None:
    numbers = [error.case for error in errors if error.id == "card"]
    engine = SqliteEngine(folder / BOOK, patience=patience)
    try:
        rebuild.renew(engine, numbers, change, patience)
    finally:
        engine.close()
    for number in numbers:
        outcome.tell("card", say("The card of case #{id} is made anew.", id=number), number)
    if any(error.id == "search" for error in errors):
        outcome.tell("search", say("The search is made anew."))


def _mend_modes(folder: Path, outcome: Outcome) -> None:
    """Where it is somebody else's file it stays among the findings."""
    for path, mode in list(wrong_modes(folder)):
        with suppress(OSError):
            path.chmod(mode)
            name, bits = str(path.relative_to(folder)), f"{mode & 0o777:o}"
            text = say("The mode of “{file}” is {mode} again.", file=name, mode=bits)
            outcome.tell("mode", text)


def _case_of(place: Place) -> int:
    return place[1] if place[0] == CASES else 0


def _quietly(call: partial[None]) -> None:
    with suppress(StoreError):
        call()
