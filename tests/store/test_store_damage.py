"""A file that is no whole book of ours is refused with a sentence, and kept as it is."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from store_helpers import a_case, add, change, edit, files_in, open_at
from tinydb import TinyDB

from tui.cases.company import Company
from tui.store.errors import BrokenBook, NewerBook, StoreError


@pytest.fixture
def whole(tmp_path: Path) -> bytes:
    """The bytes of a book of two cases."""
    store = open_at(tmp_path / "whole")
    add(store, a_case(), a_case("Second"))
    with store.writing(change()) as book:
        book.put_company(Company(name="Meteor"))
    return (tmp_path / "whole" / "book.json").read_bytes()


def cut(at: float) -> Callable[[bytes], bytes]:
    return lambda whole: whole[: int(len(whole) * at)]


def changed(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    def change_it(whole: bytes) -> bytes:
        assert whole.count(old) == 1
        return whole.replace(old, new)

    return change_it


def twice(table: bytes) -> Callable[[bytes], bytes]:
    """The last of two equal keys would win, and empty the book in silence."""
    return lambda whole: whole[:-1] + b',"' + table + b'":{}}'


BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "empty": cut(0),
    "cut early": cut(0.1),
    "cut in the middle": cut(0.5),
    "cut at the end": lambda whole: whole[:-1],
    "something after the end": lambda whole: whole + b"x",
    "zeroed": lambda whole: bytes(len(whole)),
    "not JSON": lambda whole: b"SQLite format 3\x00" + whole,
    "not UTF-8": changed(b'"subject":"Second"', b'"subject":"Se\xffond"'),
    "a byte order mark": lambda whole: b"\xef\xbb\xbf" + whole,
    "a list": lambda whole: b"[" + whole + b"]",
    "a number": lambda _: b"17",
    "nothing in it": lambda _: b"{}",
    "a table is a list": changed(b'"companies":{"1":{', b'"later":[],"companies":{"1":{'),
    "a row is no object": changed(b'"cases":{"1":{', b'"cases":{"9":5,"1":{'),
    "a table twice": twice(b"cases"),
    "a table twice, spelled otherwise": twice(b"c\\u0061ses"),
    "a case twice": changed(b'"cases":{"1":{', b'"cases":{"2":{},"1":{'),
    "a number written otherwise": changed(b'"2":{"id":2,', b'"02":{"id":2,'),
    "no number at all": changed(b'"cases":{"1":{', b'"cases":{"one":{},"1":{'),
    "a huge number": changed(b'"cases":{"1":{', b'"cases":{"%s":{},"1":{' % (b"9" * 5000)),
    "a field twice": changed(b'"subject":"Second"', b'"subject":"Second","subject":"Other"'),
    "not a number": changed(b'"subject":"Second"', b'"subject":"Second","share":NaN'),
    "infinite": changed(b'"subject":"Second"', b'"subject":"Second","share":1e999'),
    "digits without end": changed(b'"subject":"Second"', b'"subject":"Second","n":' + b"9" * 5000),
    "nested too deeply": changed(b'"cases":{"1":{', b'"later":' + b"[" * 200_000),
    "nested too deeply in a case": changed(
        b'"subject":"Second"', b'"subject":"Second","n":' + b"[" * 100_000 + b"]" * 100_000
    ),
    "an old format": changed(b'"format":1', b'"format":0'),
    "no format": changed(b'"format":1', b'"form":1'),
    "a format that is no number": changed(b'"format":1', b'"format":"1"'),
    "a format that is true": changed(b'"format":1', b'"format":true'),
    "a case without a subject": changed(b'"subject":"Second"', b'"theme":"Second"'),
    "a subject that is a number": changed(b'"subject":"Second"', b'"subject":5'),
    "a case under another number": changed(b'"2":{"id":2,', b'"2":{"id":7,'),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_book_is_refused_and_kept(name: str, whole: bytes, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "book.json").write_bytes(BROKEN[name](whole))
    before = files_in(folder)
    with pytest.raises(BrokenBook) as caught:
        open_at(folder)
    assert str(folder / "book.json") in caught.value.sentence.values.values()
    assert files_in(folder) == before


@pytest.mark.parametrize(
    "newer",
    [
        changed(b'"format":1', b'"format":2'),
        lambda _: b'{"meta":{"1":{"format":99}},"cases":[[1,"of another shape"]]}',
        lambda _: b'{"cases":null, "meta":{"1":{"format":2,"serial":"also other"}}}',
    ],
)
def test_a_newer_book_is_not_touched(
    newer: Callable[[bytes], bytes], whole: bytes, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "book.json").write_bytes(newer(whole))
    before = files_in(folder)
    with pytest.raises(NewerBook):
        open_at(folder)
    assert files_in(folder) == before


def test_the_book_of_another_program_is_not_touched(tmp_path: Path) -> None:
    with TinyDB(tmp_path / "book.json") as theirs:
        theirs.insert({"title": "My shopping list"})
        theirs.table("cases").insert({"title": "Suitcases"})
    before = files_in(tmp_path)
    with pytest.raises(BrokenBook):
        open_at(tmp_path)
    assert files_in(tmp_path) == before


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_what_is_no_file_is_refused(make: Callable[[Path], None], tmp_path: Path) -> None:
    make(tmp_path / "book.json")
    with pytest.raises(BrokenBook):
        open_at(tmp_path)


def test_a_data_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("mine")
    with pytest.raises(StoreError):
        open_at(tmp_path / "data")
    assert (tmp_path / "data").read_text() == "mine"


def test_one_wrong_case_is_named_with_its_field(whole: bytes, tmp_path: Path) -> None:
    book = json.loads(whole)
    book["cases"]["2"]["identifiers"] = [{"kind": "order", "value": 5}]
    (tmp_path / "book.json").write_text(json.dumps(book))
    with pytest.raises(BrokenBook) as caught:
        open_at(tmp_path)
    values = caught.value.sentence.values
    assert values["what"].values == {"id": 2}  # type: ignore[union-attr]
    assert "$.identifiers[0].value" in str(values["problem"])


@pytest.mark.parametrize(
    ("old", "new"),
    [(b'"undone":false', b'"undone":false,"undone":true'), (b'"verb":"edit"', b'"verb":5')],
)
def test_a_wrong_entry_of_the_journal_stops_undo_alone(
    whole: bytes, tmp_path: Path, old: bytes, new: bytes
) -> None:
    (tmp_path / "book.json").write_bytes(new.join(whole.rsplit(old, 1)))
    store = open_at(tmp_path)
    with pytest.raises(BrokenBook):
        store.undo()
    assert edit(store, 1, subject="Goes on").revision == 2


def test_a_wrong_company_is_named_when_it_is_asked_for(whole: bytes, tmp_path: Path) -> None:
    wrong = whole.replace(b'"name":"Meteor"', b'"name":["Meteor"]')
    (tmp_path / "book.json").write_bytes(wrong)
    store = open_at(tmp_path)
    assert store.get(1).company == "Meteor"
    with pytest.raises(BrokenBook) as caught:
        store.companies()
    assert "$.name" in str(caught.value.sentence.values["problem"])
