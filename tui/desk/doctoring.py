"""Looking after a book that may not be one: works on its folder, since no desk can be opened."""

from __future__ import annotations

from pathlib import Path

from tui.clock import SystemClock
from tui.store.doctor import Report, examine
from tui.store.opening import logged_in
from tui.store.repair import Outcome, repair


def examined(folder: Path, patience: float) -> Report:
    """What is wrong in a data folder. Changes nothing. Raises StoreBusy."""
    return examine(folder, patience)


def repaired(folder: Path, patience: float) -> Outcome:
    """Mend what can be mended. Raises StoreError; then the book is as it was."""
    return repair(folder, SystemClock().now(), logged_in(), patience)
