"""`upheld backup`, and `upheld import` of a copy."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_ran import Upheld
from tinydb import TinyDB


@pytest.fixture
def copied(refund: Upheld) -> Path:
    """The plain copy of a book with one case."""
    return Path(refund("backup", "--json").json["plain"])


def test_a_copy_is_made_listed_and_brought_back(refund: Upheld) -> None:
    name = refund("backup", "--json").json["name"]
    refund("edit", "1", "subject=Wrong")
    restored = refund("backup", "--restore", name)
    assert (restored.status, restored.err) == (0, "")
    assert "1 case" in restored.out
    assert refund("show", "1", "--json").json["subject"] != "Wrong"
    listed = refund("backup", "--list", "--json").json
    assert [each["name"][:14] for each in listed if each["name"] != name] == ["before-restore"]
    assert {"name", "made_at", "file", "plain", "size"} == set(listed[0])
    assert name in refund("backup", "--list").out


def test_a_whole_copy_can_be_worked_with(refund: Upheld, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere"
    assert str(target) in refund("backup", "-o", str(target)).out
    there = refund("--data", str(target), "show", "1", "--json").json
    assert there == refund("show", "1", "--json").json
    again = refund("backup", "-o", str(target))
    assert (again.status, str(target) in again.err) == (2, True)


def test_a_plain_copy_goes_into_an_empty_book_as_it_is(
    refund: Upheld, copied: Path, tmp_path: Path
) -> None:
    there = ("--data", str(tmp_path / "other"))
    assert refund(*there, "import", str(copied), "--json").json["added"] == 1
    assert refund(*there, "show", "1", "--json").json == refund("show", "1", "--json").json


def test_a_plain_copy_goes_into_another_book_case_by_case(refund: Upheld, copied: Path) -> None:
    assert refund("import", str(copied), "--json").json["unchanged"] == 1
    with TinyDB(copied) as db:
        db.table("cases").update({"subject": "Corrected", "revision": 99}, doc_ids=[1])
    assert refund("import", str(copied), "--json").json["updated"] == 1
    assert refund("show", "1", "--json").json["subject"] == "Corrected"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("backup", "--restore", "1999-01-01"), 1),
        (("backup", "--list", "--restore", "x"), 2),
        (("backup", "-o", "/dev/null"), 2),
    ],
)
def test_what_cannot_be_done_is_said(refund: Upheld, words: tuple[str, ...], status: int) -> None:
    ran = refund(*words)
    assert (ran.status, ran.out, ran.err.count("\n")) == (status, "", 1)


def test_two_copies_are_not_taken_in_at_once(refund: Upheld, copied: Path) -> None:
    assert refund("import", str(copied), str(copied)).status == 2


def test_the_copy_of_another_program_is_refused(refund: Upheld, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.json"
    foreign.write_text('{"meta": {"1": {"made": "by another"}}}')
    ran = refund("import", str(foreign))
    assert (ran.status, "foreign.json" in ran.err) == (2, True)


@pytest.fixture
def book(copied: Path) -> Path:
    """With a copy beside it."""
    return copied.parent.parent / "book.db"


def test_a_copy_comes_back_over_a_damaged_book(refund: Upheld, copied: Path, book: Path) -> None:
    book.write_text("My shopping list")
    assert refund("list", fails=True).status == 3
    assert copied.stem in refund("backup", "--list").out
    ran = refund("backup", "--restore", copied.stem)
    assert (ran.status, ran.err) == (0, "")
    back, kept = ran.out.splitlines()
    assert "1 case" in back
    (file,) = book.parent.glob("book.db.damaged-*")
    assert str(file) in kept
    assert file.read_text() == "My shopping list"
    assert len(refund("list", "--json").json) == 1


def test_a_book_that_is_gone(refund: Upheld, copied: Path, book: Path, tmp_path: Path) -> None:
    book.unlink()
    ways = ("list",), ("add",), ("backup",), ("backup", "-o", str(tmp_path / "x")), ("doctor",)
    for words in ways:
        ran = refund(*words, fails=True)
        assert ran.status == 3
        assert f"upheld backup --restore {copied.stem}" in ran.err + ran.out
    done = refund("backup", "--restore", copied.stem, "--json").json
    assert (done["before"], done["kept"]) == (None, None)
    assert len(refund("list", "--json").json) == 1


def test_what_is_said_when_nothing_was_there(refund: Upheld, copied: Path, book: Path) -> None:
    book.unlink()
    assert refund("backup", "--restore", copied.stem).out.count("\n") == 1


def test_a_damaged_book_is_copied_as_it_is(refund: Upheld, book: Path, tmp_path: Path) -> None:
    book.write_text("My shopping list")
    ran = refund("backup", "-o", str(tmp_path / "there"), fails=True)
    assert (ran.status, ran.out, ran.err.count("\n")) == (3, "", 1)
    assert (tmp_path / "there" / "book.db").read_text() == "My shopping list"
