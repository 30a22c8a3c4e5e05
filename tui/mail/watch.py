"""Watching a fetch: what is being done, and that it be stopped."""

from __future__ import annotations

import threading
from collections.abc import Callable

from tui.cases.sentence import Sentence


class Stopped(Exception):
    """Whoever watches wants no more of it."""


class Watch:
    """`tell` hears what is being done, in the thread that does it."""

    def __init__(self, tell: Callable[[Sentence], None] = lambda _: None) -> None:
        self.tell = tell
        self._stop = threading.Event()

    @property
    def is_stopped(self) -> bool:
        return self._stop.is_set()

    def stop(self) -> None:
        """From another thread: nothing more is kept of what is just being fetched."""
        self._stop.set()

    def go_on(self) -> None:
        """Raises Stopped where it was stopped."""
        if self._stop.is_set():
            raise Stopped
