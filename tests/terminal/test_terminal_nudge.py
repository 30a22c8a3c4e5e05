"""A signal that the main thread has not heard is repeated to it until it has."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator

import pytest

from tui.terminal.nudge import Nudge


@pytest.fixture
def heard() -> Iterator[list[int]]:
    """The signals SIGUSR1 that a handler in Python was called for."""
    numbers: list[int] = []
    before = signal.signal(signal.SIGUSR1, lambda number, _: numbers.append(number))
    yield numbers
    signal.signal(signal.SIGUSR1, before)


def test_it_repeats_until_it_was_heard(heard: list[int]) -> None:
    enough = threading.Event()

    def unheard(number: int) -> bool:
        if len(heard) >= 3:
            enough.set()
        return number == signal.SIGUSR1 and not enough.is_set()

    nudge = Nudge(unheard)
    nudge.start()
    os.kill(os.getpid(), signal.SIGUSR1)
    assert enough.wait(20)
    nudge.stop()
    assert len(heard) >= 3


def test_it_leaves_the_process_as_it_was(heard: list[int]) -> None:
    threads, files = threading.active_count(), len(os.listdir("/proc/self/fd"))  # noqa: PTH208
    nudge = Nudge(lambda _: False)
    nudge.start()
    os.kill(os.getpid(), signal.SIGUSR1)
    nudge.stop()
    assert heard == [signal.SIGUSR1]
    assert threading.active_count() == threads
    assert len(os.listdir("/proc/self/fd")) == files  # noqa: PTH208
    assert signal.set_wakeup_fd(-1) == -1
