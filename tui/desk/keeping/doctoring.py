"""Looking after a book that may not be one: works on its folder, since no desk can be opened."""

from __future__ import annotations

from pathlib import Path

from tui.cases.errors import BadInput
from tui.clock import SystemClock
from tui.settings.config import Settings
from tui.store.care.patient import Finding, Severity
from tui.store.copies.listing import Copy, Restored, copies_in
from tui.store.doctor import Report, examine
from tui.store.opening import backups_of, logged_in
from tui.store.repair import Outcome, repair


def examined(folder: Path, patience: float) -> Report:
    """What is wrong in a data folder. Changes nothing. Raises StoreBusy."""
    return examine(folder, patience)


def own_files_examined(settings: Settings) -> tuple[Finding, ...]:
    """What is wrong in the person's own rules and playbooks, and in the ways of reminders: a
    warning, since the book is whole.
    """
    from tui.desk.reminders.way_faults import way_faults

    ways = tuple(Finding("notify", Severity.WARN, fault) for fault in way_faults(settings))
    return (*_own_rules(settings), *ways)


def _own_rules(settings: Settings) -> tuple[Finding, ...]:
    """Where rules are faulty, no ladder can be looked at: they come first."""
    from tui.desk.ladder.faulty_ladders import faults_in
    from tui.playbooks.law import Law
    from tui.playbooks.shelf import Playbooks

    law = Law(settings.rules)
    try:
        law.rules()
    except BadInput as error:
        return (Finding("rule", Severity.WARN, error.sentence),)
    faults = faults_in(Playbooks(settings.playbooks, law), law, settings.letters)
    return tuple(Finding("playbook", Severity.WARN, fault) for fault in faults)


def repaired(folder: Path, patience: float) -> Outcome:
    """Mend what can be mended. Raises StoreError; then the book is as it was."""
    return repair(folder, SystemClock().now(), logged_in(), patience)


def copies(folder: Path) -> tuple[Copy, ...]:
    """The copies of the book, the newest first. Raises StoreError."""
    return copies_in(folder / "backups")


def restored(folder: Path, name: str, patience: float) -> Restored:
    """Bring a copy back, whatever is in the place of the book.

    Raises NotFound, StoreError; then everything is as it was.
    """
    return backups_of(folder, SystemClock().now, patience).restore(name)


def copied_whole(folder: Path, target: str, patience: float) -> Path:
    """A whole copy of the data folder elsewhere.

    Raises BadInput, StoreError; BrokenBook where the book is copied as damaged as it is.
    """
    return backups_of(folder, SystemClock().now, patience).whole(Path(target).expanduser())
