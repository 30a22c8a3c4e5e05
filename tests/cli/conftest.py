"""The command line as a person uses it: words in, a status and two streams out."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from cli_ran import TODAY, Ran, Upheld

from tui.cli.start import main


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own: nothing of this machine is read or written."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    for name in ("UPHELD_DATA", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("LANGUAGE", "")  # put back afterwards: the command line sets it
    return tmp_path


@pytest.fixture
def upheld(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Upheld:
    """Run one command in this process, as of `on`; no status above 2 passes unseen."""

    def run(*args: str, on: str = TODAY, stdin: str | bytes = "", fails: bool = False) -> Ran:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))
        capsys.readouterr()
        status = main([*(["--on", on] if on else []), *args])
        ran = Ran(status, *capsys.readouterr())
        assert status <= 2 or fails, ran.err
        return ran

    return run


@pytest.fixture
def refund(upheld: Upheld) -> Upheld:
    """The same, with case 1 in the book: a refund that Severmart owes."""
    facts = {
        "--company": "Severmart",
        "--subject": "Refund for a broken kettle",
        "--problem": "refund",
        "--country": "GB-SCT",
        "--amount": "124.90 GBP",
        "--identifier": "order=4821-77",
        "--details": "The kettle arrived broken on 2 November.",
        "--result": "Refund £124.90 to my card by 1 December 2026.",
    }
    assert upheld("add", *(word for pair in facts.items() for word in pair)).status == 0
    return upheld
