"""A file that is no whole book of ours is refused with a sentence, and kept as it is."""

from __future__ import annotations

import os
import random
import shutil
import socket
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from by_hand import opened, put_row, put_text, rows_in
from store_helpers import a_case, add, change, cut_off, edit, files_in, open_at
from store_visitors import visit
from tinydb import TinyDB

from tui.cases.company import Company
from tui.store.errors import BrokenBook, NewerBook, StoreError
from tui.store.opening import BOOK
from tui.store.schema import APPLICATION


def a_text(path: Path) -> None:
    path.write_text("Dear diary,\n" * 1000)


def one_byte(path: Path) -> None:
    path.write_bytes(b"x")


def noise(path: Path) -> None:
    path.write_bytes(random.Random(4).randbytes(50_000))


def zeros(path: Path) -> None:
    path.write_bytes(bytes(8192))


def a_head_alone(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00")


def a_tinydb(path: Path) -> None:
    with TinyDB(path) as theirs:
        theirs.insert({"title": "My shopping list"})
        theirs.table("cases").insert({"title": "Suitcases"})


def another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("CREATE TABLE rows (tab, id, seq, crc, body)")
        db.execute("INSERT INTO rows VALUES ('cases', 1, 1, 0, x'7b7d')")


def another_program_of_the_same_version(path: Path) -> None:
    another_program(path)
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("PRAGMA user_version = 1")


def another_program_in_wal_mode(path: Path) -> None:
    """Still open there: its newest rows are in the file beside it."""
    made = path.with_name("made")
    with closing(sqlite3.connect(made)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("CREATE TABLE rows (tab, id, seq, crc, body)")
        for kind in ("", "-wal", "-shm"):
            shutil.copy(f"{made}{kind}", f"{path}{kind}")
    for rest in path.parent.glob("made*"):
        rest.unlink()


def another_program_cut_off(path: Path) -> None:
    """Its journal is for it to play back."""
    another_program(path)
    cut_off(path)


def a_folder(path: Path) -> None:
    path.mkdir()


def a_socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the name of a socket may not be long
    with socket.socket(socket.AF_UNIX) as end:
        end.bind(path.name)
    os.chdir(here)


def no_tables(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA application_id = {APPLICATION}")
        db.execute("PRAGMA user_version = 1")


STRANGERS = (
    a_text,
    one_byte,
    noise,
    zeros,
    a_head_alone,
    a_tinydb,
    another_program,
    another_program_of_the_same_version,
    another_program_in_wal_mode,
    another_program_cut_off,
    no_tables,
)
NO_FILES = (a_folder, a_socket)


def asked_in_vain(folder: Path, error: type[StoreError], way_out: str) -> None:
    """A refusal that names the file and what to do, and changes nothing."""
    before, names = files_in(folder), sorted(folder.rglob("*"))
    for _ in range(2):
        with pytest.raises(error) as refused:
            edit(open_at(folder, patience=0), 1, subject="Over it")
        assert refused.value.sentence.values["file"] == str(folder / BOOK)
        assert way_out in refused.value.sentence.text
    assert (files_in(folder), sorted(folder.rglob("*"))) == (before, names)


@pytest.mark.parametrize("make", STRANGERS)
def test_what_is_no_book_is_refused_and_kept(make: Callable[[Path], None], tmp_path: Path) -> None:
    make(tmp_path / BOOK)
    asked_in_vain(tmp_path, BrokenBook, "upheld doctor")


@pytest.mark.parametrize("make", NO_FILES)
def test_what_is_no_file_is_refused_and_kept(make: Callable[[Path], None], tmp_path: Path) -> None:
    make(tmp_path / BOOK)
    asked_in_vain(tmp_path, BrokenBook, "upheld backup --restore")


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    """In a process of its own: nothing wakes up SQLite when it waits there."""
    os.mkfifo(tmp_path / BOOK)
    assert visit(tmp_path, 0) == ([], ["BrokenBook"])


def test_a_window_that_is_open_already_is_no_danger_to_it(tmp_path: Path) -> None:
    window = open_at(tmp_path)
    a_tinydb(tmp_path / BOOK)
    before = files_in(tmp_path)
    for attempt in (window.poll, lambda: add(window), window.undo):
        with pytest.raises(BrokenBook):
            attempt()
    assert files_in(tmp_path) == before


def test_nor_does_an_earlier_book_replace_it(tmp_path: Path) -> None:
    earlier = Path(__file__).with_name("earlier") / "book.json"
    shutil.copy(earlier, tmp_path / "book.json")
    (tmp_path / "book.lock").touch()
    another_program(tmp_path / BOOK)
    asked_in_vain(tmp_path, BrokenBook, "upheld doctor")


def test_an_empty_file_is_an_empty_book(tmp_path: Path) -> None:
    """So is left what a process began that was killed at once."""
    (tmp_path / BOOK).touch()
    store = open_at(tmp_path)
    assert (dict(store.cards), store.companies(), store.changes()) == ({}, (), ())
    assert (tmp_path / BOOK).read_bytes() == b""
    assert add(store)[0].id == 1


def test_a_data_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("mine")
    with pytest.raises(StoreError):
        add(open_at(tmp_path / "data"))
    assert (tmp_path / "data").read_text() == "mine"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Three cases and a company."""
    store = open_at(tmp_path)
    add(store, a_case(), a_case("Second"), a_case("Third"))
    with store.writing(change("company")) as book:
        book.put_company(Company(name="Meteor"))
    return tmp_path / BOOK


def test_a_newer_book_is_not_touched(book: Path) -> None:
    with opened(book) as db:
        db.execute("PRAGMA user_version = 2000000000")
        db.execute("ALTER TABLE rows RENAME TO documents")
    asked_in_vain(book.parent, NewerBook, "update Upheld")


@pytest.mark.parametrize("table", ["rows", "cards", "changes", "facts"])
def test_a_table_that_is_missing_is_not_made_anew(book: Path, table: str) -> None:
    with opened(book) as db:
        db.execute(f"DROP TABLE {table}")
    asked_in_vain(book.parent, BrokenBook, "upheld doctor")


def a_wrong_checksum(book: Path) -> None:
    with opened(book) as db:
        db.execute("UPDATE rows SET crc = crc + 1 WHERE tab = 'cases' AND id = 2")


def no_bytes(book: Path) -> None:
    with opened(book) as db:
        db.execute("UPDATE rows SET body = 5 WHERE tab = 'cases' AND id = 2")


def half_a_body(book: Path) -> None:
    put_text(book, "cases", 2, b'{"id": 2, "subj')


def a_body_that_is_a_list(book: Path) -> None:
    put_text(book, "cases", 2, b"[]")


def a_field_twice(book: Path) -> None:
    put_text(book, "cases", 2, b'{"id": 2, "subject": "a", "subject": "b"}')


def another_number(book: Path) -> None:
    put_row(book, "cases", 2, {**rows_in(book)["cases"][2], "id": 3})


def a_wrong_field(book: Path) -> None:
    wrong = [{"kind": "order", "value": 5}]
    put_row(book, "cases", 2, {**rows_in(book)["cases"][2], "identifiers": wrong})


@pytest.mark.parametrize(
    "spoil",
    [
        a_wrong_checksum,
        no_bytes,
        half_a_body,
        a_body_that_is_a_list,
        a_field_twice,
        another_number,
        a_wrong_field,
    ],
)
def test_one_damaged_case_hinders_itself_alone(book: Path, spoil: Callable[[Path], None]) -> None:
    spoil(book)
    damaged = rows_of(book, 2)
    store = open_at(book.parent)
    assert [card.subject for card in store.cards.values()] == ["Roaming bill", "Second", "Third"]
    for attempt in (
        lambda: store.get(2),
        lambda: edit(store, 2, subject="x"),
        lambda: [*store.all()],
    ):
        with pytest.raises(BrokenBook):
            attempt()
    assert store.get(3).subject == "Third"
    assert edit(store, 3, subject="Goes on").revision == 2
    assert store.undo().verb == "edit"
    assert add(store)[0].id == 4
    assert rows_of(book, 2) == damaged


def rows_of(book: Path, number: int) -> list[object]:
    with opened(book) as db:
        return [*db.execute("SELECT * FROM rows WHERE tab = 'cases' AND id = ?", (number,))]


def test_a_wrong_field_is_named(book: Path) -> None:
    a_wrong_field(book)
    with pytest.raises(BrokenBook) as refused:
        open_at(book.parent).get(2)
    assert "$.identifiers[0].value" in str(refused.value.sentence.values["problem"])


@pytest.mark.parametrize("entry", [b"", b"{}", b"[", b'{"change": 5}'])
def test_a_wrong_entry_of_the_journal_stops_undo_alone(book: Path, entry: bytes) -> None:
    with opened(book) as db:
        db.execute("UPDATE changes SET entry = ? WHERE seq = 2", (entry,))
    store = open_at(book.parent)
    for attempt in (store.undo, store.changes):
        with pytest.raises(BrokenBook):
            attempt()
    assert edit(store, 1, subject="Goes on").revision == 2


def test_a_wrong_company_is_named_when_it_is_asked_for(book: Path) -> None:
    put_row(book, "companies", 1, {**rows_in(book)["companies"][1], "name": ["Meteor"]})
    store = open_at(book.parent)
    assert store.get(1).company == "Meteor"
    assert edit(store, 1, subject="Goes on").revision == 2
    with pytest.raises(BrokenBook) as refused:
        store.companies()
    assert "$.name" in str(refused.value.sentence.values["problem"])
