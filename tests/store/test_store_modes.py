"""Private files and folders, shared ones, links, and what a killed process left."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from by_hand import rows_in
from store_helpers import a_case, add, change, edit, open_at
from store_verbs import an_earlier_book
from store_visitors import GUESTS, TEAM, only_root, visit

from tui.store.errors import StoreBusy, StoreError
from tui.store.opening import BOOK


@pytest.fixture(params=[0o000, 0o077], ids=["umask 000", "umask 077"])
def any_umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


@pytest.fixture
def board() -> Iterator[Path]:
    """A folder that was given to a group, in a place where everybody comes."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        folder = Path(place) / "board"
        folder.mkdir()
        if os.geteuid() == 0:
            os.chown(folder, 0, TEAM)
        folder.chmod(0o2770)
        yield folder


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o7777


def modes(folder: Path) -> tuple[set[int], set[int]]:
    """Of the files, and of the folders."""
    below = [folder, *folder.rglob("*")]
    files = {mode(path) for path in below if path.is_file()}
    return files, {mode(path) for path in below if path.is_dir()}


def everything(folder: Path, proof: Path) -> set[str]:
    """Let the store make all that it ever makes; the names of the files."""
    proof.write_text("proof")
    store = open_at(folder)
    add(store)
    edit(store, 1, subject="Again")
    with store.writing(change()) as book:
        book.add(a_case(evidence=(book.put_evidence(proof, 1),)))
    store.drafts.keep("letter", {"subject": "x"})
    return {path.name for path in folder.rglob("*") if path.is_file()}


@pytest.mark.usefixtures("any_umask")
def test_everything_is_for_its_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there" / "yet"
    names = everything(folder, tmp_path / "proof")
    assert modes(tmp_path / "not") == ({0o600}, {0o700})
    assert {BOOK, f"{BOOK}-journal", "book.lock", "2026-11-22.db", "2026-11-22.json"} < names
    assert len(names) == 8  # and a piece of evidence, a draft, and the sign of its window
    assert not any(name.endswith(".tmp") for name in names)


@pytest.mark.usefixtures("any_umask")
def test_a_book_that_is_taken_over_is_for_its_owner_only(tmp_path: Path) -> None:
    an_earlier_book(tmp_path / "data")
    assert len(open_at(tmp_path / "data").cards) == 1
    for name in (BOOK, f"{BOOK}-journal", "book.lock"):
        assert mode(tmp_path / "data" / name) == 0o600


@pytest.mark.usefixtures("any_umask")
def test_everything_on_a_shared_board_is_for_its_group(board: Path, tmp_path: Path) -> None:
    everything(board, tmp_path / "proof")
    assert modes(board) == ({0o660}, {0o2770})


def test_a_mode_that_somebody_gave_stays(tmp_path: Path) -> None:
    """Whoever lets others read the book, as another program may need, is not overruled."""
    add(open_at(tmp_path))
    book, journal = tmp_path / BOOK, tmp_path / f"{BOOK}-journal"
    journal.unlink()
    book.chmod(0o644)
    tmp_path.chmod(0o755)
    edit(open_at(tmp_path), 1, subject="Again")
    assert (mode(book), mode(journal), mode(tmp_path)) == (0o644, 0o644, 0o755)


def test_people_of_a_group_write_one_book_and_have_drafts_of_their_own(board: Path) -> None:
    only_root()
    add(open_at(board))
    (board / "proof").write_text("proof")
    for guest in (*GUESTS, *GUESTS):
        read, refused = visit(board, guest, TEAM, who=f"guest {guest}")
        assert read[0] > 0
        assert refused == [""] * 7
    store = open_at(board)
    assert len(store.cards) == 5  # each added one each time
    assert edit(store, 1, subject="By root").details.endswith("mine")
    (board / "proof").unlink()
    assert modes(board) == ({0o660}, {0o2770})
    assert {path.stat().st_gid for path in board.rglob("*")} == {TEAM}
    people = [f"guest%20{guest}" for guest in GUESTS]
    assert sorted(path.name for path in (board / "drafts").iterdir()) == people


def test_who_is_not_of_the_group_reads_nothing(board: Path) -> None:
    only_root()
    add(open_at(board))
    assert visit(board, GUESTS[0], GUESTS[0], who="stranger") == ([], ["StoreError"])


def test_drafts_alone_make_a_private_folder(tmp_path: Path) -> None:
    open_at(tmp_path / "data").drafts.keep("letter", {"subject": "x"})
    assert modes(tmp_path / "data") == ({0o600}, {0o700})


def test_reading_makes_nothing(tmp_path: Path) -> None:
    store = open_at(tmp_path / "data")
    assert store.poll() is False
    assert store.drafts.keys() == ()
    assert store.drafts.recall("letter") is None
    assert not (tmp_path / "data").exists()


def test_a_linked_book_stays_linked(tmp_path: Path) -> None:
    real, here = tmp_path / "real", tmp_path / "here"
    add(open_at(real))
    here.mkdir()
    (here / BOOK).symlink_to(real / BOOK)
    edit(open_at(here), 1, subject="Through the link")
    assert (here / BOOK).is_symlink()
    assert open_at(real).get(1).subject == "Through the link"
    # One book, one turn, whichever way one comes.
    impatient = open_at(here, patience=0)
    with open_at(real).writing(change()), pytest.raises(StoreBusy):
        edit(impatient, 1, subject="At the same time")


def test_a_link_to_nothing_is_no_place_for_a_new_book(tmp_path: Path) -> None:
    """The disk that it is on may come back."""
    (tmp_path / BOOK).symlink_to(tmp_path / "away" / BOOK)
    with pytest.raises(StoreError) as refused:
        open_at(tmp_path)
    assert refused.value.sentence.values["target"] == str(tmp_path / "away" / BOOK)
    assert not (tmp_path / "away").exists()


def test_links_where_files_are_made_are_not_followed(tmp_path: Path) -> None:
    store = open_at(tmp_path / "data")
    add(store)
    precious, proof = tmp_path / "precious", tmp_path / "proof"
    precious.write_text("mine")
    (tmp_path / "data" / "evidence").mkdir()
    (tmp_path / "data" / "evidence" / "incoming.tmp").symlink_to(precious)
    (tmp_path / "data" / f"{BOOK}-journal").unlink()
    (tmp_path / "data" / f"{BOOK}-journal").symlink_to(precious)
    with pytest.raises(StoreError):
        edit(open_at(tmp_path / "data"), 1, subject="New")
    (tmp_path / "data" / f"{BOOK}-journal").unlink()
    everything(tmp_path / "data", proof)
    assert precious.read_text() == "mine"
    assert rows_in(tmp_path / "data" / BOOK)["cases"][1]["subject"] == "Again"
