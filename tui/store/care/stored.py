"""How the bytes of a file that was kept lie on the disk."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from pathlib import Path


class State(StrEnum):
    """How a file lies there."""

    WHOLE = "whole"
    MISSING = "missing"
    CHANGED = "changed"
    UNREAD = "unread"


def state_of(folder: Path, sha256: str, size: int) -> State:
    """Read it whole, and compare it with what it is called and how long it was."""
    path = folder / sha256
    try:
        if Path(sha256).name != sha256 or not path.is_file():
            return State.MISSING
        with path.open("rb") as file:
            same = hashlib.file_digest(file, "sha256").hexdigest() == sha256
        return State.WHOLE if same and path.stat().st_size == size else State.CHANGED
    except OSError:
        return State.UNREAD
