"""Opening a book."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from tui.store.contract import Store
from tui.store.drafts import DraftFolder, DraftsInMemory
from tui.store.engine import BookStore
from tui.store.evidence import EvidenceFolder, EvidenceInMemory
from tui.store.storage import FileStorage, Memory, MemoryStorage

PATIENCE = 5.0  # seconds


def open_store(folder: Path, *, at: Callable[[], datetime], patience: float = PATIENCE) -> Store:
    """The book in `folder`, which is made when something is written first.

    `at` tells when something is taken back. Raises BrokenBook, NewerBook, StoreError.
    """
    return BookStore(
        FileStorage(folder / "book.json"),
        EvidenceFolder(folder / "evidence"),
        DraftFolder(folder / "drafts"),
        at=at,
        patience=patience,
    )


def _long_ago() -> datetime:
    return datetime.fromtimestamp(0, UTC)


def memory_store(
    memory: Memory | None = None,
    *,
    at: Callable[[], datetime] = _long_ago,
    patience: float = PATIENCE,
) -> Store:
    """A book that ends with the process. Two stores on one `memory` are like two windows."""
    return BookStore(
        MemoryStorage(memory or Memory()),
        EvidenceInMemory(),
        DraftsInMemory(),
        at=at,
        patience=patience,
    )
