"""The doctor finds what is wrong, names it, and changes nothing."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import by_hand
import pytest
from store_helpers import NOON, open_at
from ward import by_sql, copy_today, cut_off, everything, fill, overwrite, zero

from tui.store.doctor import Report, examine
from tui.store.opening import BOOK

Found = set[tuple[str, str, int]]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("model") / "data"
    fill(folder, cases=9)
    return folder


@pytest.fixture
def data(model: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(model, tmp_path / "data"))


def examined(folder: Path) -> Report:
    """What the doctor says, which leaves everything as it is."""
    before = everything(folder)
    report = examine(folder)
    assert everything(folder) == before
    return report


def found(folder: Path) -> Found:
    return {(f.id, f.severity.value, f.case) for f in examined(folder).findings}


def test_a_whole_book(data: Path) -> None:
    report = examined(data)
    assert report.findings == ()
    assert report.is_well
    assert (report.cases, report.companies, report.evidence) == (9, 8, 1)


def row(number: int, **fields: object) -> Callable[[Path], None]:
    """A case as somebody wrote it by hand who minds the checksum."""

    def write(folder: Path) -> None:
        plain = {**by_hand.rows_in(folder / BOOK)["cases"][number], **fields}
        by_hand.put_row(folder / BOOK, "cases", number, plain)
        by_sql(folder, "DELETE FROM cards WHERE id = ?", number)
        open_at(folder).close()

    return write


def sql(statement: str) -> Callable[[Path], None]:
    return lambda folder: by_sql(folder, statement)


def mode(name: str, bits: int) -> Callable[[Path], None]:
    return lambda folder: (folder / name).chmod(bits)


def text(name: str, content: str) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        (folder / name).write_text(content)
        (folder / name).chmod(0o600)

    return write


def the_evidence(folder: Path) -> Path:
    (path,) = (folder / "evidence").iterdir()
    return path


def named_by_nobody(folder: Path) -> None:
    shutil.copy(the_evidence(folder), folder / "evidence" / ("0" * 64))
    (folder / "evidence" / ("0" * 64)).chmod(0o600)


CARD = ("card", "error")
WRONG: dict[str, tuple[Callable[[Path], object], Found]] = {
    "wrong checksum": (
        sql("UPDATE rows SET crc = crc + 1 WHERE tab = 'cases' AND id = 4"),
        {("checksum", "error", 4)},
    ),
    "wrong checksum of a company": (
        sql("UPDATE rows SET crc = crc + 1 WHERE tab = 'companies' AND id = 1"),
        {("checksum", "error", 0)},
    ),
    "a card without a case": (
        sql("DELETE FROM rows WHERE tab = 'cases' AND id = 5"),
        {("missing", "error", 5)},
    ),
    "a case without a card": (sql("DELETE FROM cards WHERE id = 6"), {(*CARD, 6)}),
    "a card of another state": (
        sql("UPDATE cards SET mark = mark + 1 WHERE id = 6"),
        {(*CARD, 6)},
    ),
    "a card that is damaged": (
        sql("UPDATE cards SET card = x'00' || card WHERE id = 6"),
        {(*CARD, 6)},
    ),
    "the card of another case": (
        sql("UPDATE cards SET card = (SELECT card FROM cards WHERE id = 7) WHERE id = 6"),
        {(*CARD, 6)},
    ),
    "a case without a subject": (
        row(2, subject=5),
        {("unreadable", "error", 2)},
    ),
    "a case under another number": (row(2, id=77), {("unreadable", "error", 2)}),
    "no JSON": (
        lambda folder: by_hand.put_text(folder / BOOK, "cases", 2, b'{"id":2,'),
        {("unreadable", "error", 2)},
    ),
    "a company that cannot be read": (
        lambda folder: by_hand.put_row(folder / BOOK, "companies", 1, {"name": ["Meteor"]}),
        {("unreadable", "error", 0)},
    ),
    "another stage than the timeline tells": (
        row(2, stage="waiting"),
        {("timeline", "warn", 2), (*CARD, 2)},
    ),
    "an unlawful timeline": (
        row(2, timeline=[{"at": NOON.isoformat(), "kind": "promise", "id": 1}]),
        {("timeline", "warn", 2), (*CARD, 2)},
    ),
    "an entry of the journal": (
        sql("UPDATE changes SET entry = x'7b' WHERE seq = 3"),
        {("journal", "error", 0)},
    ),
    "a number that would be given again": (
        sql("DELETE FROM cards WHERE card IS NULL"),
        {("number", "error", 10)},
    ),
    "words that are not found": (
        sql("DELETE FROM words WHERE rowid = (SELECT min(rowid) FROM words)"),
        {("search", "error", 0)},
    ),
    "no name": (sql("DELETE FROM facts WHERE name = 'book'"), {("name", "error", 0)}),
    "not marked as ours": (sql("PRAGMA application_id = 7"), {("head", "error", 0)}),
    "evidence is gone": (
        lambda folder: the_evidence(folder).unlink(),
        {("evidence", "error", 3)},
    ),
    "evidence is changed": (
        lambda folder: the_evidence(folder).write_text("PROOF"),
        {("evidence", "error", 3)},
    ),
    "evidence is longer": (
        lambda folder: the_evidence(folder).write_text("proof!"),
        {("evidence", "error", 3)},
    ),
    "evidence that nobody names": (named_by_nobody, {("surplus", "info", 0)}),
    "a draft": (text("drafts/x.json", '{"key":'), {("draft", "warn", 0)}),
    "a draft that was put aside": (text("drafts/x.damaged", "{"), {("draft", "info", 0)}),
    "a file for all to read": (mode(BOOK, 0o644), {("mode", "warn", 0)}),
    "a folder for all to read": (mode("evidence", 0o755), {("mode", "warn", 0)}),
    "what was not finished": (text("book.db.new", "x"), {("remains", "info", 0)}),
    "evidence that was not finished": (
        text("evidence/incoming.tmp", "x"),
        {("remains", "info", 0)},
    ),
    "an older book": (text("book.json", "{}"), {("old book", "warn", 0)}),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_found(name: str, data: Path) -> None:
    spoil, expected = WRONG[name]
    spoil(data)
    assert found(data) == expected


def test_one_case_twice(data: Path) -> None:
    row(2, uid=by_hand.rows_in(data / BOOK)["cases"][7]["uid"])(data)
    assert ("twice", "warn", 7) in found(data)


def test_what_the_journal_names_is_not_surplus(data: Path) -> None:
    store = open_at(data, who="anna")
    while store.undo().verb != "record":
        pass
    assert found(data) == set()


def test_a_shared_folder_is_for_its_group(data: Path) -> None:
    data.chmod(0o2770)
    assert {each[0] for each in found(data)} == {"mode"}
    for path in data.rglob("*"):
        path.chmod(0o2770 if path.is_dir() else 0o660)
    assert found(data) == set()


def test_a_page_in_the_middle_is_damaged(data: Path) -> None:
    zero(data, 5)
    report = examined(data)
    assert report.findings[0].id == "damaged"
    assert report.is_readable
    assert report.is_mendable


HEADS = {"zeros": bytes(100), "no SQLite": b"x" * 16, "ones": b"SQLite format 3\0" + b"\xff" * 84}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_a_damaged_head(data: Path, head: bytes) -> None:
    overwrite(data, 0, head)
    report = examined(data)
    assert not report.is_readable
    assert report.cases == 9


def test_nothing_there(tmp_path: Path) -> None:
    assert found(tmp_path) == {("none", "info", 0)}
    assert found_nowhere(tmp_path / "not there")
    (tmp_path / "book.json").write_text("{}")
    assert found(tmp_path) == {("none", "info", 0)}


def found_nowhere(folder: Path) -> bool:
    return examine(folder).is_well and not folder.exists()


def foreign(folder: Path) -> None:
    (folder / BOOK).unlink()
    with closing(sqlite3.connect(folder / BOOK)) as db, db:
        db.execute("CREATE TABLE rows (tab TEXT, id, seq, crc, body)")
        db.execute("INSERT INTO rows VALUES ('cases', 1, 1, 1, x'00')")


def linked_to_nothing(folder: Path) -> None:
    (folder / BOOK).unlink()
    (folder / BOOK).symlink_to("/nowhere/at/all")


def a_folder(folder: Path) -> None:
    (folder / BOOK).unlink()
    (folder / BOOK).mkdir()


REFUSED: dict[str, Callable[[Path], object]] = {
    "newer": sql("PRAGMA user_version = 99"),
    "foreign": foreign,
    "text": lambda folder: (folder / BOOK).write_text(json.dumps({"cases": {}})),
    "zeros": lambda folder: (folder / BOOK).write_bytes(bytes(9000)),
    "a folder": a_folder,
    "a link": linked_to_nothing,
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_book_of_this_version(name: str, data: Path) -> None:
    REFUSED[name](data)
    report = examined(data)
    assert [(f.id, f.severity.value) for f in report.findings] == [("file", "error")]
    assert not report.is_readable
    assert report.patient is None


def test_a_change_that_was_cut_off_is_taken_back_in_thought_only(data: Path) -> None:
    cut_off(data)
    assert found(data) == set()
    assert (data / f"{BOOK}-journal").stat().st_size


def test_the_newest_copy(data: Path) -> None:
    copy_today(data, "2026-11-20.db")
    copy_today(data)
    assert examined(data).findings == ()
    assert examined(data).newest_copy == date(2026, 11, 22)
    by_hand.put_text(data / "backups" / "2026-11-20.db", "cases", 1, b"{")
    assert found(data) == set()


@pytest.mark.parametrize("spoil", [b"", b"text", bytes(9000)])
def test_a_damaged_copy(data: Path, spoil: bytes) -> None:
    copy_today(data)
    (data / "backups" / "2026-11-22.db").write_bytes(spoil)
    assert found(data) == {("copy", "warn", 0)}


def test_a_case_of_the_copy_cannot_be_read(data: Path) -> None:
    copy_today(data)
    by_hand.put_text(data / "backups" / "2026-11-22.db", "cases", 1, b"{")
    assert found(data) == {("copy", "warn", 0)}
