"""A book in which bytes went wrong is read right, or refused; it is never changed by reading.

UPHELD_FAULT_FLIPS: how many bits are tried, each in a copy of its own.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from store_helpers import a_case, add, change, edit, open_at

from tui.cases.case import Case
from tui.cases.company import Company
from tui.cases.errors import UpheldError
from tui.store.contract import Store
from tui.store.errors import StoreError
from tui.store.opening import BOOK

FLIPS = int(os.environ.get("UPHELD_FAULT_FLIPS", "100"))
PAGE = 4096
Recorder = Callable[[str, object], None]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book with long rows, short ones, several windows' changes and companies."""
    folder = tmp_path_factory.mktemp("sound")
    store = open_at(folder)
    add(store, *(a_case(f"Case {n}", details="text " * 60, uid=f"u{n}") for n in range(12)))
    edit(store, 1, details="long " * 3000)
    for name in ("Meteor", "Orbit"):
        with store.writing(change("company")) as book:
            book.put_company(Company(name=name))
    for number in range(5):
        edit(store, 2, details=f"again {number}")
    return folder / BOOK


def cut(whole: bytes) -> Iterator[bytes]:
    lengths = {*range(1, len(whole), 997), *range(PAGE, len(whole), PAGE), len(whole) - 1, 99, 100}
    return (whole[:length] for length in sorted(lengths))


def zeroed_pages(whole: bytes) -> Iterator[bytes]:
    for start in range(0, len(whole), PAGE):
        yield whole[:start] + bytes(PAGE) + whole[start + PAGE :]


def flipped_bits(whole: bytes) -> Iterator[bytes]:
    """Half of them where they hurt: in the head of the file, and in those of pages."""
    chance = random.Random(20261123)
    for number in range(FLIPS):
        heads = (chance.randrange(100), chance.randrange(len(whole) // PAGE) * PAGE)
        at = chance.choice(heads) + chance.randrange(40) if number % 2 else None
        flipped = bytearray(whole)
        flipped[chance.randrange(len(whole)) if at is None else at] ^= 1 << chance.randrange(8)
        yield bytes(flipped)


def grown(whole: bytes) -> Iterator[bytes]:
    yield whole + b"x" * 100
    yield whole + whole
    yield b"\xef\xbb\xbf" + whole


@pytest.mark.parametrize("damage", [cut, zeroed_pages, flipped_bits, grown])
def test_damage_is_refused_or_does_not_show(
    damage: Callable[[bytes], Iterator[bytes]],
    sound: Path,
    tmp_path: Path,
    record_property: Recorder,
) -> None:
    truth = {case.id: case for case in open_at(sound.parent).all()}
    refused = tried = 0
    for data in damage(sound.read_bytes()):
        book = tmp_path / f"{tried}" / BOOK
        book.parent.mkdir()
        book.write_bytes(data)
        store = opened_or_none(book.parent)
        if store is not None:
            read_right(store, truth)
        assert (book.read_bytes(), [*book.parent.iterdir()]) == (data, [book]), tried
        if store is not None:
            written_whole_or_not_at_all(store, book, truth)
        refused, tried = refused + (store is None), tried + 1
    record_property("tried", tried)
    record_property("refused at opening", refused)
    assert refused > 0


def opened_or_none(folder: Path) -> Store | None:
    try:
        return open_at(folder, patience=0)
    except StoreError:
        return None


def read_right(store: Store, truth: dict[int, Case]) -> None:
    """No wrong word is shown for a right one. A case may be missing: doctor tells."""
    for number, case in truth.items():
        found = answered(partial(store.get, number))
        assert found in (None, case)
    assert set(names(store)) <= {"Meteor", "Orbit"}
    for ask in (lambda: [*store.all()], store.changes, store.poll, lambda: dict(store.cards)):
        answered(ask)


def names(store: Store) -> list[str]:
    return [company.name for company in answered(store.companies) or ()]


def written_whole_or_not_at_all(store: Store, book: Path, truth: dict[int, Case]) -> None:
    for attempt in (lambda: edit(store, 3, subject="New"), lambda: add(store)):
        before = book.read_bytes()
        if answered(attempt) is None:
            assert book.read_bytes() == before
    for number in truth.keys() - {3}:
        found = answered(partial(store.get, number))
        assert found in (None, truth[number])
    answered(store.undo)  # of another change, where the marks in the journal were hit


def answered(ask: Callable[[], object]) -> Any:
    """None where it was refused with a sentence. Anything else that is raised is a fault."""
    try:
        return ask()
    except UpheldError:
        return None
