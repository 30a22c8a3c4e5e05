"""Copies are made by themselves, whole or not at all, and come back in every window."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from store_helpers import NOON, a_case, add, change, edit, environment, open_at
from tinydb import TinyDB

from tui.cases.company import Company
from tui.cases.errors import BadInput, NotFound
from tui.cases.record import to_plain
from tui.store import schema
from tui.store.contract import Store
from tui.store.copies.listing import copies_in
from tui.store.errors import BrokenBook, NewerBook, StoreError
from tui.store.opening import backups_of, memory_store, open_store

TODAY = str(NOON.date())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def store(folder: Path) -> Store:
    store = open_at(folder)
    add(store, a_case("First"))
    return store


def at(folder: Path, day: int) -> Store:
    return open_store(folder, at=lambda: NOON + timedelta(day), who="")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "backups").glob("*"))


def cases_in(path: Path) -> list[str]:
    with TinyDB(path) as db:
        return [case["subject"] for case in db.table("cases").all()]


def test_a_copy_in_two_formats_is_made_before_the_first_change_of_a_day(folder: Path) -> None:
    store = open_at(folder)
    add(store, a_case("First"))
    assert names(folder) == []  # there was nothing to copy
    edit(store, 1, subject="Second")
    edit(store, 1, subject="Third")
    assert names(folder) == [f"{TODAY}.db", f"{TODAY}.json"]
    assert cases_in(folder / "backups" / f"{TODAY}.json") == ["First"]
    edit(at(folder, 1), 1, subject="Fourth")
    assert cases_in(folder / "backups" / "2026-11-23.json") == ["Third"]
    assert cases_in(folder / "backups" / f"{TODAY}.json") == ["First"]


def test_a_second_window_makes_no_second_copy(folder: Path, store: Store) -> None:
    edit(store, 1, subject="Second")
    before = (folder / "backups" / f"{TODAY}.db").stat()
    edit(open_at(folder), 1, subject="Third")
    assert (folder / "backups" / f"{TODAY}.db").stat() == before


def test_whatever_hinders_a_copy_does_not_hinder_the_change(folder: Path, store: Store) -> None:
    (folder / "backups").write_text("a file in its place")
    assert edit(store, 1, subject="Second").revision == 2
    with pytest.raises(StoreError):
        store.backups.make()


def test_old_copies_are_let_go(folder: Path, store: Store) -> None:
    for day in range(40):
        edit(at(folder, day), 1, subject=f"Day {day}")
    copies = copies_in(folder / "backups")
    assert len(copies) == 7 + 2 + 1
    assert all(copy.plain for copy in copies)


def test_a_copy_of_now_replaces_that_of_the_day(folder: Path, store: Store) -> None:
    edit(store, 1, subject="Second")
    copy = store.backups.make()
    assert cases_in(folder / "backups" / f"{TODAY}.json") == ["Second"]
    assert [copy] == list(store.backups.copies())


def test_an_unmodified_tinydb_reads_and_writes_the_plain_copy(folder: Path, store: Store) -> None:
    with store.writing(change()) as book:
        book.put_company(Company(name="Meteor"))
    copy = store.backups.make()
    with TinyDB(copy.plain) as db:
        assert db.table("cases").get(doc_id=1) == json.loads(json.dumps(to_plain(store.get(1))))
        assert [company["name"] for company in db.table("companies")] == ["Meteor"]
        assert db.table("meta").get(doc_id=1)["next_id"] == 2
        assert db.table("cases").insert({"subject": "x"}) == 2


def test_a_copy_comes_back_in_every_window(folder: Path, store: Store) -> None:
    other = open_at(folder)
    store.backups.make()
    edit(store, 1, subject="Wrong")
    add(store, a_case("Added since"))
    assert other.poll()
    other.backups.restore(TODAY)
    for window in (store, other, open_at(folder)):
        window.poll()
        assert [card.subject for card in window.cards.values()] == ["First"]
        assert window.get(1).subject == "First"
    before = next(c for c in other.backups.copies() if c.name.startswith("before-restore"))
    assert before.plain is not None
    assert cases_in(before.plain) == ["Wrong", "Added since"]
    other.backups.restore(before.name)
    store.poll()
    assert [card.subject for card in store.cards.values()] == ["Wrong", "Added since"]


def test_a_window_that_did_not_look_writes_on_what_came_back(folder: Path, store: Store) -> None:
    store.backups.make()
    edit(store, 1, subject="Wrong")
    open_at(folder).backups.restore(TODAY)
    edit(store, 1, details="on it")
    case = open_at(folder).get(1)
    assert (case.subject, case.details) == ("First", "on it")


def test_undo_after_a_copy_came_back_takes_back_the_last_change_in_it(
    folder: Path, store: Store
) -> None:
    edit(store, 1, subject="Second")
    store.backups.make()
    edit(store, 1, subject="Third")
    store.backups.restore(TODAY)
    store.poll()
    assert store.undo().verb == "edit"
    assert store.get(1).subject == "First"


def test_a_copy_comes_back_where_there_is_no_book(folder: Path, store: Store) -> None:
    store.backups.make()
    store.close()
    (folder / "book.db").unlink()
    assert backups_of(folder, lambda: NOON, 5).restore(TODAY).kept is None
    assert open_at(folder).get(1).subject == "First"


def spoil(path: Path, how: str) -> None:
    if how == "newer":
        with sqlite3.connect(path) as db:
            db.execute("PRAGMA user_version = 999")
        db.close()
    elif how == "cut":
        os.truncate(path, 5000)
    elif how == "empty":
        path.write_bytes(b"")
    elif how == "row":
        with sqlite3.connect(path) as db:
            db.execute("UPDATE rows SET body = '{}'")
        db.close()
    else:
        path.write_text("not a database, but long enough to look like a file of some kind")


@pytest.mark.parametrize("how", ["newer", "cut", "empty", "row", "text"])
def test_a_copy_that_is_not_whole_is_refused(folder: Path, store: Store, how: str) -> None:
    copy = store.backups.make()
    edit(store, 1, subject="Second")
    spoil(copy.db, how)
    before, spoilt = names(folder), copy.db.read_bytes()
    with pytest.raises((BrokenBook, NewerBook)):
        store.backups.restore(TODAY)
    assert (names(folder), copy.db.read_bytes()) == (before, spoilt)
    assert open_at(folder).get(1).subject == "Second"


def test_an_unknown_copy_is_named(store: Store) -> None:
    with pytest.raises(NotFound):
        store.backups.restore("../book")


def test_a_damaged_book_leaves_the_older_copy(folder: Path, store: Store) -> None:
    before = store.backups.make().db.read_bytes()
    with sqlite3.connect(folder / "book.db") as db:
        db.execute("UPDATE rows SET body = '{}' WHERE tab = 'cases'")
    db.close()
    with pytest.raises(BrokenBook):
        at(folder, 1).backups.make()
    assert names(folder) == [f"{TODAY}.db", f"{TODAY}.json"]
    assert (folder / "backups" / f"{TODAY}.db").read_bytes() == before


def test_a_whole_copy_is_a_data_folder_itself(folder: Path, store: Store, tmp_path: Path) -> None:
    (tmp_path / "proof").write_bytes(b"proof")
    with store.writing(change("evidence", 1)) as book:
        found = book.put_evidence(tmp_path / "proof", 1)
        book.put(replace(book.case(1), evidence=(found,)))
    target = store.backups.whole(tmp_path / "elsewhere")
    assert open_at(target).get(1) == store.get(1)
    assert (target / "evidence" / found.sha256).read_bytes() == b"proof"
    assert cases_in(target / "copy.json") == ["First"]
    assert {path.stat().st_mode & 0o077 for path in target.rglob("*")} == {0}
    with pytest.raises(BadInput):
        store.backups.whole(target)


def test_nothing_is_copied_of_nothing(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        open_at(tmp_path / "data").backups.whole(tmp_path / "elsewhere")
    with pytest.raises(NotFound):
        open_at(tmp_path / "data").backups.make()
    assert not (tmp_path / "elsewhere").exists()
    assert not (tmp_path / "data").exists()


def test_of_a_book_in_memory_there_are_no_copies(tmp_path: Path) -> None:
    store = memory_store(at=lambda: NOON)
    add(store)
    assert store.backups.copies() == ()
    for verb in (store.backups.make, lambda: store.backups.restore("x")):
        with pytest.raises(StoreError):
            verb()
    with pytest.raises(StoreError):
        store.backups.whole(tmp_path / "x")


def test_copies_are_for_their_owner_only(folder: Path, store: Store) -> None:
    before = os.umask(0)
    try:
        store.backups.make()
    finally:
        os.umask(before)
    assert (folder / "backups").stat().st_mode & 0o777 == 0o700
    assert {p.stat().st_mode & 0o777 for p in (folder / "backups").iterdir()} == {0o600}


@pytest.fixture
def later_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    def later(db: sqlite3.Connection) -> None:
        db.execute("CREATE TABLE later (id INTEGER PRIMARY KEY)")

    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, later))
    monkeypatch.setattr(schema, "NEWEST", len(schema.MIGRATIONS))


def version_of(path: Path) -> int:
    with sqlite3.connect(path) as db:
        (found,) = db.execute("PRAGMA user_version").fetchone()
    db.close()
    return int(found)


@pytest.mark.usefixtures("later_schema")
def test_a_book_of_an_earlier_schema_is_copied_first(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    newest, schema.NEWEST = schema.NEWEST, schema.NEWEST - 1
    migrations, schema.MIGRATIONS = schema.MIGRATIONS, schema.MIGRATIONS[:-1]
    add(open_at(folder), a_case("First"))
    schema.NEWEST, schema.MIGRATIONS = newest, migrations
    assert open_at(folder).get(1).subject == "First"
    assert version_of(folder / "book.db") == newest
    (copy,) = (folder / "backups").glob("before-version-*.db")
    assert version_of(copy) == newest - 1
    before = copy.read_bytes()
    edit(open_at(folder), 1, subject="Second")
    assert copy.read_bytes() == before


def test_without_a_copy_there_is_no_migration(
    folder: Path, store: Store, later_schema: None
) -> None:
    (folder / "backups").write_text("a file in its place")
    with pytest.raises(StoreError):
        open_at(folder)
    assert version_of(folder / "book.db") == schema.NEWEST - 1


PROGRAM = """
import os, sys
from pathlib import Path
from store_helpers import open_at
nth, real, calls = int(sys.argv[2]), {}, 0
for name in ("fsync", "rename", "replace", "unlink"):
    def deadly(*args, call=getattr(os, name), **kwargs):
        global calls
        calls += 1
        if calls == nth:
            os._exit(9)
        return call(*args, **kwargs)
    setattr(os, name, deadly)
open_at(Path(sys.argv[1])).backups.make()
"""


def test_a_copy_that_was_cut_off_has_no_name(folder: Path, store: Store) -> None:
    first = store.backups.make().db.read_bytes()
    edit(store, 1, subject="Second")
    for nth in range(1, 30):
        command = [sys.executable, "-c", PROGRAM, str(folder), str(nth)]
        helpers = {**environment()}
        helpers["PYTHONPATH"] += os.pathsep + str(Path(__file__).parent)
        ended = subprocess.run(command, env=helpers, check=False).returncode
        with sqlite3.connect(folder / "backups" / f"{TODAY}.db") as db:
            assert db.execute("PRAGMA quick_check").fetchone() == ("ok",)
        db.close()
        assert cases_in(folder / "backups" / f"{TODAY}.json") in (["First"], ["Second"])
        if ended == 0:
            break
    assert nth > 5
    assert (folder / "backups" / f"{TODAY}.db").read_bytes() != first
    store.backups.make()
    assert names(folder) == [f"{TODAY}.db", f"{TODAY}.json"]


def test_the_day_is_that_of_whoever_works(folder: Path) -> None:
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    store = open_store(folder, at=lambda: late, who="")
    add(store)
    edit(store, 1, subject="Second")
    assert f"{late.date()}.db" in names(folder)
