"""What writes to a book, for the programs that break off or fail a write at every step."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import by_hand
from msgspec.structs import replace
from store_helpers import NOON, a_case, add, change, edit, open_at

from tui.cases.company import Company
from tui.cases.event import Event
from tui.cases.record import to_plain
from tui.cases.words import EventKind
from tui.store import connecting, schema
from tui.store.contract import Store
from tui.store.opening import BOOK

# What may lie in a folder beside what the person put there.
KNOWN = frozenset({BOOK, f"{BOOK}-journal", "book.lock", "backups"})


def two_cases(folder: Path) -> None:
    store = open_at(folder)
    add(store, a_case(uid="one"), a_case("Second", uid="two"))
    edit(store, 1, details="old")
    (folder / "proof").write_bytes(b"proof" * 1000)


def nothing(folder: Path) -> None:
    folder.mkdir()


def an_earlier_book(folder: Path) -> None:
    """As Upheld kept it before it had a database."""
    folder.mkdir()
    one = {**to_plain(a_case(uid="one")), "id": 1, "revision": 1}
    tables = {"meta": {"1": {"format": 1, "next_id": 2}}, "cases": {"1": one}}
    (folder / "book.json").write_text(json.dumps(tables))


def record(store: Store, folder: Path) -> None:
    event = Event(id=1, at=datetime(2026, 11, 22, 9, tzinfo=UTC), kind=EventKind.NOTE, text="x")
    with store.writing(change("record", 1)) as book:
        book.put(replace(book.case(1), timeline=(event,)))


def company(store: Store, folder: Path) -> None:
    with store.writing(change("company")) as book:
        book.put_company(Company(name="Meteor"))


def evidence(store: Store, folder: Path) -> None:
    with store.writing(change("evidence", 1)) as book:
        found = book.put_evidence(folder / "proof", 1)
        book.put(replace(book.case(1), evidence=(found,)))


def long_cases(folder: Path) -> None:
    store = open_at(folder)
    add(store, *(a_case(uid=f"n{n}", details="old" * 5000) for n in range(5)))
    store.backups.make()


def many(store: Store, folder: Path) -> None:
    """More than SQLite keeps in memory until the end, where it may keep little."""
    with store.writing(change("add")) as book:
        for number in range(1, 6):
            book.put(replace(book.case(number), details="new" * 5000))


def a_day_later(folder: Path) -> None:
    """So that the first change makes a copy."""
    two_cases(folder)
    shutil.rmtree(folder / "backups")


def a_copy(folder: Path) -> None:
    two_cases(folder)
    edit(open_at(folder), 1, details="since the copy")


FEW = 80


@dataclass(frozen=True)
class Verb:
    """`prepare` makes the folder; `act` writes in it, once the book was opened."""

    act: Callable[[Store, Path], object]
    prepare: Callable[[Path], object] = two_cases
    later_schema: bool = False  # brings the book up to a later one
    little_memory: bool = False  # so that pages are written before the end
    pages: int = FEW  # that it writes at the most; where there are more, not each is a point


VERBS = {
    "add": Verb(lambda store, _: add(store, a_case("Third", uid="three"))),
    "edit": Verb(lambda store, _: edit(store, 1, details="new" * 3000)),
    "record": Verb(record),
    "undo": Verb(lambda store, _: store.undo()),
    "company": Verb(company),
    "evidence": Verb(evidence),
    "many": Verb(many, long_cases, little_memory=True, pages=240),
    "draft": Verb(lambda store, _: store.drafts.keep("letter", {"subject": "new"})),
    "first": Verb(lambda store, _: add(store, a_case(uid="one")), nothing),
    "takeover": Verb(lambda store, _: None, an_earlier_book),
    "copy": Verb(lambda store, _: edit(store, 1, details="new"), a_day_later),
    "restore": Verb(lambda store, _: store.backups.restore(str(NOON.date())), a_copy, pages=120),
    "migration": Verb(lambda store, _: edit(store, 1, details="new"), later_schema=True),
}

# A row, a file beside it, a file alone, a file in the place of another, a schema:
# each way of writing once. UPHELD_FAULT_VERBS=all breaks off every verb.
_WAYS = ("edit", "evidence", "draft", "restore", "migration")
EVERY = os.environ.get("UPHELD_FAULT_VERBS") == "all"
TRIED = tuple(VERBS) if EVERY else _WAYS


@contextmanager
def circumstances(verb: Verb) -> Iterator[None]:
    """What this process must be like for the verb."""
    before, pragmas = schema.MIGRATIONS, connecting.PRAGMAS
    if verb.little_memory:
        connecting.PRAGMAS = (*pragmas, "cache_size = 8")
    if verb.later_schema:
        schema.MIGRATIONS = (*before, _later)
        schema.NEWEST = len(schema.MIGRATIONS)
    try:
        yield
    finally:
        schema.MIGRATIONS, schema.NEWEST = before, len(before)
        connecting.PRAGMAS = pragmas


def _later(db: Any) -> None:
    db.execute("CREATE TABLE later (id INTEGER PRIMARY KEY, what TEXT)")
    db.execute("INSERT INTO later SELECT id, 'old' FROM cards")
    db.execute("CREATE INDEX changes_by_who ON changes (who)")


def work(name: str, folder: Path) -> None:
    """Open the book in `folder`, and let the verb write."""
    VERBS[name].act(open_at(folder, patience=0), folder)


def picture(folder: Path, window: Store | None = None) -> list[Any]:
    """All that a person has in a folder, and typed in a window of it that may be open still.

    Whatever was broken off must be mended by this.
    """
    store = open_at(folder, patience=0)
    cases = [to_plain(case) for case in store.all()]
    for case in store.all():
        for item in case.evidence:
            assert (folder / "evidence" / item.sha256).stat().st_size == item.size
    assert [card.id for card in store.cards.values()] == [case["id"] for case in cases]
    companies = [to_plain(found) for found in store.companies()]
    typed = (window or store).drafts
    drafts = {key: typed.recall(key) for key in typed.keys()}  # noqa: SIM118 - no dict
    rows = by_hand.kept(folder / BOOK) or []
    # The name of the book is another one each time.
    return [cases, companies, drafts, [row for row in rows if row[0] != "book"]]


def went_on(folder: Path) -> None:
    """The next write works, and leaves nothing behind that nobody knows."""
    store = open_at(folder, patience=0)
    number = add(store, a_case("Went on"))[0].id
    assert open_at(folder, patience=0).get(number).subject == "Went on"
    journal = folder / f"{BOOK}-journal"
    assert not journal.exists() or journal.stat().st_size == 0
    known = KNOWN | {"proof", "book.json", "book.json.taken-over", "evidence", "drafts"}
    assert {path.name for path in folder.iterdir()} <= known
