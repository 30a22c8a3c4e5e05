"""Keys before Textual is there: what is understood has its effect beside the import.

A thread reads what is typed, as long as it understands all of it. The first byte that it does not
understand, and all that follow, are kept for Textual: nothing is lost, and nothing overtakes.
"""

from __future__ import annotations

import os
import select
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress

from tui.terminal.first import FirstFrame
from tui.terminal.pen import Cell

_NAMED: dict[str, tuple[bytes, ...]] = {  # xterm, cursor keys and those of the editing keypad
    "up": (b"\x1b[A", b"\x1bOA"),
    "down": (b"\x1b[B", b"\x1bOB"),
    "right": (b"\x1b[C", b"\x1bOC"),
    "left": (b"\x1b[D", b"\x1bOD"),
    "home": (b"\x1b[H", b"\x1bOH", b"\x1b[1~"),
    "end": (b"\x1b[F", b"\x1bOF", b"\x1b[4~"),
    "pageup": (b"\x1b[5~",),
    "pagedown": (b"\x1b[6~",),
}


def bytes_of(key: str) -> tuple[bytes, ...]:
    """What a terminal sends for a key; nothing where that is not certain."""
    if key in _NAMED:
        return _NAMED[key]
    return (key.encode(),) if len(key) == 1 and key.isprintable() else ()


def understood(data: bytes, meanings: Mapping[bytes, str]) -> tuple[list[str], bytes]:
    """What the bytes mean, as far as all of them have a meaning, and the rest of them."""
    found = []
    while sent := next((sent for sent in meanings if data.startswith(sent)), b""):
        found.append(meanings[sent])
        data = data[len(sent) :]
    return found, data


class EarlyKeys:
    """A context in which keys have their effect on the first frame, if there is one.

    `meanings`: what may be typed, and what it means; `after` does that and gives the cells that
    are to be shown then. Both are called in the thread. `left`: what is to be read by others.
    """

    def __init__(
        self,
        first: FirstFrame,
        meanings: Callable[[], Mapping[bytes, str]],
        after: Callable[[list[str]], list[list[Cell]]],
    ) -> None:
        self._first, self._meanings, self._after = first, meanings, after
        self._thread = threading.Thread(target=self._run, name="early keys", daemon=True)
        self._woken, self._wake = os.pipe()
        self.left = b""

    def __enter__(self) -> EarlyKeys:
        if self._first.rows:
            self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        os.write(self._wake, b"!")
        if self._thread.ident is not None:
            self._thread.join()
        os.close(self._wake)
        os.close(self._woken)

    def _run(self) -> None:
        size, is_first = self._first.size, True
        # Whatever goes wrong here: Textual comes, and shows what there is.
        with suppress(Exception):
            while not self.left and self._first.size == size:
                if self._woken in select.select([0, self._woken], [], [])[0]:
                    return
                data = os.read(0, 4096)
                if not data:  # the terminal is gone, which the next to read will notice
                    return
                # Before it was told otherwise the terminal made a line feed of Enter.
                self._take(data.replace(b"\n", b"\r") if is_first else data)
                is_first = False

    def _take(self, data: bytes) -> None:
        self.left = data  # whatever goes wrong
        told, self.left = understood(data, self._meanings())
        if told:
            self._first.change(self._after(told))
