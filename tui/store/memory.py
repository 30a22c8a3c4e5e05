"""A book in memory, and the lock that keeps its windows apart."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeAlias

from msgspec import Struct, field

from tui.store.connecting import connected
from tui.store.lock import busy

Lock: TypeAlias = "threading.Lock | threading.RLock"


class Memory(Struct):
    """What several windows on a book in memory share, as others share a folder."""

    db: sqlite3.Connection = field(default_factory=lambda: connected(":memory:"))
    lock: threading.Lock = field(default_factory=threading.Lock)
    evidence: dict[str, bytes] = field(default_factory=dict)  # by SHA-256

    def copy(self) -> Memory:
        """Another book with the same in it."""
        other = Memory(evidence=dict(self.evidence))
        self.db.backup(other.db)
        return other


@contextmanager
def held(lock: Lock, patience: float) -> Iterator[None]:
    """Keep other threads out. Raises StoreBusy after `patience` seconds."""
    if not lock.acquire(timeout=patience):
        raise busy()
    try:
        yield
    finally:
        lock.release()
