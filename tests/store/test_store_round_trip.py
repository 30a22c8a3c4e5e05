"""book -> plain copy -> unmodified TinyDB -> import -> the same book, exactly."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from by_hand import put_row, rows_in
from generated_cases import CASES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_helpers import a_case, add, change, edit, open_at
from tinydb import TinyDB

from tui.cases.case import Case
from tui.cases.company import Company
from tui.store.contract import Store
from tui.store.errors import BrokenBook, Conflict, NewerBook
from tui.store.opening import BOOK

Plain = dict[str, Any]

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.text(max_size=20)
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip
UNKNOWN = st.dictionaries(
    st.text(min_size=1, max_size=8).map("later {}".format), VALUES, max_size=3
)


def as_json(rows: dict[str, dict[int, Plain]]) -> str:
    """Every value told from every other: 1 is not true, and 1.0 not 1."""
    return json.dumps(rows, sort_keys=True)


def taken_in(folder: Path, data: bytes) -> Store:
    store = open_at(folder)
    store.take_in(data, "copy.json", change("import"))
    return store


def through_tinydb(path: Path) -> bytes:
    """What TinyDB makes of it that reads and writes every document."""
    with TinyDB(path) as db:
        for name in db.tables():
            db.table(name).update({"touched": True})
            db.table(name).update(lambda document: document.pop("touched"))
    return path.read_bytes()


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(CASES, UNKNOWN), min_size=1, max_size=4), UNKNOWN, UNKNOWN)
def test_the_same_book_comes_back(
    cases: list[tuple[Case, Plain]], of_company: Plain, row: Plain
) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder, again = Path(place) / "one", Path(place) / "two"
        store = open_at(folder)
        add(store, *(case for case, _ in cases), a_case("Taken back"))
        store.undo()
        add(store, *(case for case, _ in cases))
        with store.writing(change()) as book:
            book.put_company(Company(name="Meteor", note="x"))
        rows = rows_in(folder / BOOK)
        for (number, plain), (_, unknown) in zip(rows["cases"].items(), cases * 2, strict=False):
            put_row(folder / BOOK, "cases", number, plain | unknown)
        put_row(folder / BOOK, "companies", 1, rows["companies"][1] | of_company)
        put_row(folder / BOOK, "later table", 7, row)
        copy = open_at(folder).backups.make()
        assert copy.plain is not None
        store = taken_in(again, through_tinydb(copy.plain))
        assert as_json(rows_in(again / BOOK)) == as_json(rows_in(folder / BOOK))
        assert dict(store.cards) == dict(open_at(folder).cards)
        assert add(store)[0].id == add(open_at(folder))[0].id


@pytest.fixture
def copy(tmp_path: Path) -> bytes:
    store = open_at(tmp_path / "data")
    add(store, a_case("First", uid="one"))
    edit(store, 1, subject="Second")
    found = store.backups.make().plain
    assert found is not None
    return found.read_bytes()


def test_a_book_with_something_in_it_takes_nothing_in_this_way(tmp_path: Path, copy: bytes) -> None:
    store = open_at(tmp_path / "other")
    add(store)
    before = rows_in(tmp_path / "other" / BOOK)
    with pytest.raises(Conflict):
        store.take_in(copy, "copy.json", change("import"))
    assert rows_in(tmp_path / "other" / BOOK) == before


def test_what_was_taken_in_is_found_and_goes_on(tmp_path: Path, copy: bytes) -> None:
    store, window = taken_in(tmp_path / "other", copy), open_at(tmp_path / "other")
    assert [card.subject for card in window.cards.values()] == ["Second"]
    assert [hit.number for hit in window.search("second")] == [1]
    assert edit(store, 1, subject="Third").revision == 3
    assert [change.verb for change in store.changes()] == ["edit"]


DEEP = b"[" * 99999 + b"]" * 99999
WRONG = {
    "cut off": lambda data: data[:-20],
    "another program": lambda data: b'{"_default": {"1": {"name": "x"}}}',
    "a field twice": lambda data: data.replace(b'"subject":', b'"subject":"x","subject":', 1),
    "not a number": lambda data: data.replace(b'"revision":2', b'"revision":NaN'),
    "a case under another number": lambda data: data.replace(b'"id":1', b'"id":2'),
    "no subject": lambda data: data.replace(b'"subject":"Second",', b""),
    "nested too deeply": lambda data: data[:-1] + b',"x":{"1":' + DEEP + b"}}",
}  # fmt: skip


@pytest.mark.parametrize("how", list(WRONG))
def test_what_is_no_copy_is_refused(tmp_path: Path, copy: bytes, how: str) -> None:
    with pytest.raises(BrokenBook):
        taken_in(tmp_path / "other", WRONG[how](copy))
    assert dict(open_at(tmp_path / "other").cards) == {}


def test_a_copy_of_a_newer_version_is_refused(tmp_path: Path, copy: bytes) -> None:
    with pytest.raises(NewerBook):
        taken_in(tmp_path / "other", copy.replace(b'"format":1', b'"format":99'))
