"""`upheld letter --format`: files, pipes and terminals."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from cli_ran import Upheld
from pypdf import PdfReader

MAIN = "import sys; from tui.cli.start import main; sys.exit(main())"


@pytest.fixture
def addressed(refund: Upheld) -> Upheld:
    """The same, with who writes and where to."""
    assert refund("profile", "name=Ann Smith", "email=ann@example.org", on="").status == 0
    refund("companies", "point", "Severmart", "email", "help@severmart.example")
    refund("companies", "point", "Severmart", "letter", "1 High Street, Leeds")
    return refund


@pytest.mark.parametrize(
    ("form", "start"),
    [("text", b"Subject: "), ("md", b"Ann Smith"), ("eml", b"From: "), ("pdf", b"%PDF"),
     ("docx", b"PK")],
)  # fmt: skip
def test_to_a_file(addressed: Upheld, tmp_path: Path, form: str, start: bytes) -> None:
    file = tmp_path / f"letter.{form}"
    ran = addressed("letter", "1", "--format", form, "-o", str(file))
    assert (ran.status, ran.out) == (0, "")
    assert str(file) in ran.err
    assert file.read_bytes().startswith(start)
    assert file.stat().st_mode & 0o777 == 0o600
    before = file.read_bytes()
    again = addressed("letter", "1", "--format", form, "-o", str(file), "--lang", "ru")
    assert (again.status, file.read_bytes()) == (2, before)
    assert "--force" in again.err


def test_into_a_pipe_as_it_is(addressed: Upheld) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", MAIN, "letter", "1", "--format", "pdf", "--lang", "ru"],
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert "Severmart" in PdfReader(io.BytesIO(ran.stdout)).pages[0].extract_text()


class _Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_no_bytes_for_a_terminal(
    addressed: Upheld, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = _Screen()
    monkeypatch.setattr(sys, "stdout", screen)
    ran = addressed("letter", "1", "--format", form)
    assert (ran.status, screen.getvalue()) == (2, "")
    assert f"-o upheld-1-request-en.{form}" in ran.err


@pytest.mark.parametrize("form", ["md", "eml"])
def test_a_text_is_harmless_on_a_terminal(
    addressed: Upheld, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    addressed("edit", "1", "details=a\x1b[31mb")
    screen = _Screen()
    monkeypatch.setattr(sys, "stdout", screen)
    assert addressed("letter", "1", "--format", form).status == 0
    assert "Ann Smith" in screen.getvalue()
    assert "\x1b" not in screen.getvalue()
    assert "\r" not in screen.getvalue()


def test_a_registered_letter(addressed: Upheld, tmp_path: Path) -> None:
    file = tmp_path / "letter.pdf"
    addressed("letter", "1", "--format", "pdf", "--channel", "letter", "-o", str(file))
    texts = [page.extract_text() for page in PdfReader(file).pages]
    assert ["List of enclosures" in text for text in texts] == [False, True, True]
    assert "1 High Street, Leeds" in texts[0]


def test_json_stays_as_it_is(addressed: Upheld, tmp_path: Path) -> None:
    file = tmp_path / "letter.pdf"
    plain = addressed("letter", "1", "--json").json
    assert addressed("letter", "1", "--json", "--format", "pdf", "-o", str(file)).json == plain
    assert file.read_bytes().startswith(b"%PDF")


def test_evidence_goes_along(addressed: Upheld, tmp_path: Path) -> None:
    receipt, mail = tmp_path / "receipt.txt", tmp_path / "mail.eml"
    receipt.write_text("paid")
    nothing = addressed("letter", "1", "--format", "eml", "--enclose")
    assert (nothing.status, nothing.out) == (2, "")
    addressed("record", "1", "evidence", "--file", str(receipt))
    asked = ("letter", "1", "--format", "eml", "--enclose", "-o", str(mail))
    assert addressed(*asked).status == 0
    assert b'filename="receipt.txt"' in mail.read_bytes()
    refused = addressed("letter", "1", "--format", "pdf", "--enclose")
    assert (refused.status, refused.out) == (2, "")
    assert "--format eml" in refused.err


def test_a_call_sheet_is_text(addressed: Upheld) -> None:
    ran = addressed("letter", "1", "--channel", "phone", "--format", "pdf")
    assert (ran.status, ran.out) == (2, "")
    assert "--format" in ran.err


def test_a_mail_says_where_it_would_go(refund: Upheld) -> None:
    refund("profile", "email=ann@example.org", on="")
    assert "companies point" in refund("letter", "1", "--format", "eml").err


def test_without_the_library_it_says_what_to_type(
    addressed: Upheld, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fpdf", None)
    monkeypatch.delitem(sys.modules, "tui.letters.export.paper", raising=False)
    ran = addressed("letter", "1", "--format", "pdf")
    assert (ran.status, ran.out) == (2, "")
    assert "pip install" in ran.err
    assert "[pdf]" in ran.err
    assert ran.err.count("\n") == 1


def test_a_plain_letter_loads_no_library(addressed: Upheld) -> None:
    code = f"{MAIN[: MAIN.index('sys.exit')]}main(); print(*sys.modules, file=sys.stderr)"
    ran = subprocess.run(
        [sys.executable, "-c", code, "letter", "1"],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert "tui.letters.write" in ran.stderr.split()
    assert not {"fpdf", "docx", "PIL", "fontTools"} & set(ran.stderr.split())
