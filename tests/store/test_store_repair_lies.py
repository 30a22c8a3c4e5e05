"""What a damaged file says of itself is not all true: numbers, lists of pages, what was removed."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from store_helpers import add, open_at
from ward import NOW, PAGE, by_sql, copy_today, documents, fill, overwrite, pages_of, zero

from tui.store.care.contents import Contents
from tui.store.care.salvage import contents_of, opened_raw
from tui.store.engine import KeptCard
from tui.store.opening import BOOK
from tui.store.repair import repair
from tui.store.rows import Row

ROW = Row(msgspec.Raw(b"{}"))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    fill(tmp_path / "data", cases=40)
    return tmp_path / "data"


def contents(folder: Path) -> Contents:
    with opened_raw(folder / BOOK) as descriptor:
        return contents_of(folder / BOOK, descriptor, 1)


def own_page(folder: Path) -> tuple[int, int]:
    """A case that begins on a page where no other lies, and that page."""
    data = (folder / BOOK).read_bytes()
    for (table, number), body in documents(folder).items():
        page = data.find(body[:60]) // PAGE
        others = [place for place, pages in pages_of(folder).items() if page in pages]
        if table == "cases" and len(others) == 1:
            return number, page
    raise AssertionError("no such case")


def test_a_list_of_free_pages_that_lies(data: Path) -> None:
    before, (number, page) = documents(data), own_page(data)
    last = len((data / BOOK).read_bytes()) // PAGE + 1
    trunk = bytes(4) + (1).to_bytes(4) + (page + 1).to_bytes(4)
    overwrite(data, (last - 1) * PAGE, trunk.ljust(PAGE, b"\0"))
    overwrite(data, 28, last.to_bytes(4) + last.to_bytes(4) + (2).to_bytes(4))
    outcome = repair(data, NOW)
    assert documents(data) == before
    assert [f.case for f in outcome.done if f.id == "restored"] == [number]


def test_a_list_of_free_pages_that_is_not_one(data: Path) -> None:
    before, (_, page) = documents(data), own_page(data)
    overwrite(data, 32, (page + 1).to_bytes(4))
    outcome = repair(data, NOW)
    assert documents(data) == before
    assert [f for f in outcome.done if f.id == "restored"] == []


def test_what_was_taken_away_lies_there_still(data: Path) -> None:
    number = add(open_at(data))[0].id
    page = (data / BOOK).read_bytes().index(documents(data)["cases", number]) // PAGE
    stale = (data / BOOK).read_bytes()[page * PAGE : (page + 1) * PAGE]
    by_sql(data, f"DELETE FROM rows WHERE tab = 'cases' AND id = {number}")
    by_sql(data, f"UPDATE cards SET card = NULL, seq = 1000 WHERE id = {number}")
    there, last = documents(data), len((data / BOOK).read_bytes()) // PAGE + 1
    overwrite(data, (last - 1) * PAGE, stale)
    overwrite(data, 28, last.to_bytes(4))
    assert repair(data, NOW).lost == []
    assert documents(data) == there


def test_a_copy_tells_what_nothing_in_the_book_tells(data: Path) -> None:
    before = documents(data)
    copy_today(data)
    by_sql(data, "DELETE FROM rows WHERE tab = 'cases' AND id = 40")
    by_sql(data, "DELETE FROM cards WHERE id = 40")
    overwrite(data, 0, bytes(PAGE))
    repair(data, NOW)
    assert documents(data) == before


def test_a_copy_brings_nothing_back_into_a_sound_file(data: Path) -> None:
    copy_today(data)
    by_sql(data, "DELETE FROM rows WHERE tab = 'companies' AND id = 8")
    by_sql(data, "UPDATE rows SET crc = 1 WHERE tab = 'cases' AND id = 5")
    repair(data, NOW)
    assert ("companies", 8) not in documents(data)


def test_no_number_comes_from_a_flipped_bit() -> None:
    card = KeptCard(2**40, 0, 0, b"x")
    found = Contents(
        rows={("cases", 3): ROW},
        named={("cases", 3), ("cases", 2**41), ("cases", -1)},
        cards={2**40: (1, card)},
    )
    assert found.known == {("cases", 3)}
    assert found.last_given == 3


def test_what_was_taken_away_is_not_missing() -> None:
    found = Contents(
        rows={("cases", 3): ROW}, named={("cases", 3), ("cases", 5)}, cards={5: (9, gone_card(5))}
    )
    assert found.known == {("cases", 3)}
    assert found.last_given == 5


def gone_card(number: int) -> KeptCard:
    return KeptCard(number, 0, 0, None)


def test_what_a_killed_repair_left_is_taken_away(data: Path) -> None:
    for name in (f"{BOOK}.new", f"{BOOK}.new-journal"):
        (data / name).write_text("x")
    assert repair(data, NOW).kept is None
    assert not list(data.glob(f"{BOOK}.new*"))


def test_what_was_saved_is_found(data: Path) -> None:
    zero(data, 3)
    repair(data, NOW)
    assert 8 in {hit.number for hit in open_at(data).search("case 7")}
