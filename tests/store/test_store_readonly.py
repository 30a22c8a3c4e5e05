"""What cannot be written can be read, and says so to whoever tries to write."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from store_helpers import cut_off, edit, files_in, open_at
from store_verbs import company, two_cases
from store_visitors import NOBODY, seen_read_only, visit

from tui.store.errors import StoreReadOnly
from tui.store.opening import BOOK

READ_ONLY = ["StoreReadOnly"] * 7  # store_worker.py has the attempts


@pytest.fixture
def folder() -> Iterator[Path]:
    """Where others come in, unlike in the folders of pytest."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        yield Path(place) / "data"


def a_book(folder: Path) -> list[object]:
    """What anybody should read in it."""
    two_cases(folder)
    store = open_at(folder)
    company(store, folder)
    store.drafts.keep("letter", {"text": "theirs"})
    return [2, 1, ["one", "two"], ["Meteor"], 3, ["letter"], False]


def modes(folder: Path, of_files: int, of_folders: int) -> None:
    for path in [folder, *folder.rglob("*")]:
        path.chmod(of_folders if path.is_dir() else of_files)


def visitor() -> int:
    """Root may write everywhere, anybody else only where the mode says so."""
    return NOBODY if os.geteuid() == 0 else os.geteuid()


@pytest.mark.parametrize(
    ("mode", "has_journal"),
    # An empty journal that one may write is all that SQLite needs.
    [(0o444, True), (0o444, False), (0o666, False)],
    ids=["with a journal", "without", "the folder alone"],
)
def test_a_folder_of_somebody_else(folder: Path, mode: int, has_journal: bool) -> None:
    expected = a_book(folder)
    journal = folder / f"{BOOK}-journal"
    assert journal.stat().st_size == 0
    if not has_journal:
        journal.unlink()
    modes(folder, mode, 0o555)
    before = files_in(folder)
    assert visit(folder, visitor()) == (expected, READ_ONLY)
    assert files_in(folder) == before
    modes(folder, 0o600, 0o700)
    assert edit(open_at(folder), 1, subject="By the owner").revision == 3


def test_a_book_alone_that_is_read_only(folder: Path) -> None:
    expected = a_book(folder)
    modes(folder, 0o444, 0o777)
    before = (folder / BOOK).read_bytes()
    read, refused = visit(folder, visitor())
    assert read == expected
    assert refused[:5] == READ_ONLY[:5]  # drafts are files of their own
    assert (folder / BOOK).read_bytes() == before


def test_a_disk_that_is_read_only(tmp_path: Path) -> None:
    folder, view = tmp_path / "data", tmp_path / "view"
    expected = a_book(folder)
    before = files_in(folder)
    with seen_read_only(folder, view):
        window = open_at(view)
        assert visit(view, 0) == (expected, READ_ONLY)
        assert files_in(folder) == before
        edit(open_at(folder), 1, subject="By who may write")
        assert window.poll() is True
        assert window.get(1).subject == "By who may write"


def test_a_place_where_no_book_can_be_made(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o555)
    read, refused = visit(folder, visitor())
    assert read == [0, 0, [], [], 0, [], False]
    assert set(refused) == {"StoreReadOnly", "NotFound", ""}
    assert list(folder.iterdir()) == []


def test_a_change_that_was_cut_off_waits_for_somebody_who_may_write(tmp_path: Path) -> None:
    """To read the book as it lies there would be to read half a change."""
    folder, view = tmp_path / "data", tmp_path / "view"
    a_book(folder)
    cut_off(folder / BOOK)
    before = files_in(folder)
    with seen_read_only(folder, view):
        with pytest.raises(StoreReadOnly) as refused:
            open_at(view)
        assert "in the middle of a change" in refused.value.sentence.text
        assert files_in(folder) == before
        assert open_at(folder).get(1).details == "old"
        assert open_at(view).get(1).details == "old"
