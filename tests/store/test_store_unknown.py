"""Fields, tables and documents that this version does not know stay where they are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from by_hand import put_row, rows_in, text_of
from msgspec.structs import replace
from store_helpers import NOON, a_case, add, change, edit, open_at

from tui.cases.case import Case
from tui.cases.company import Company
from tui.cases.deadline import Deadline, Working
from tui.cases.event import Event, Evidence
from tui.cases.words import DeadlineKind, EventKind, Owner
from tui.store.opening import BOOK

Plain = dict[str, Any]
TODAY = NOON.date()


def full_case() -> Case:
    working = Working(start=TODAY, period="10wd", counted=10, raw_end=TODAY, due=TODAY)
    deadline = Deadline(
        owner=Owner.THEIRS,
        kind=DeadlineKind.ANSWER,
        due=TODAY,
        late_after=TODAY,
        rule="general.first",
        working=working,
    )
    event = Event(
        at=NOON, kind=EventKind.SENT, starts=(deadline,), evidence=(Evidence(number=1, name="a"),)
    )
    return a_case(timeline=(event,), deadlines=(deadline,))


def sow(plain: object, path: str = "$") -> None:
    """Put a field that nobody knows into every object, all the way down."""
    if isinstance(plain, list):
        for place, item in enumerate(plain):
            sow(item, f"{path}[{place}]")
    if isinstance(plain, dict):
        for key, value in list(plain.items()):
            sow(value, f"{path}.{key}")
        plain["later"] = {"at": path, "list": [1, 2.5, None, 10**30, "ё"]}
        plain["extra"] = f"a field of that name at {path}"


def sown_book(folder: Path) -> dict[str, dict[int, Plain]]:
    store = open_at(folder)
    add(store, full_case())
    with store.writing(change()) as book:
        book.put_company(Company(name="Meteor"))
    rows = rows_in(folder / BOOK)
    case, company = rows["cases"][1], rows["companies"][1]
    letters = case.pop("letters")  # a free mapping of texts: no field of it is unknown
    for row in (case, company):
        sow(row)
    case["letters"] = letters
    put_row(folder / BOOK, "cases", 1, case)
    put_row(folder / BOOK, "companies", 1, company)
    put_row(folder / BOOK, "reminders", 7, {"sow": ["this", {"is": "a later table"}]})
    return rows_in(folder / BOOK)


def without(row: Plain, *names: str) -> Plain:
    return {key: value for key, value in row.items() if key not in names}


def test_unknown_fields_survive_at_every_level(tmp_path: Path) -> None:
    sown = sown_book(tmp_path)
    store = open_at(tmp_path)
    edit(store, 1, subject="Changed here")
    with store.writing(change()) as book:
        company = book.company("Meteor")
        assert company is not None
        book.put_company(replace(company, note="Changed here"))
    found = rows_in(tmp_path / BOOK)

    case = without(found["cases"][1], "subject", "revision")
    assert case == without(sown["cases"][1], "subject", "revision")
    company_row = without(found["companies"][1], "note", "revision")
    assert company_row == without(sown["companies"][1], "note", "revision")
    assert found["reminders"] == sown["reminders"]


def test_unknown_fields_survive_being_taken_back(tmp_path: Path) -> None:
    sown = sown_book(tmp_path)
    store = open_at(tmp_path)
    edit(store, 1, subject="Changed here")
    store.undo()
    found = rows_in(tmp_path / BOOK)["cases"][1]
    assert without(found, "revision") == without(sown["cases"][1], "revision")


def test_a_case_that_was_not_touched_keeps_its_bytes(tmp_path: Path) -> None:
    sown_book(tmp_path)
    store = open_at(tmp_path)
    add(store, a_case("Other"))
    before = text_of(tmp_path / BOOK, "cases", 1)
    edit(store, 2, subject="Other again")
    assert text_of(tmp_path / BOOK, "cases", 1) == before
