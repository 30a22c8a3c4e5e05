"""What others do to the file while it is open here."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from by_hand import kept, opened
from store_helpers import a_case, add, edit, open_at

from tui.store import database
from tui.store.contract import Store
from tui.store.errors import BrokenBook, NewerBook, StoreError
from tui.store.opening import BOOK


@pytest.fixture
def window(tmp_path: Path) -> Store:
    store = open_at(tmp_path / "data")
    add(store)
    return store


@pytest.fixture
def book(window: Store, tmp_path: Path) -> Path:
    return tmp_path / "data" / BOOK


@pytest.fixture
def other(window: Store, tmp_path: Path) -> Path:
    """Another book, of more changes: SQLite knows by their count that a file was overwritten."""
    for subject in ("Of the other", "More"):
        add(open_at(tmp_path / "other"), a_case(subject))
    return tmp_path / "other" / BOOK


def moved(book: Path, other: Path) -> None:
    """As a backup program, or a synchronised folder, puts a file in the place of another."""
    other.replace(book)


def copied(book: Path, other: Path) -> None:
    shutil.copyfile(other, book)


IN_PLACE = pytest.mark.parametrize("put", [moved, copied])
Put = Callable[[Path, Path], None]


@IN_PLACE
def test_another_book_in_its_place_is_seen(
    window: Store, book: Path, other: Path, put: Put
) -> None:
    put(book, other)
    assert window.poll() is True
    assert [card.subject for card in window.cards.values()] == ["Of the other", "More"]
    assert window.poll() is False


@IN_PLACE
def test_what_is_written_goes_to_the_book_that_is_there(
    window: Store, book: Path, other: Path, put: Put
) -> None:
    """And not into the file that has no name any more."""
    put(book, other)
    assert edit(window, 2, subject="Here").revision == 2
    assert [case.subject for case in window.all()] == ["Of the other", "Here"]
    assert open_at(book.parent).get(2).subject == "Here"


@IN_PLACE
def test_an_older_state_in_its_place_is_seen_whole(
    window: Store, book: Path, tmp_path: Path, put: Put
) -> None:
    older = Path(shutil.copy(book, tmp_path / "older"))
    edit(window, 1, subject="Newer")
    add(window)
    put(book, older)
    assert window.poll() is True
    assert [card.subject for card in window.cards.values()] == ["Roaming bill"]
    assert add(window)[0].id == 2


def test_another_state_with_later_changes_in_its_place_is_seen_whole(
    window: Store, book: Path, tmp_path: Path
) -> None:
    """The numbers of its changes say nothing: both began as one book."""
    shutil.copytree(book.parent, tmp_path / "copy")
    edit(window, 1, subject="Only here")
    for number in range(3):
        add(open_at(tmp_path / "copy"), a_case(f"Only there {number}"))
    moved(book, tmp_path / "copy" / BOOK)
    assert window.poll() is True
    assert [window.cards[number].subject for number in (1, 2)] == ["Roaming bill", "Only there 0"]


def just_before_the_turn(patch: pytest.MonkeyPatch, what: Callable[[], object]) -> None:
    """Let it happen when the window has looked which file it is, and begins to write."""
    real = database.Database._run

    def run(self: Any, statement: str, *args: Any, **kwargs: Any) -> Any:
        if statement == "BEGIN IMMEDIATE":
            patch.undo()
            what()
        return real(self, statement, *args, **kwargs)

    patch.setattr(database.Database, "_run", run)


def test_a_book_that_is_replaced_at_the_last_moment_is_the_one_that_is_written(
    window: Store, book: Path, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    just_before_the_turn(monkeypatch, lambda: moved(book, other))
    assert edit(window, 2, subject="Here").revision == 2
    assert open_at(book.parent).get(2).subject == "Here"


@pytest.mark.parametrize("what", ["gone", "a folder"])
def test_a_book_that_goes_at_the_last_moment_can_come_back(
    window: Store, book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    def go() -> None:
        book.rename(tmp_path / "away")
        if what == "a folder":
            book.mkdir()

    just_before_the_turn(monkeypatch, go)
    with pytest.raises(StoreError):
        edit(window, 1, subject="Into nothing")
    if book.exists():
        book.rmdir()
    (tmp_path / "away").rename(book)
    assert edit(window, 1, subject="Back").revision == 2


@pytest.mark.parametrize("is_whole_folder", [True, False])
@pytest.mark.parametrize("is_empty_there", [True, False])
def test_a_book_that_is_gone_is_not_begun_anew(
    window: Store, book: Path, tmp_path: Path, is_whole_folder: bool, is_empty_there: bool
) -> None:
    """A folder that was unmounted looks like an empty one."""
    assert list(window.cards) == [1]
    place = book.parent if is_whole_folder else book
    place.rename(tmp_path / "away")
    if is_empty_there:
        book.parent.mkdir(exist_ok=True)
    before = sorted(tmp_path.rglob("*"))
    for _ in range(2):
        for asking in (window.poll, lambda: window.get(1), lambda: edit(window, 1, details="x")):
            with pytest.raises(StoreError) as refused:
                asking()
            assert "is gone" in refused.value.sentence.text
    assert sorted(tmp_path.rglob("*")) == before
    assert list(window.cards) == [1]
    if is_whole_folder and is_empty_there:
        book.parent.rmdir()
    (tmp_path / "away").rename(place)
    assert edit(window, 1, subject="Back").revision == 2


def a_newer_upheld(book: Path) -> None:
    with opened(book) as db:
        db.execute("PRAGMA user_version = 99")


def cut_short(book: Path) -> None:
    book.write_bytes(book.read_bytes()[:5000])


def zeroed(book: Path) -> None:
    book.write_bytes(bytes(book.stat().st_size))


@pytest.mark.parametrize(
    ("spoil", "error"),
    [(a_newer_upheld, NewerBook), (cut_short, BrokenBook), (zeroed, StoreError)],
)
def test_a_book_that_breaks_is_not_written_over(
    window: Store, book: Path, spoil: Callable[[Path], None], error: type[StoreError]
) -> None:
    whole = book.read_bytes()
    spoil(book)
    broken = book.read_bytes()
    for _ in range(2):
        with pytest.raises(error):
            window.poll()
        with pytest.raises(error):
            edit(window, 1, subject="Over it")
    assert book.read_bytes() == broken
    assert window.cards[1].subject == "Roaming bill"
    book.write_bytes(whole)
    assert edit(window, 1, subject="Healed").revision == 2


def test_a_book_that_another_window_began_is_seen(tmp_path: Path) -> None:
    early = open_at(tmp_path)
    add(open_at(tmp_path))
    assert early.poll() is True
    assert list(early.cards) == [1]


def test_what_another_program_writes_is_seen_though_it_counts_no_change(
    window: Store, book: Path
) -> None:
    before = kept(book)
    with opened(book) as db:
        db.execute("INSERT INTO facts VALUES ('of another program', 'x')")
    window.poll()
    assert window.get(1).subject == "Roaming bill"
    assert kept(book) != before


def test_another_program_that_keeps_the_book_open_is_waited_for(window: Store, book: Path) -> None:
    with closing(sqlite3.connect(book, isolation_level=None)) as db:
        db.execute("BEGIN")
        db.execute("SELECT * FROM rows").fetchall()
        impatient = open_at(book.parent, patience=0)
        with pytest.raises(StoreError):
            edit(impatient, 1, subject="While it reads")
        assert impatient.get(1).subject == "Roaming bill"
        db.execute("COMMIT")
    assert edit(impatient, 1, subject="Now").revision == 2
