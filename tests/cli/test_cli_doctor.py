"""`upheld doctor`: what it says of a whole and of a damaged book, and with which status."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import by_hand
import pytest
from cli_ran import Upheld

PAGE = 4096


@pytest.fixture
def book(refund: Upheld, home: Path) -> Path:
    """A book of four cases, and a file of evidence in the first."""
    for subject in ("Second", "Third", "Fourth"):
        words = ("--company", "Meteor", "--subject", subject, "--problem", "billing")
        assert refund("add", *words, "--details", subject * 3000).status == 0
    proof = home / "proof.txt"
    proof.write_text("proof")
    assert refund("record", "1", "evidence", "--file", str(proof)).status == 0
    return next(home.rglob("book.db"))


@pytest.fixture
def damaged(book: Path) -> Path:
    """The same, where a page of case 3 was lost."""
    data = book.read_bytes()
    page = data.rindex(b"Third" * 100) // PAGE
    book.write_bytes(data[: page * PAGE] + bytes(PAGE) + data[(page + 1) * PAGE :])
    return book


def by_sql(book: Path, statement: str) -> None:
    with by_hand.opened(book) as db:
        db.execute(statement)


def files(book: Path) -> dict[Path, tuple[bytes, int]]:
    everything = book.parent.rglob("*")
    below = [path for path in everything if path.is_file() and path.name != "book.lock"]
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in below}


@pytest.mark.parametrize(
    ("folder", "text", "fault"),
    [("playbooks", 'id = "own"\n', "field “step”"), ("rules", '[rule."my.x"]\n', "rule “my.x”")],
)
def test_an_own_file_that_cannot_be_used_is_told(
    refund: Upheld, home: Path, folder: str, text: str, fault: str
) -> None:
    path = home / "config" / "upheld" / folder / "own.toml"
    path.parent.mkdir(parents=True)
    path.write_text(text)
    ran = refund("doctor")
    assert (ran.status, ran.err) == (1, "")
    assert ran.out.startswith(f"warning  own.toml, {fault}")
    (finding,) = refund("doctor", "--json").json["findings"]
    assert (finding["id"], finding["severity"]) == (folder.rstrip("s"), "warn")


def test_a_whole_book(refund: Upheld, book: Path) -> None:
    ran = refund("doctor")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "The copy of 23 November 2026 is the newest.",
        "4 cases, 2 companies, 1 file of evidence: all whole.",
    ]
    assert refund("doctor", "--json").json == {
        "findings": [], "repaired": [], "lost": [], "kept": None,
        "cases": 4, "companies": 2, "evidence": 1, "newest_copy": "2026-11-23",
    }  # fmt: skip


def test_a_damaged_book(refund: Upheld, damaged: Path) -> None:
    before = files(damaged)
    ran = refund("doctor")
    assert (ran.status, ran.err) == (1, "")
    *found, _, summary, advice = ran.out.splitlines()
    assert any("Case #3 (Meteor: Third)" in line for line in found)
    assert all(line.startswith("error  ") for line in found)
    assert summary == "Whole: 3 cases, 2 companies, 1 file of evidence."
    assert advice == "To save what can be saved: upheld doctor --repair"
    report = refund("doctor", "--json")
    assert report.status == 1
    assert {"case": 3, "severity": "error"}.items() <= report.json["findings"][-1].items()
    assert report.json["findings"][-1].keys() == {"id", "severity", "case", "text"}
    assert files(damaged) == before


def test_a_repair_without_a_copy(refund: Upheld, damaged: Path) -> None:
    before = damaged.read_bytes()
    ran = refund("doctor", "--repair", "--json")
    assert ran.status == 1
    assert [(each["id"], each["case"]) for each in ran.json["lost"]] == [("lost", 3)]
    assert ran.json["findings"] == []
    assert Path(ran.json["kept"]).read_bytes() == before
    assert refund("doctor").status == 0
    assert {case["id"] for case in refund("list", "--json").json} == {1, 2, 4}


def test_a_repair_with_a_copy(refund: Upheld, book: Path) -> None:
    shown = refund("show", "3", "--json").json
    (book.parent / "backups").mkdir(exist_ok=True, mode=0o700)
    shutil.copy(book, book.parent / "backups" / "2026-11-22.db")
    by_sql(book, "UPDATE rows SET crc = 1 WHERE tab = 'cases' AND id = 3")
    ran = refund("doctor", "--repair")
    assert ran.status == 0
    assert "Case #3 (Meteor: Third) is as the copy “2026-11-22” has it." in ran.out
    assert refund("show", "3", "--json").json == shown


def test_a_lost_file_of_evidence(refund: Upheld, book: Path) -> None:
    next(book.parent.glob("evidence/*")).unlink()
    for words in (("doctor",), ("doctor", "--repair")):
        ran = refund(*words)
        assert ran.status == 1
        assert "“proof.txt”, evidence of case #1, is missing" in ran.out
        assert "--repair" not in ran.out


def text(book: Path) -> None:
    book.write_text("My shopping list")


def a_folder(book: Path) -> None:
    book.unlink()
    book.mkdir()


def newer(book: Path) -> None:
    by_sql(book, "PRAGMA user_version = 99")


@pytest.mark.parametrize("spoil", [text, a_folder, newer])
def test_what_is_no_book_of_ours(refund: Upheld, book: Path, spoil: Callable[[Path], None]) -> None:
    spoil(book)
    before = files(book)
    ran = refund("doctor", fails=True)
    assert (ran.status, ran.err) == (3, "")
    assert ran.out.startswith("error  ")
    assert ran.out.count("\n") == 1
    ran = refund("doctor", "--repair", fails=True)
    assert (ran.status, ran.out) == (3, "")
    assert ran.err.count("\n") == 1
    assert files(book) == before


def test_a_book_whose_head_is_lost(refund: Upheld, book: Path) -> None:
    book.write_bytes(bytes(PAGE) + book.read_bytes()[PAGE:])
    listed = refund("list", fails=True)
    assert (listed.status, listed.out) == (3, "")
    assert "upheld doctor" in listed.err
    assert refund("doctor", fails=True).status == 3
    assert refund("doctor", "--repair").status == 0
    assert len(refund("list", "--json").json) == 4


def test_nothing_there_yet(upheld: Upheld, home: Path) -> None:
    before = sorted(home.rglob("*"))
    for words in (("doctor",), ("doctor", "--repair")):
        ran = upheld(*words)
        assert ran.status == 0
        assert "There is no book in" in ran.out
    assert sorted(home.rglob("*")) == before


def test_somebody_writes(refund: Upheld, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.cli.session.UNATTENDED", 0.01)
    with by_hand.opened(book) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert refund("doctor", fails=True).status == 75


def test_in_russian(refund: Upheld, damaged: Path) -> None:
    assert "--repair" in refund("doctor", "--lang", "ru").out


def test_a_repair_that_saves_nothing_says_so(refund: Upheld, book: Path) -> None:
    whole = book.read_bytes()
    for copy in (book.parent / "backups").iterdir():
        copy.unlink()
    book.write_bytes(whole[:PAGE] + bytes(len(whole) - PAGE))
    ran = refund("doctor", "--repair")
    assert ran.status == 1
    assert "Nothing of the damaged book could be saved." in ran.out
    assert "all whole" not in ran.out


def test_one_program_has_one_word_for_a_strange_file(refund: Upheld, book: Path) -> None:
    text(book)
    said = refund("list", fails=True).err, refund("doctor", fails=True).out
    assert all("another program wrote it, or its beginning is damaged" in each for each in said)


def test_a_folder_in_the_place_of_the_book(refund: Upheld, book: Path) -> None:
    a_folder(book)
    said = refund("list", fails=True).err, refund("doctor", fails=True).out
    assert all("upheld backup --restore" in each for each in said)
    assert not any("upheld doctor" in each for each in said)
