"""`upheld evidence`: list, read, quote and take out."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_ran import Upheld
from PIL import Image


@pytest.fixture
def enclosed(refund: Upheld, home: Path) -> Upheld:
    """Case 1 with a log and a photo."""
    (home / "app.log").write_text("one\n\x1b[2Jtwo\nthree\n")
    exif = Image.Exif()
    exif[0x010F] = "Anna was here"
    Image.new("RGB", (8, 8), (255, 0, 0)).save(home / "photo.jpg", exif=exif)
    files = ("--file", str(home / "app.log"), "--file", str(home / "photo.jpg"))
    assert refund("record", "1", "evidence", *files, on="").status == 0
    return refund


def test_the_list_says_what_there_is(enclosed: Upheld) -> None:
    log, photo = enclosed("evidence", "1").out.splitlines()
    assert log.split()[:5] == ["1", "app.log", "1", "KB", "3"]
    assert "photo.jpg" in photo
    first, second = enclosed("evidence", "1", "--json").json
    assert first.keys() == {
        "number", "name", "kind", "size", "lines", "sha256", "event", "at", "trouble",
    }  # fmt: skip
    assert (first["kind"], first["lines"], second["kind"]) == ("text", 3, "picture")


def test_a_text_is_read_and_quoted_without_harm(enclosed: Upheld) -> None:
    assert enclosed("evidence", "1", "1").out == "one\n␛[2Jtwo\nthree\n"
    quote = "Enclosure 1, app.log, lines 1-2:\n> one\n> ␛[2Jtwo\n"
    assert enclosed("evidence", "1", "1", "--lines", "1-2").out == quote
    told = enclosed("evidence", "1", "1", "--lines", "1-2", "--json").json
    assert told == {"number": 1, "first": 1, "last": 2, "text": quote.rstrip("\n")}


def test_another_file_says_what_is_known(enclosed: Upheld) -> None:
    ran = enclosed("evidence", "1", "2")
    assert ran.out.splitlines()[0] == "2. photo.jpg"
    assert "SHA-256 " in ran.out


def test_copies_go_without_hidden_data(enclosed: Upheld, home: Path) -> None:
    ran = enclosed("evidence", "1", "--export", str(home / "out"))
    assert ran.out.splitlines() == [f"{home}/out/01 app.log", f"{home}/out/02 photo.jpg"]
    with Image.open(home / "out" / "02 photo.jpg") as photo:
        assert dict(photo.getexif()) == {}
    told = enclosed("evidence", "1", "2", "--export", str(home / "out"), "--hidden", "--json").json
    (again,) = told["files"]
    assert again.endswith("02 photo-2.jpg")
    with Image.open(again) as photo:
        assert dict(photo.getexif()) == {0x010F: "Anna was here"}


def test_a_case_without_evidence_says_how_to_add_it(refund: Upheld) -> None:
    ran = refund("evidence", "1")
    assert (ran.status, ran.out) == (0, "")
    assert "upheld record 1 evidence --file FILE" in ran.err
    assert refund("evidence", "1", "--json").json == []


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("7",), 1),
        (("1", "9"), 1),
        (("1", "1", "--lines", "x"), 2),
        (("1", "1", "--lines", "2-9"), 2),
        (("1", "2", "--lines", "1"), 2),
        (("1", "--lines", "1"), 2),
        (("1", "--export", "/proc/nowhere"), 2),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    enclosed: Upheld, words: tuple[str, ...], status: int
) -> None:
    ran = enclosed("evidence", *words)
    assert (ran.status, ran.out) == (status, "")
    assert len(ran.err.splitlines()) == 1


def test_a_missing_file_is_said(enclosed: Upheld, home: Path) -> None:
    for file in (home / "data" / "upheld" / "evidence").iterdir():
        file.unlink()
    assert "cannot be read" in enclosed("evidence", "1").out
    assert enclosed("evidence", "1", "1").status == 1
    ran = enclosed("evidence", "1", "--export", str(home / "out"), fails=True)
    assert ran.status == 3
    assert not (home / "out").exists()
