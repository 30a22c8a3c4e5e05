"""What is kept beside a book: text that was typed, and copies."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from tui.store.copies.listing import Copy, Restored


class Drafts(Protocol):
    """Text that was typed and not saved yet. Survives everything but its own `drop`.

    Each window has its own, and leaves those of other living windows alone; what a dead one left
    belongs to the first that recalls it. Waits for nobody, so that it can be called from a signal
    handler.
    """

    def keep(self, key: str, fields: Mapping[str, str]) -> None:
        """Keep `fields` under `key`, instead of what this window kept or recalled there."""

    def recall(self, key: str) -> dict[str, str] | None:
        """What this window kept, else the newest that a dead one left; None if there is neither."""

    def drop(self, key: str) -> None:
        """Forget what this window kept or recalled, if anything."""

    def keys(self) -> tuple[str, ...]:
        """The keys under which this window could recall something, sorted."""

    def window(self) -> str:
        """The name of this window, of no other ever; from now on others see that it lives."""

    def lives(self, window: str) -> bool:
        """Whether the window of that name, one of mine, has not ended, however windows end."""


class Backups(Protocol):
    """Copies of the book. Everything may raise StoreError; in memory there are none."""

    def before_change(self) -> None:
        """Make the copy of the day, unless there is one. Raises BrokenBook, and nothing else."""

    def copies(self) -> tuple[Copy, ...]:
        """What there is, the newest first."""

    def make(self) -> Copy:
        """A copy of today, as the book is now."""

    def restore(self, name: str) -> Restored:
        """Bring a copy back, whatever is in the place of the book. Raises NotFound."""

    def whole(self, target: Path) -> Path:
        """All that is kept, in a new folder. Raises BadInput where something is there already."""
