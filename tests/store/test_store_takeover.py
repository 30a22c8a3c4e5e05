"""A book of the earlier store becomes one of today by itself, and the old file is kept."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from by_hand import kept, rows_in
from store_helpers import add, edit, files_in, open_at

from tui.cases.card import card_of
from tui.cases.errors import NotFound
from tui.store.errors import BrokenBook, NewerBook, StoreError
from tui.store.opening import BOOK

EARLIER = Path(__file__).with_name("earlier") / "book.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder as the earlier Upheld left it."""
    shutil.copy(EARLIER, tmp_path / "book.json")
    (tmp_path / "book.lock").touch()
    return tmp_path


def _plain() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(EARLIER.read_text())
    return found


def _numbers(rows: dict[str, Any]) -> dict[int, Any]:
    return {int(number): row for number, row in rows.items()}


def test_every_document_is_taken_over_as_it_was(folder: Path) -> None:
    store = open_at(folder)
    before, found = _plain(), rows_in(folder / BOOK)
    assert found == {name: _numbers(before[name]) for name in ("cases", "companies", "reminders")}
    assert dict(store.cards) == {case.id: card_of(case) for case in store.all()}
    assert [card.company for card in store.cards.values()] == ["Ромашка", "Meteor"]
    assert str(store.get(1).amount.value) == "124.90"  # type: ignore[union-attr]


def test_the_old_file_is_kept_byte_for_byte_under_another_name(folder: Path) -> None:
    open_at(folder)
    assert (folder / "book.json.taken-over").read_bytes() == EARLIER.read_bytes()
    assert not (folder / "book.json").exists()
    before = kept(folder / BOOK)
    assert list(open_at(folder).cards) == [1, 2]
    assert kept(folder / BOOK) == before


def test_a_number_that_was_taken_back_is_not_given_again(folder: Path) -> None:
    assert _plain()["meta"]["1"]["next_id"] == 4
    (case,) = add(open_at(folder))
    assert case.id == 4


def test_undo_begins_anew(folder: Path) -> None:
    store = open_at(folder)
    with pytest.raises(NotFound):
        store.undo()
    edit(store, 1, subject="Since")
    assert store.undo().verb == "edit"
    with pytest.raises(NotFound):
        store.undo()


def test_interrupted_before_the_old_file_had_its_new_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", interrupted)
        with pytest.raises(StoreError):
            open_at(folder)
    assert (folder / "book.json").exists()
    assert list(open_at(folder).cards) == [1, 2]
    assert (folder / "book.json.taken-over").read_bytes() == EARLIER.read_bytes()


def test_an_old_book_that_comes_back_later_is_neither_taken_nor_lost(folder: Path) -> None:
    """An older Upheld was started once more: it made a book of its own."""
    edit(open_at(folder), 1, subject="Newer")
    other = _plain()
    other["cases"]["1"]["subject"] = "Of the older program"
    (folder / "book.json").write_text(json.dumps(other))
    assert open_at(folder).get(1).subject == "Newer"
    assert json.loads((folder / "book.json").read_text()) == other


def _foreign() -> Iterator[tuple[str, bytes, type[StoreError]]]:
    whole = EARLIER.read_bytes()
    yield "cut off", whole[:5000], BrokenBook
    yield "empty", b"", BrokenBook
    yield "somebody else's TinyDB", b'{"_default": {"1": {"cases": 5}}}', BrokenBook
    yield "newer", whole.replace(b'"format": 1', b'"format": 2'), NewerBook
    yield "a case that is none", whole.replace(b'"urgency": "normal"', b'"urgency": 5'), BrokenBook
    yield "a key twice", whole[:-1] + b', "cases": {}}', BrokenBook
    yield "no number", whole.replace(b'"cases": {"1"', b'"cases": {"01"'), BrokenBook


@pytest.mark.parametrize(
    ("what", "data", "error"), [*_foreign()], ids=[what for what, *_ in _foreign()]
)
def test_what_is_no_whole_book_is_refused_and_kept(
    tmp_path: Path, what: str, data: bytes, error: type[StoreError]
) -> None:
    assert data != EARLIER.read_bytes(), what
    (tmp_path / "book.json").write_bytes(data)
    for _ in range(2):
        with pytest.raises(error) as refused:
            open_at(tmp_path)
        assert "book.json" in str(refused.value.sentence.values["file"])
    assert files_in(tmp_path)["book.json"] == data
    assert kept(tmp_path / BOOK) is None


def test_a_folder_of_that_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "book.json").mkdir()
    with pytest.raises(BrokenBook):
        open_at(tmp_path)


def test_two_windows_at_once_take_it_over_once(folder: Path) -> None:
    first, second = open_at(folder), open_at(folder)
    add(first)
    assert second.poll() is True
    assert list(second.cards) == [1, 2, 4]
