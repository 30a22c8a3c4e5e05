"""A process that breaks off a verb at every step: store_points.py FOLDER COMMAND VERB [DEADLY]

FOLDER/base is where the verb starts, FOLDER/after where it ends; every point has a copy of
FOLDER/base of its own, of which a line of JSON says how its process ended. Verbs: store_verbs.py.

cut VERB DEADLY   killed at every call of the system that writes; run it under strace, which
                  kills whoever makes so many calls of a kind: DEADLY, a table as JSON
fail VERB DEADLY  the same with calls that fail once; what failed is tried again at once
lost VERB DEADLY  the same with a disk that fails from then on
full VERB    no file may grow beyond so many bytes; then they may, and it is tried again
die VERB     broken off at steps of SQLite and of our own calls: needs no strace
mend         the repair, broken off at our own calls
"""

from __future__ import annotations

import itertools
import json
import os
import resource
import shutil
import signal
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from store_helpers import open_at
from store_verbs import FEW, VERBS, circumstances, picture, work
from ward import NOW

from tui.store import connecting
from tui.store.errors import StoreError, StoreFull
from tui.store.repair import repair

KILLED, FULL, FAILED = 9, 20, 21
Wound = Callable[[], object]


def _refused(call: Callable[[], object]) -> None:
    with suppress(OSError):
        call()


NOWHERE = Path("/nowhere/at/all")
CALLS: dict[str, Callable[[int], object]] = {
    "pwrite64": lambda scratch: os.pwrite(scratch, b"x", 0),
    "write": lambda scratch: os.write(scratch, b"x"),
    "fsync": os.fsync,
    "fdatasync": os.fdatasync,
    "ftruncate": lambda scratch: os.ftruncate(scratch, 1),
    "unlink": lambda _: _refused(NOWHERE.unlink),
    "rename": lambda _: _refused(lambda: NOWHERE.rename("/nowhere/else")),
    "mkdir": lambda _: _refused(NOWHERE.mkdir),
    "fchmod": lambda scratch: os.fchmod(scratch, 0o600),
}


def forked(job: Callable[[], object]) -> int:
    """How a child ended that did the job: 0 where it came to its end."""
    sys.stdout.flush()
    child = os.fork()
    if not child:
        try:
            job()
        except BaseException:
            sys.excepthook(*sys.exc_info())
            os._exit(1)
        os._exit(0)
    return abs(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


def traced(folder: Path, verb: str, job: Callable[[Path, Wound], object], table: str) -> None:
    """Each child makes so many idle calls of a kind that the deadly one is where it should be."""
    deadly = json.loads(table)
    scratch = os.open(folder / "scratch", os.O_RDWR | os.O_CREAT, 0o600)

    def burn(call: Callable[[int], object], count: int) -> None:
        for _ in range(count):
            call(scratch)

    for name, call in CALLS.items():
        for nth in points(sparse=VERBS[verb].pages > FEW):
            assert nth <= deadly[name], f"it makes more calls than can be broken off: {name}"
            place = copied(folder, f"{name}-{nth}")
            if not ended(place, partial(job, place, partial(burn, call, deadly[name] - nth))):
                break


def cut(folder: Path, verb: str, deadly: str) -> None:
    traced(folder, verb, lambda place, wound: (wound(), work(verb, place)), deadly)


def fail(folder: Path, verb: str, deadly: str) -> None:
    shutil.copytree(folder / "base", folder / "before")
    states = picture(folder / "before"), picture(folder / "after")
    job = partial(tried, verb, states)
    traced(folder, verb, job, deadly)


def lost(folder: Path, verb: str, deadly: str) -> None:
    def job(place: Path, wound: Wound) -> None:
        wound()
        try:
            work(verb, place)
        except StoreError as error:
            os._exit(FULL if isinstance(error, StoreFull) else FAILED)

    traced(folder, verb, job, deadly)


def full(folder: Path, verb: str) -> None:
    shutil.copytree(folder / "base", folder / "before")
    states = picture(folder / "before"), picture(folder / "after")
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    for limit in itertools.count(0, 1536):  # so that pages are cut off at every eighth of them
        place = copied(folder, f"limit-{limit}")
        small = partial(room, limit)
        if not ended(place, partial(tried, verb, states, place, small, room)):
            return


def room(size: int = resource.RLIM_INFINITY) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def tried(
    verb: str, states: tuple[Any, Any], place: Path, wound: Wound, heal: Wound = lambda: None
) -> None:
    """The verb, and where it fails the same again; ends the process with what it said."""
    store, said = None, 0
    wound()
    try:
        store = open_at(place, patience=0)
        VERBS[verb].act(store, place)
    except StoreError as error:
        said = FULL if isinstance(error, StoreFull) else FAILED
    heal()
    found = picture(place, store)
    assert found in states[0 if said else 1 :]
    store = store or open_at(place, patience=0)
    if found == states[0]:
        VERBS[verb].act(store, place)
    assert picture(place, store) == states[1]
    os._exit(said)


def die(folder: Path, verb: str) -> None:
    for name, wound in (("step", stop_at_step), ("file", stop_at_file)):
        for nth in points(sparse=name == "step"):
            place = copied(folder, f"{name}-{nth}")
            if not ended(place, partial(broken_off, wound, nth, verb, place)):
                break


def mend(folder: Path) -> None:
    def job(nth: int, place: Path) -> None:
        stop_at_file(nth, "link")
        repair(place, NOW)

    repair(copied(folder, "after"), NOW)  # what is imported late
    for nth in points(sparse=False):
        place = copied(folder, f"file-{nth}")
        if not ended(place, partial(job, nth, place)):
            break


def broken_off(wound: Callable[[int], object], nth: int, verb: str, place: Path) -> None:
    wound(nth)
    work(verb, place)


def stop_at_step(nth: int) -> None:
    """Break off at the nth step that SQLite makes, and at no other place."""
    steps = itertools.count(1)
    real = connecting.connected

    def connected(*args: Any) -> sqlite3.Connection:
        db = real(*args)
        db.set_progress_handler(lambda: os._exit(KILLED) if next(steps) == nth else 0, 4)
        return db

    connecting.connected = connected


def stop_at_file(nth: int, *more: str) -> None:
    """Break off at the nth call of ours that touches the disk; `more`: calls of other names."""
    calls = itertools.count(1)

    def deadly(call: Callable[..., Any]) -> Callable[..., Any]:
        def instead(*args: Any, **kwargs: Any) -> Any:
            if next(calls) == nth:
                os._exit(KILLED)
            return call(*args, **kwargs)

        return instead

    names = ("open", "fsync", "replace", "unlink", "close", "mkdir", "fchmod", "write")
    for name in (*names, *more):
        setattr(os, name, deadly(getattr(os, name)))


def points(sparse: bool) -> Iterator[int]:
    """One after the other; where there are many, more and more apart."""
    nth = 1
    while True:
        yield nth
        nth += 1 + nth // 12 if sparse else 1


def copied(folder: Path, name: str) -> Path:
    return Path(shutil.copytree(folder / "base", folder / name))


def ended(place: Path, job: Callable[[], object]) -> int:
    code = forked(job)
    sys.stdout.write(json.dumps([place.name, code]) + "\n")
    sys.stdout.flush()
    return code


def main() -> None:
    folder, command, *words = sys.argv[1:]
    if command == "mend":
        mend(Path(folder))
        return
    verb, *words = words
    run: Callable[..., None] = {each.__name__: each for each in (cut, fail, lost, full, die)}[
        command
    ]
    with circumstances(VERBS[verb]):
        # What is imported late is there before anything is counted.
        work(verb, copied(Path(folder), "after"))
        run(Path(folder), verb, *words)


if __name__ == "__main__":
    main()
