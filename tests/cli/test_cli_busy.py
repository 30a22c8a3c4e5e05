"""A book that somebody else keeps locked: a bounded wait, one sentence, status 75."""

from __future__ import annotations

import io
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from by_hand import kept
from cli_ran import Upheld

from tui.cli import session

WORDS = [("edit", "1", "urgency=low"), ("record", "1", "note", "--text", "x"), ("undo",)]


@pytest.fixture
def locked(refund: Upheld, home: Path) -> Iterator[Path]:
    """The book, while another process writes."""
    (book,) = home.rglob("book.db")
    with closing(sqlite3.connect(book, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield book


@pytest.mark.parametrize("words", WORDS, ids=lambda words: words[0])
def test_it_says_so_and_loses_nothing(
    refund: Upheld, locked: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "UNATTENDED", 0.01)
    before = kept(locked)
    ran = refund(*words, fails=True)
    assert (ran.status, ran.out) == (75, "")
    assert ran.err.count("\n") == 1
    assert kept(locked) == before


def test_what_only_reads_waits_for_nobody(refund: Upheld, locked: Path) -> None:
    for words in (("list",), ("show", "1"), ("today",)):
        assert refund(*words).status == 0


def test_nobody_looks_on_and_it_waits_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    assert session._patience() == 30
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert session._patience() == 5


def test_who_was_quicker_is_no_trouble_of_the_store(
    refund: Upheld, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("anna", "boris"):
        monkeypatch.setenv("LOGNAME", name)
        assert refund("edit", "1", f"details=by {name}").status == 0
    monkeypatch.setenv("LOGNAME", "anna")
    ran = refund("undo", fails=True)
    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert refund("show", "1", "--json").json["details"] == "by boris"
