"""Makes sure that the main thread hears a signal.

Python calls a handler once the main thread is awake. A signal that comes in the moment when it
goes to sleep, in a lock that nobody will release, does not wake it: seen once in a hundred
times with a line that had just frozen.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable


class Nudge:
    """A thread that repeats a signal to the main thread for as long as `unheard` says so."""

    _PAUSE = 0.05

    def __init__(self, unheard: Callable[[int], bool]) -> None:
        self._unheard = unheard
        self._before = -1

    def start(self) -> None:
        """From the main thread."""
        self._read, self._write = os.pipe()
        os.set_blocking(self._write, False)
        self._before = signal.set_wakeup_fd(self._write, warn_on_full_buffer=False)
        self._thread = threading.Thread(target=self._run, name="nudge", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """From the main thread, which is therefore awake."""
        signal.set_wakeup_fd(self._before)
        os.close(self._write)
        self._thread.join()
        os.close(self._read)

    def _run(self) -> None:
        main = threading.main_thread().ident
        assert main is not None, "the main thread has started"
        # Every signal with a handler in Python comes as a byte, from C, at once.
        while numbers := os.read(self._read, 1):
            while self._unheard(numbers[0]):
                signal.pthread_kill(main, numbers[0])
                time.sleep(self._PAUSE)
