"""Modules that are imported by others and never used here: not to load them saves time and memory.

asyncio asks for `ssl`, and does without where there is none. The application speaks to a terminal
only; mail imports `ssl` for itself, later, and gets it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without(*names: str) -> Iterator[None]:
    """Whoever imports one of these meanwhile is told that there is none, unless it is loaded."""
    missing = [name for name in names if name not in sys.modules]
    sys.modules.update(dict.fromkeys(missing))  # type: ignore[arg-type]  # as Python has it
    try:
        yield
    finally:
        for name in missing:
            del sys.modules[name]
