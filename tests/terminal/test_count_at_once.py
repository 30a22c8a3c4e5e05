"""How many, for a shell prompt: said at once, and only while it is true."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from msgspec.structs import replace

from tui.clock import SystemClock
from tui.desk.keeping.sample_book import fill_with_sample
from tui.store.contract import Change
from tui.store.opening import open_store
from tui.terminal.kept import key_of

CODE = (
    "import sys; from tui.cli.start import main; status = main(['today', '--count']);"
    "print('click' in sys.modules, file=sys.stderr); sys.exit(status)"
)


def asked(home: Path) -> tuple[str, int, bool]:
    """What is printed, the exit status, and whether the book was read for it."""
    told = subprocess.run(
        [sys.executable, "-c", CODE], cwd=Path(__file__).parents[2], check=False,
        env={**os.environ, "HOME": str(home), "UPHELD_DATA": str(home / "book")},
        capture_output=True, text=True,
    )  # fmt: skip
    return told.stdout, told.returncode, told.stderr == "True\n"


def test_it_is_kept_until_the_book_is_another(tmp_path: Path) -> None:
    if time.time() % 900 > 880:
        pytest.skip("the quarter of an hour is about to end, and with it what was kept")
    store = open_store(tmp_path / "book", at=SystemClock().now)
    fill_with_sample(store, SystemClock())
    first = asked(tmp_path)
    assert first[2]
    assert first[0].startswith("!")
    again = asked(tmp_path)
    assert again[:2] == first[:2]
    assert not again[2]
    with store.writing(Change(verb="edit", case=1, at=SystemClock().now())) as book:
        book.put(replace(book.case(1), subject="Another"))
    store.close()
    assert asked(tmp_path) == first


def test_it_depends_on_the_last_change_of_the_book_and_on_nobody_writing(tmp_path: Path) -> None:
    book, journal, config = (tmp_path / name for name in ("book.db", "book.db-journal", "config"))
    journal.touch()

    def key(changes: int, term: str = "xterm") -> str:
        book.write_bytes(bytes(24) + changes.to_bytes(4, "big") + bytes(72))
        return key_of(str(tmp_path), str(config), (80, 24), {"TERM": term}, "1")

    first = key(7)
    assert first
    assert key(7) == first
    assert len({first, key(8), key(7, term="linux")}) == 3
    config.touch()
    assert key(7) != first
    journal.write_bytes(b"half a change")
    assert key(7) == ""
