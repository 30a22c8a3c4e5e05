"""A process of its own, for tests: store_worker.py FOLDER VERB [N]

write N    N changes of case 1, each said when it is done
die N      one change of case 1, ended by the N-th call that touches the disk, as kill -9 does
full N     one change of case 1 where no file may grow beyond N bytes
"""

from __future__ import annotations

import os
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from store_helpers import change, edit, open_at

from tui.store.errors import StoreFull

TOUCHING = ("open", "link", "chmod", "fsync", "fstat", "replace", "unlink", "close", "mkdir")


def say(word: object) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def write(folder: Path, count: int) -> None:
    store = open_at(folder)
    for _ in range(count):
        with store.writing(change("edit", 1)) as book:
            old = book.case(1)
            new = book.put(replace(old, details=old.details + "x"))
        say(new.revision)


def die(folder: Path, at: int) -> None:
    store = open_at(folder)
    calls = 0

    def deadly(call: Callable[..., Any]) -> Callable[..., Any]:
        def instead(*args: Any, **kwargs: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls == at:
                os._exit(9)
            return call(*args, **kwargs)

        return instead

    for name in TOUCHING:
        setattr(os, name, deadly(getattr(os, name)))
    edit(store, 1, details="new")
    say("survived")


def full(folder: Path, limit: int) -> None:
    store = open_at(folder)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        edit(store, 1, details="new" * 1000)
    except StoreFull:
        say(f"full {store.get(1).details}")


if __name__ == "__main__":
    verbs = {"write": write, "die": die, "full": full}
    verbs[sys.argv[2]](Path(sys.argv[1]), int(sys.argv[3]))
