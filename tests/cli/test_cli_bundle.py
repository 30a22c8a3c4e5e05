"""`upheld export ID --bundle`: files, folders, pipes, and what is refused."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from bundle_read import read_bundle
from cli_ran import Upheld

MAIN = "import sys; from tui.cli.start import main; sys.exit(main())"


@pytest.fixture
def enclosed(refund: Upheld, home: Path) -> Upheld:
    """Case 1 with a profile and two texts."""
    refund("profile", "name=Ann Smith", "email=ann@example.org", on="")
    for name in ("one.txt", "two.txt"):
        (home / name).write_text(f"{name} of Ann")
    files = ("--file", str(home / "one.txt"), "--file", str(home / "two.txt"))
    assert refund("record", "1", "evidence", *files, on="").status == 0
    return refund


def test_into_a_folder_and_into_a_file(enclosed: Upheld, home: Path) -> None:
    ran = enclosed("export", "1", "--bundle", "-o", str(home))
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == f"Written to {home}/upheld-1-bundle-en.zip.\n"
    read = read_bundle(home / "upheld-1-bundle-en.zip")
    assert "AnnSmith" in read.text
    assert read.files["enclosures/02 two.txt"] == b"two.txt of Ann"
    mine = str(home / "mine.zip")
    told = enclosed("export", "1", "--bundle", "--lang", "ru", "-o", mine, "--json").json
    assert told == {"file": mine, "redacted": False, "enclosures": [1, 2]}
    assert "Хронология" in read_bundle(Path(mine)).text
    again = enclosed("export", "1", "--bundle", "-o", mine)
    assert (again.status, again.out) == (2, "")
    assert "exists" in again.err


def test_redacted_it_warns_and_tells_nothing(enclosed: Upheld, home: Path) -> None:
    asked = ("export", "1", "--bundle", "--redacted", "--with", "2", "-o", str(home), "--json")
    ran = enclosed(*asked)
    assert ran.json["enclosures"] == [2]
    assert "read it all" in ran.err
    read = read_bundle(Path(ran.json["file"]))
    assert "Ann" not in read.text.replace("two.txtofAnn", "")
    assert "enclosures/02.txt" in read.files
    assert not any("01" in name for name in read.files)


def test_into_a_pipe_whole(enclosed: Upheld) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", MAIN, "export", "1", "--bundle"],
        capture_output=True,
        check=True,
        timeout=60,
    )
    with ZipFile(io.BytesIO(ran.stdout)) as archive:
        assert archive.testzip() is None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("1", "--redacted"), "--bundle"),
        (("1", "--with", "1"), "--bundle"),
        (("1", "2", "--bundle"), "folder"),
        (("1", "1", "--bundle", "-o", "two.zip"), "folder"),
        (("1", "2", "--bundle", "--redacted", "--with", "1", "-o", "."), "one case"),
        (("--all", "--bundle"), "one case"),
        (("1", "--bundle", "--with", "1"), "redacted"),
        (("1", "--bundle", "--json"), "-o"),
        (("1", "--bundle", "-o", "here.pdf"), ".zip"),
        (("1", "--bundle", "-o", "no/where/a.zip"), "cannot be written"),
        (("1", "-o", "."), ".json"),
    ],
)
def test_what_is_refused(
    enclosed: Upheld, home: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(home)
    before = set(home.iterdir())
    ran = enclosed("export", *words)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert set(home.iterdir()) == before


def test_what_is_not_there(enclosed: Upheld, home: Path) -> None:
    where = ("--bundle", "--redacted", "-o", str(home))
    assert enclosed("export", "9", *where).status == 1
    assert enclosed("export", "1", "--with", "9", *where).status == 1


def test_no_bytes_for_a_terminal(enclosed: Upheld, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = io.StringIO()
    screen.isatty = lambda: True  # type: ignore[method-assign]
    monkeypatch.setattr(sys, "stdout", screen)
    ran = enclosed("export", "1", "--bundle")
    assert (ran.status, screen.getvalue()) == (2, "")
    assert "-o upheld-1-bundle-en.zip" in ran.err


def test_without_the_library_it_says_what_to_type(
    enclosed: Upheld, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fpdf", None)
    for ours in ("paper", "bundle_paper"):
        monkeypatch.delitem(sys.modules, f"tui.letters.export.{ours}", raising=False)
    before = set(home.iterdir())
    ran = enclosed("export", "1", "--bundle", "-o", str(home))
    assert (ran.status, ran.out) == (2, "")
    assert "[pdf]" in ran.err
    assert set(home.iterdir()) == before
