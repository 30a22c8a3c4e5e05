"""A process of its own, for tests: store_worker.py FOLDER COMMAND [WORD]...

write LETTER N     N changes of case 1, once a line has come in, each of which appends its letter
window LETTER N    the same; looks before each what the others wrote
hold               take the turn, say so, and keep it until a line comes in
kill W N           N rounds of W writers at once, each ended at a random moment
visit UID GID WHO  as this user: everything that one can read, and what each way to write says
drafts             a window: each line is a verb of Drafts and what it is given
verb NAME          one of store_verbs.py
"""

from __future__ import annotations

import hashlib  # noqa: F401 - who visits may not read where Python lies, and it is loaded late
import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

from by_hand import opened
from msgspec.structs import replace
from store_helpers import add, change, edit, open_at
from store_verbs import VERBS, circumstances, evidence, work

from tui.cases.company import Company
from tui.cases.errors import UpheldError
from tui.store.contract import Store
from tui.store.opening import BOOK


def say(word: object) -> None:
    sys.stdout.write(f"{json.dumps(word)}\n")
    sys.stdout.flush()


def append(store: Store, letter: str) -> tuple[int, float]:
    """A change of two documents: the revision that it made, and seconds waited for the turn."""
    asked = time.monotonic()
    with store.writing(change("edit", 1)) as book:
        waited = time.monotonic() - asked
        case = book.case(1)
        new = book.put(replace(case, details=case.details + letter))
        meteor = book.company("Meteor") or Company(name="Meteor")
        book.put_company(replace(meteor, note=new.details))
    return new.revision, waited


def write(folder: Path, letter: str, count: str, looks: bool = False) -> None:
    store = open_at(folder)
    say("ready")
    sys.stdin.readline()
    done: list[tuple[int, float]] = []
    for _ in range(int(count)):
        done.append(append(store, letter))
        if looks:
            store.poll()
            assert store.get(1).revision >= store.cards[1].revision >= done[-1][0]
    say([[revision for revision, _ in done], max(waited for _, waited in done)])


def window(folder: Path, letter: str, count: str) -> None:
    write(folder, letter, count, looks=True)


def hold(folder: Path) -> None:
    with open_at(folder).writing(change("edit", 1)) as book:
        book.put(replace(book.case(1), details="held"))
        say("holding")
        sys.stdin.readline()


def kill(folder: Path, writers: str, rounds: str) -> None:
    chance = random.Random(int(writers))
    add(open_at(folder))
    for _ in range(int(rounds)):
        edit(open_at(folder), 1, details="")
        start = open_at(folder).get(1).revision
        running = [
            doomed(folder, letter, chance.uniform(0, 0.015)) for letter in "abcd"[: int(writers)]
        ]
        acknowledged = "".join(map(last_words, running))
        whole(folder, start)
        say([acknowledged, open_at(folder).get(1).details])


def doomed(folder: Path, letter: str, seconds: float) -> tuple[int, int]:
    """A writer that tells of each change, until an alarm, which nothing catches, ends it."""
    listen, speak = os.pipe()
    child = os.fork()
    if not child:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        store = open_at(folder, patience=30)
        signal.setitimer(signal.ITIMER_REAL, 0.0005 + seconds)
        while True:
            append(store, letter)
            os.write(speak, letter.encode())
    os.close(speak)
    return listen, child


def last_words(running: tuple[int, int]) -> str:
    listen, child = running
    with os.fdopen(listen) as pipe:
        said = pipe.read()
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGALRM
    return said


def whole(folder: Path, start: int) -> None:
    """No change is there by half, and the next works at once."""
    store = open_at(folder, patience=0)
    case, meteor = store.get(1), store.company("Meteor")
    assert store.cards[1].revision == case.revision == start + len(case.details)
    assert not case.details or (meteor and meteor.note == case.details)
    with opened(folder / BOOK) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    append(store, "-")
    store.undo()


def visit(folder: Path, uid: str, gid: str, who: str) -> None:
    with suppress(UpheldError):
        [*islice(read(open_at(folder)), 5)]  # what is imported late; drafts would be taken over
    if os.geteuid() == 0 and int(uid):
        os.setgroups([int(gid)])
        os.setgid(int(uid))
        os.setuid(int(uid))
    os.umask(0o077)
    try:
        store = open_at(folder, who=who)
    except UpheldError as error:
        return say([[], [type(error).__name__]])
    return say([[*read(store)], [refusal(attempt) for attempt in attempts(store, folder)]])


def read(store: Store) -> Iterator[object]:
    """All ways to read."""
    yield len(store.cards)
    yield store.get(1).id if store.cards else 0
    yield [case.uid for case in store.all()]
    yield [found.name for found in store.companies()]
    yield len(store.changes())
    yield [key for key in store.drafts.keys() if store.drafts.recall(key)]  # noqa: SIM118
    yield store.poll()


def attempts(store: Store, folder: Path) -> Iterator[Callable[[], Any]]:
    yield lambda: edit(store, 1, details="mine")
    yield lambda: add(store)
    yield lambda: append(store, "mine")
    yield lambda: evidence(store, folder)
    yield store.undo
    yield lambda: store.drafts.keep("letter", {"text": "mine"})
    yield lambda: store.drafts.drop("letter")


def refusal(attempt: Callable[[], Any]) -> str:
    try:
        attempt()
    except UpheldError as error:
        return type(error).__name__
    return ""


def drafts(folder: Path) -> None:
    store = open_at(folder)
    for line in sys.stdin:
        asked, *words = json.loads(line)
        say(getattr(store.drafts, asked)(*words))


def verb(folder: Path, name: str) -> None:
    with circumstances(VERBS[name]):
        work(name, folder)


def main() -> None:
    folder, command, *words = sys.argv[1:]
    {each.__name__: each for each in (write, window, hold, kill, visit, drafts, verb)}[command](
        Path(folder), *words
    )


if __name__ == "__main__":
    main()
