"""Looking after a book that may not be one: works on its folder, since no desk can be opened."""

from __future__ import annotations

from pathlib import Path

from tui.clock import SystemClock
from tui.store.copies.listing import Copy, Restored, copies_in
from tui.store.doctor import Report, examine
from tui.store.opening import backups_of, logged_in
from tui.store.repair import Outcome, repair


def examined(folder: Path, patience: float) -> Report:
    """What is wrong in a data folder. Changes nothing. Raises StoreBusy."""
    return examine(folder, patience)


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
