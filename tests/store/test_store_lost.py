"""A book that is lost: nobody begins another one in its place, and a copy comes back."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from by_hand import opened
from store_helpers import NOON, a_case, add, cut_off, edit, files_in, open_at

from tui.store.copies.listing import Restored
from tui.store.doctor import examine
from tui.store.errors import BrokenBook, NewerBook, StoreError
from tui.store.opening import BOOK, backups_of
from tui.store.repair import repair

TODAY = str(NOON.date())
KEPT = "book.db.damaged-20261122-120000"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A book with its copy of the day, in which the case is called First."""
    folder = tmp_path / "data"
    store = open_at(folder)
    add(store, a_case("First"))
    store.backups.make()
    edit(store, 1, subject="Second", details="details " * 3000)
    return folder


def restored(folder: Path, name: str = TODAY) -> Restored:
    return backups_of(folder, lambda: NOON, 5).restore(name)


def gone(book: Path) -> None:
    book.unlink()


def emptied(book: Path) -> None:
    book.write_bytes(b"")


@pytest.mark.parametrize("lose", [gone, emptied])
def test_a_lost_book_is_not_begun_anew(folder: Path, lose: Callable[[Path], None]) -> None:
    lose(folder / BOOK)
    before = files_in(folder)
    with pytest.raises(StoreError) as refused:
        open_at(folder)
    assert refused.value.sentence.values["name"] == TODAY
    report = examine(folder)
    assert report.findings[0].text == refused.value.sentence
    assert (report.findings[0].severity, report.is_readable) == ("error", False)
    with pytest.raises(StoreError):
        repair(folder, NOON)
    assert files_in(folder) == before
    (folder / "backups").rename(folder / "away")
    assert len(open_at(folder).cards) == 0
    add(open_at(folder))


def test_the_copy_that_is_named_is_a_whole_one(folder: Path) -> None:
    (folder / BOOK).unlink()
    whole = folder / "backups" / f"{TODAY}.db"
    shutil.copy(whole, folder / "backups" / "2026-11-20.db")
    os.truncate(whole, 5000)
    with pytest.raises(StoreError) as refused:
        open_at(folder)
    assert refused.value.sentence.values["name"] == "2026-11-20"


def test_a_window_does_not_fill_a_book_that_was_emptied(folder: Path) -> None:
    store = open_at(folder)
    emptied(folder / BOOK)
    with pytest.raises(StoreError):
        add(store, a_case("Over it"))
    assert (folder / BOOK).read_bytes() == b""


def a_page_of_zeros(book: Path) -> None:
    data = book.read_bytes()
    page = data.index(b"details " * 400) // 4096 + 1
    book.write_bytes(data[: page * 4096] + bytes(4096) + data[(page + 1) * 4096 :])


def a_wrong_checksum(book: Path) -> None:
    with opened(book) as db:
        db.execute("UPDATE rows SET crc = crc + 1")


def a_text(book: Path) -> None:
    book.write_text("My shopping list")


def one_byte(book: Path) -> None:
    book.write_bytes(b"x")


def foreign(book: Path) -> None:
    book.unlink()
    with opened(book) as db:
        db.execute("CREATE TABLE theirs (text)")


def foreign_and_cut_off(book: Path) -> None:
    foreign(book)
    cut_off(book)


def no_head(book: Path) -> None:
    book.write_bytes(bytes(4096) + book.read_bytes()[4096:])


def damaged_and_cut_off(book: Path) -> None:
    """SQLite takes the change back at once, and it is damaged all the same."""
    cut_off(book)
    a_page_of_zeros(book)


def emptied_and_cut_off(book: Path) -> None:
    cut_off(book)
    emptied(book)


DAMAGED = (
    emptied, a_page_of_zeros, a_wrong_checksum, a_text, one_byte, foreign, foreign_and_cut_off,
    no_head,
    damaged_and_cut_off,
    emptied_and_cut_off,
)  # fmt: skip


@pytest.mark.parametrize("spoil", DAMAGED)
def test_a_copy_comes_back_over_what_is_no_whole_book(
    folder: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(folder / BOOK)
    before = files_in(folder)
    done = restored(folder)
    assert (done.kept, done.before) == (folder / KEPT, None)
    assert open_at(folder).get(1).subject == "First"
    after = files_in(folder)
    assert after[KEPT] == before[BOOK]
    assert after.get(f"{KEPT}-journal", b"") == before.get(f"{BOOK}-journal", b"")
    assert not list(folder.glob("*.new*"))
    assert examine(folder).is_well


def test_a_copy_comes_back_where_a_folder_is(folder: Path) -> None:
    gone(folder / BOOK)
    (folder / BOOK).mkdir()
    (folder / BOOK / "inside").write_text("precious")
    assert restored(folder).kept == folder / KEPT
    assert (folder / KEPT / "inside").read_text() == "precious"
    assert open_at(folder).get(1).subject == "First"


def test_no_journal_that_stayed_behind_is_played_back(folder: Path) -> None:
    cut_off(folder / BOOK)
    journal = (folder / f"{BOOK}-journal").read_bytes()
    gone(folder / BOOK)
    assert restored(folder).kept == folder / f"{KEPT}-journal"
    assert (folder / f"{KEPT}-journal").read_bytes() == journal
    assert open_at(folder).get(1).subject == "First"
    assert examine(folder).is_well


def test_a_linked_book_stays_linked(folder: Path, tmp_path: Path) -> None:
    (folder / BOOK).rename(tmp_path / "real.db")
    (folder / BOOK).symlink_to(tmp_path / "real.db")
    a_text(tmp_path / "real.db")
    kept = restored(folder).kept
    assert kept == tmp_path / "real.db.damaged-20261122-120000"
    assert (folder / BOOK).is_symlink()
    assert open_at(folder).get(1).subject == "First"


def test_a_window_follows(folder: Path) -> None:
    store = open_at(folder)
    a_text(folder / BOOK)
    restored(folder)
    store.poll()
    assert store.get(1).subject == "First"
    edit(store, 1, subject="Third")
    assert open_at(folder).get(1).subject == "Third"


def test_a_whole_book_is_copied_before(folder: Path) -> None:
    done = restored(folder)
    assert (done.kept, done.before and done.before.name) == (
        None, "before-restore-2026-11-22-120000",
    )  # fmt: skip


def test_a_book_that_was_cut_off_is_whole(folder: Path) -> None:
    cut_off(folder / BOOK)
    done = restored(folder)
    assert (done.kept, bool(done.before)) == (None, True)
    assert not list(folder.glob("*damaged*"))


def test_a_newer_book_stays(folder: Path) -> None:
    with opened(folder / BOOK) as db:
        db.execute("PRAGMA user_version = 99")
    before = files_in(folder)
    with pytest.raises(NewerBook):
        restored(folder)
    assert files_in(folder) == before


@pytest.mark.parametrize("spoil", DAMAGED)
def test_a_damaged_copy_takes_no_place(folder: Path, spoil: Callable[[Path], None]) -> None:
    a_wrong_checksum(folder / "backups" / f"{TODAY}.db")
    spoil(folder / BOOK)
    before = files_in(folder)
    with pytest.raises(BrokenBook):
        restored(folder)
    assert files_in(folder) == before


@pytest.mark.parametrize("spoil", [a_page_of_zeros, a_wrong_checksum])
def test_nothing_is_written_into_a_damaged_book(
    folder: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(folder / BOOK)
    for path in (folder / "backups").iterdir():
        path.unlink()
    before = files_in(folder)
    store = open_at(folder)
    for _ in range(2):  # it does not give in
        with pytest.raises(BrokenBook) as refused:
            add(store, a_case("Into it"))
        assert refused.value.sentence.values["file"] == str(folder / BOOK)
    assert files_in(folder) == before


@pytest.mark.parametrize("spoil", [a_page_of_zeros, a_wrong_checksum, a_text])
def test_a_damaged_book_is_copied_elsewhere_as_it_is(
    folder: Path, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(folder / BOOK)
    (folder / "evidence").mkdir()
    (folder / "evidence" / ("0" * 64)).write_text("proof")
    with pytest.raises(BrokenBook):
        backups_of(folder, lambda: NOON, 5).whole(tmp_path / "there")
    there = files_in(tmp_path / "there")
    assert there[BOOK] == (folder / BOOK).read_bytes()
    assert there[f"evidence/{'0' * 64}"] == b"proof"
