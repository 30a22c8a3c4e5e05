"""What others do to the file while it is open here."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from store_helpers import add, edit, open_at

from tui.store.contract import Store
from tui.store.errors import BrokenBook, StoreError


@pytest.fixture
def window(tmp_path: Path) -> Store:
    store = open_at(tmp_path)
    add(store)
    return store


@pytest.fixture
def book(window: Store, tmp_path: Path) -> Path:
    return tmp_path / "book.json"


@pytest.mark.parametrize(
    ("old", "new"),
    [(b'"format":1', b'"format":0'), (b'"Roaming bill"', b"5"), (b"}}", b"")],
    ids=["a wrong format", "a wrong case", "cut off"],
)
def test_a_book_that_breaks_is_not_written_over(
    window: Store, book: Path, old: bytes, new: bytes
) -> None:
    whole = book.read_bytes()
    broken = whole.replace(old, new)
    assert broken != whole
    book.write_bytes(broken)
    for _ in range(2):
        with pytest.raises(BrokenBook):
            window.poll()
        with pytest.raises(BrokenBook):
            edit(window, 1, subject="Over it")
    assert book.read_bytes() == broken
    assert window.get(1).subject == "Roaming bill"
    book.write_bytes(whole)
    assert edit(window, 1, subject="Healed").revision == 2


def test_a_book_that_is_gone_is_not_begun_anew(window: Store, book: Path) -> None:
    """A folder that was unmounted looks like an empty one."""
    whole = book.read_bytes()
    book.unlink()
    with pytest.raises(StoreError):
        window.poll()
    with pytest.raises(StoreError):
        edit(window, 1, subject="Anew")
    assert not book.exists()
    book.write_bytes(whole)
    assert edit(window, 1, subject="Back").revision == 2


def test_a_book_that_another_window_began_is_seen(tmp_path: Path) -> None:
    early = open_at(tmp_path)
    add(open_at(tmp_path))
    assert early.poll() is True
    assert list(early.cards) == [1]


def test_a_change_is_seen_though_the_file_looks_the_same(window: Store, book: Path) -> None:
    """Same inode, time and size, as where the clock is coarse and inodes are used again."""
    before, whole = book.stat(), book.read_bytes()
    book.write_bytes(
        whole.replace(b'"serial":1', b'"serial":2').replace(b"Roaming bill", b"Roaming bull")
    )
    os.utime(book, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = book.stat()
    assert (after.st_ino, after.st_size) == (before.st_ino, before.st_size)
    assert window.poll() is True
    assert window.get(1).subject == "Roaming bull"


def test_the_book_before_its_last_change_is_kept_beside(window: Store, book: Path) -> None:
    whole = book.read_bytes()
    book.chmod(0o644)
    window.poll()
    edit(window, 1, subject="Last")
    book.write_bytes(b"spoiled")
    backup = book.with_name("book.json.bak")
    assert backup.read_bytes() == whole
    assert backup.stat().st_mode & 0o777 == 0o600
    backup.replace(book)
    assert open_at(book.parent).get(1).subject == "Roaming bill"
