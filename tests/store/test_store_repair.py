"""What a repair saves of a damaged book: all that is not on the damaged page; with a copy, all."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import by_hand
import pytest
from store_helpers import a_case, add, edit, open_at
from ward import (
    NOW,
    PAGE,
    Place,
    by_sql,
    copy_today,
    documents,
    everything,
    fill,
    forget_copies,
    overwrite,
    pages_of,
    zero,
)

from tui.store.care.older import copies_of
from tui.store.care.patient import patient_of
from tui.store.care.salvage import contents_of, opened_raw
from tui.store.care.saving import saved_of
from tui.store.doctor import examine, refusal
from tui.store.opening import BOOK
from tui.store.repair import Outcome, repair

Documents = dict[Place, bytes]
KEPT = "book.db.damaged-20261123-093012"


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("model") / "data"
    fill(folder)
    return folder


@pytest.fixture
def data(model: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(model, tmp_path / "data"))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    fill(tmp_path / "data", cases=6)
    return tmp_path / "data"


def repaired(folder: Path) -> Outcome:
    """Repaired, with the damaged file kept byte for byte, and nothing left lying about."""
    damaged = (folder / BOOK).read_bytes()
    outcome = repair(folder, NOW)
    assert outcome.kept is not None
    assert outcome.kept.read_bytes() == damaged
    assert not [f for f in examine(folder).findings if f.severity == "error"]
    assert not list(folder.glob(f"{BOOK}.new*"))
    return outcome


def opened(folder: Path) -> Documents:
    """All documents, of a book that opens and shows what is in it."""
    there, store = documents(folder), open_at(folder, who="anna")
    assert list(store.cards) == sorted(number for table, number in there if table == "cases")
    assert [case.id for case in store.all()] == list(store.cards)
    assert len(store.companies()) == sum(table == "companies" for table, _ in there)
    store.close()
    return there


def elsewhere(all_: Documents, pages: dict[Place, set[int]], page: int) -> Documents:
    """What does not lie on a page."""
    return {place: body for place, body in all_.items() if page not in pages[place]}


def test_each_page_once(small: Path) -> None:
    before, whole, pages = documents(small), (small / BOOK).read_bytes(), pages_of(small)
    lost = 0
    for page in range(len(whole) // PAGE):
        (small / BOOK).write_bytes(whole)
        zero(small, page)
        if not examine(small).is_well:  # a page that is not in use
            outcome = repaired(small)
            after = opened(small)
            assert after.items() >= elsewhere(before, pages, page).items()
            assert len(before) - len(after) == len(outcome.lost)
            lost += len(outcome.lost)
            assert outcome.kept
            outcome.kept.unlink()
    assert lost > 10


def flips(whole: bytes) -> list[int]:
    """Every byte of the head, and others anywhere."""
    return [*range(100), *random.Random(5).sample(range(100, len(whole)), 120)]


def test_a_flipped_bit_costs_at_most_its_page(data: Path) -> None:
    before, whole, pages = documents(data), (data / BOOK).read_bytes(), pages_of(data)
    chance, refused = random.Random(3), set()
    for at in flips(whole):
        flipped = bytes([whole[at] ^ 1 << chance.randrange(8)])
        overwrite(data, at, flipped)
        with opened_raw(data / BOOK) as descriptor:
            contents = contents_of(data / BOOK, descriptor, 1)
        overwrite(data, at, whole[at : at + 1])
        if refusal(contents, BOOK):
            refused.add(at)
            continue
        saved = saved_of(patient_of(data, BOOK, contents), copies_of(data, 1))
        rows = {place: bytes(row.raw) for place, row in saved.rows.items()}
        assert rows.items() >= elsewhere(before, pages, at // PAGE).items()
        assert {p: b for p, b in rows.items() if p in before}.items() <= before.items()
        assert saved.lost >= before.keys() - rows.keys()
        assert 61 <= saved.last_given <= 1061
    assert refused <= {60, 61, 62, 63}  # the version: it may be a newer one


@pytest.mark.parametrize("at", [18, 57, 70, 101, 5000, 40_000, 100_001, 200_017, 300_000])
def test_a_flipped_bit_with_a_copy_costs_nothing(data: Path, at: int) -> None:
    before = documents(data)
    copy_today(data)
    overwrite(data, at, bytes([(data / BOOK).read_bytes()[at] ^ 0x40]))
    if examine(data).is_well:
        return  # nothing is there
    assert repaired(data).is_well
    assert opened(data) == before


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_file_that_is_cut_short(data: Path, share: float) -> None:
    before, whole, pages = documents(data), (data / BOOK).read_bytes(), pages_of(data)
    size = int(len(whole) * share)
    copy_today(data)
    (data / BOOK).write_bytes(whole[:size])
    there = {place for place in before if max(pages[place]) < size // PAGE}
    outcome = repaired(data)
    assert outcome.is_well
    assert opened(data) == before
    restored = {f.case for f in outcome.done if f.id == "restored"}
    assert not restored & {number for table, number in there if table == "cases"}


def test_without_a_copy_the_rest_is_there(data: Path) -> None:
    whole = (data / BOOK).read_bytes()
    (data / BOOK).write_bytes(whole[: len(whole) // 2])
    outcome = repaired(data)
    lost = {f.case for f in outcome.lost if f.case}
    assert lost
    assert not outcome.is_well
    assert not lost & {number for _, number in opened(data)}


def test_the_newest_copy_that_has_it(data: Path) -> None:
    copy_today(data, "2026-11-20.db")
    store = open_at(data)
    edit(store, 5, subject="Later")
    forget_copies(data, "2026-11-22*")
    copy_today(data, "2026-11-21.db")
    by_hand.put_text(data / "backups" / "2026-11-21.db", "cases", 6, b"{")
    by_sql(data, "UPDATE rows SET crc = 1 WHERE tab = 'cases' AND id IN (5, 6, 7)")
    outcome = repaired(data)
    said = {f.case: str(f.text.values["name"]) for f in outcome.done if f.id == "restored"}
    assert said == {5: "2026-11-21", 6: "2026-11-20", 7: "2026-11-21"}
    assert open_at(data).get(5).subject == "Later"


def test_what_a_person_threw_away_comes_last(data: Path) -> None:
    copy_today(data, "2026-11-20.db")
    (number,) = (case.id for case in add(open_at(data), a_case("Only there")))
    by_hand.put_row(data / BOOK, "cases", 4, {**plain(data, 4), "subject": "Thrown away"})
    forget_copies(data, "2026-11-22*")
    copy_today(data)
    thrown_away = "before-restore-2026-11-22-120000"  # younger than the copy of a day
    (data / "backups" / "2026-11-22.db").rename(data / "backups" / f"{thrown_away}.db")
    for wrong in (4, number):
        by_sql(data, "UPDATE rows SET crc = 1 WHERE tab = 'cases' AND id = ?", wrong)
    outcome = repaired(data)
    told = {f.case: f.text.values["name"] for f in outcome.done if f.id == "restored"}
    assert told == {4: "2026-11-20", number: thrown_away}
    assert plain(data, 4)["subject"] == "Case 3"
    assert not outcome.lost


def plain(folder: Path, number: int) -> dict[str, object]:
    found: dict[str, object] = by_hand.rows_in(folder / BOOK)["cases"][number]
    return found


def test_a_plain_copy_does_as_well(data: Path) -> None:
    edit(open_at(data), 5, subject="Goes on")  # makes the copies of the day first
    plain = data / "backups" / "2026-11-22.json"
    assert plain.exists()
    plain.with_suffix(".db").write_bytes(b"damaged")
    by_sql(data, "UPDATE rows SET crc = 1 WHERE tab = 'cases' AND id IN (5, 6)")
    zero(data, 3)
    outcome = repaired(data)
    assert {5, 6} <= {f.case for f in outcome.done if f.id == "restored"}
    assert {table for table, _ in opened(data)} == {"cases", "companies"}


def test_what_was_taken_away_does_not_come_back(data: Path) -> None:
    store = open_at(data)
    add(store, a_case("Of no use"))
    copy_today(data)
    store.undo()
    by_sql(data, "UPDATE rows SET crc = 1 WHERE tab = 'cases' AND id = 5")
    zero(data, 30)
    repaired(data)
    assert 62 not in {number for _, number in opened(data)}
    assert add(open_at(data))[0].id == 63


def test_numbers_never_go_back(data: Path) -> None:
    by_sql(data, "DELETE FROM cards WHERE card IS NULL")  # the journal knows number 61
    repaired(data)
    assert add(open_at(data))[0].id == 62


def spoil_case(number: int, **fields: object) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        plain = by_hand.rows_in(folder / BOOK)["cases"][number]
        by_hand.put_row(folder / BOOK, "cases", number, {**plain, **fields})

    return spoil


def test_a_case_that_cannot_be_read_comes_from_the_copy(data: Path) -> None:
    before = documents(data)
    copy_today(data)
    spoil_case(9, subject=None)(data)
    repaired(data)
    assert opened(data) == before


def test_a_case_under_another_number_gets_its_own(data: Path) -> None:
    before = documents(data)
    by_sql(data, "UPDATE rows SET id = 70 WHERE tab = 'cases' AND id = 9")
    by_sql(data, "UPDATE cards SET id = 70 WHERE id = 9")
    assert repaired(data).lost == []
    assert opened(data) == before


def test_undo_goes_on_where_it_fits(data: Path) -> None:
    store = open_at(data, who="anna")
    edit(store, 11, subject="New")
    edit(store, 12, subject="Also new")
    copy_today(data)
    edit(store, 12, subject="Newest")
    by_sql(data, "UPDATE rows SET crc = 1 WHERE tab = 'cases' AND id = 12")
    by_sql(data, "UPDATE changes SET entry = x'7b' WHERE seq = 2")
    repaired(data)
    store = open_at(data, who="anna")
    assert store.get(12).subject == "Also new"
    assert store.undo().case == 11
    assert store.get(11).subject == "Case 10"


def test_unknown_tables_and_facts_are_kept(data: Path) -> None:
    by_hand.put_row(data / BOOK, "later", 1, {"x": [1, {"y": None}]})
    by_sql(data, "INSERT INTO facts VALUES ('taken over', 'abc')")
    before = documents(data)
    zero(data, 1)
    repaired(data)
    assert opened(data) == before
    with by_hand.opened(data / BOOK) as db:
        facts = dict(db.execute("SELECT name, value FROM facts"))
    assert facts["taken over"] == "abc"


def test_an_open_window_shows_the_repaired_book(data: Path) -> None:
    store = open_at(data)
    by_sql(data, "UPDATE rows SET crc = 1 WHERE tab = 'cases' AND id = 12")
    repaired(data)
    assert store.poll()
    assert 12 not in store.cards
    edit(store, 13, subject="Goes on")
    assert open_at(data).get(13).subject == "Goes on"


def test_cards_are_made_anew_in_their_place(data: Path) -> None:
    before = documents(data)
    by_sql(data, "DELETE FROM cards WHERE id = 6")
    window = open_at(data)
    outcome = repair(data, NOW)
    assert outcome.is_well
    assert outcome.kept is None
    assert [f.case for f in outcome.done] == [6]
    assert opened(data) == before
    assert window.poll()
    assert 6 in window.cards


def test_the_search_is_made_anew_in_its_place(data: Path) -> None:
    by_sql(data, "DELETE FROM words")
    outcome = repair(data, NOW)
    assert outcome.is_well
    assert outcome.kept is None
    assert [f.id for f in outcome.done] == ["search"]


def test_modes_are_mended(data: Path) -> None:
    (data / BOOK).chmod(0o644)
    (data / "evidence").chmod(0o755)
    assert repair(data, NOW).is_well
    assert (data / BOOK).stat().st_mode & 0o777 == 0o600
    assert (data / "evidence").stat().st_mode & 0o777 == 0o700


def test_a_whole_book_is_left_alone(data: Path) -> None:
    (data / "book.lock").touch(mode=0o600)
    before = everything(data)
    outcome = repair(data, NOW)
    assert outcome.is_well
    assert outcome.done == []
    assert {**everything(data), ".": before["."]} == before


def test_a_linked_book_stays_linked(data: Path, tmp_path: Path) -> None:
    here = tmp_path / "here"
    here.mkdir(mode=0o700)
    (here / BOOK).symlink_to(data / BOOK)
    zero(data, 40)
    assert repair(here, NOW).kept == data / KEPT
    assert (here / BOOK).is_symlink()
    assert examine(data).patient
    assert not [f for f in examine(here).findings if f.id != "evidence"]


def test_two_repairs_in_one_second(data: Path) -> None:
    for name in (KEPT, f"{KEPT}-2"):
        by_sql(
            data,
            "UPDATE rows SET crc = 1 WHERE tab = 'cases' AND id IN (SELECT max(id) FROM cards)",
        )
        zero(data, 40)
        assert repaired(data).kept == data / name


def test_missing_evidence_is_told_and_nothing_is_replaced(data: Path) -> None:
    (path,) = (data / "evidence").iterdir()
    path.unlink()
    outcome = repair(data, NOW)
    assert outcome.kept is None
    assert not outcome.is_well
    assert [f.id for f in outcome.report.findings] == ["evidence"]


def test_the_repair_stands_in_the_journal(data: Path) -> None:
    zero(data, 40)
    repair(data, NOW, who="boris")
    assert any(entry.change.verb == "repair" for entry in entries(data))


def entries(folder: Path) -> list:
    report = examine(folder)
    assert report.patient
    return list(report.patient.entries.values())
