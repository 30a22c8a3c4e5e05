"""Which windows live. Each holds a lock on a small file of its own as long as it does.

The system lets go of a lock however a process ends; a process id says less, for it may be given
again, and means nothing on another machine.
"""

from __future__ import annotations

import fcntl
import itertools
import os
import weakref
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from tui.store.disk import fresh_file

_SIGN = ".window"
_READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK


class Window:
    """One window, and its sign of life in a folder. Its name is that of no other, ever.

    Nothing waits for a lock here, so that all of it can be called from a signal handler.
    """

    def __init__(self, folder: Path) -> None:
        self.name = os.urandom(8).hex()
        self._folder = folder
        self._count = itertools.count(1)
        self._held: list[int] = []
        weakref.finalize(self, _let_go, self._held)

    def show(self) -> None:
        """Give the sign of life, in a folder that is there. Raises OSError.

        A handler that interrupts this gives one, too: both are held, and one has the name.
        """
        sign = self._folder / f"{self.name}{_SIGN}"
        if self._held and sign.exists():
            return
        tmp = sign.with_suffix(f".{os.getpid()}-{next(self._count)}.tmp")
        with fresh_file(tmp) as descriptor:
            with suppress(OSError):  # where there are no locks, all are taken for dead
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            tmp.replace(sign)  # locked before it has its name: nobody ever finds it free
            self._held.append(os.dup(descriptor))

    def is_elsewhere(self, name: str) -> bool:
        """Whether a window of this name lives, and is not this one."""
        return name != self.name and _is_held(self._folder / f"{name}{_SIGN}")

    def clear_up(self, needed: Collection[str]) -> None:
        """Take away the signs of dead windows, but of those that are still `needed`."""
        for sign in self._folder.glob(f"*{_SIGN}"):
            name = sign.name.removesuffix(_SIGN)
            if name != self.name and name not in needed and not _is_held(sign):
                with suppress(OSError):
                    sign.unlink()


def _is_held(sign: Path) -> bool:
    """Two who ask at once are not in each other's way: they ask for a shared lock."""
    try:
        descriptor = os.open(sign, _READ)
    except OSError:
        return False  # there is none; where one cannot tell, better seen twice than never again
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError as error:
        return isinstance(error, BlockingIOError)
    finally:
        os.close(descriptor)
    return False


def _let_go(held: list[int]) -> None:
    while held:
        os.close(held.pop())
