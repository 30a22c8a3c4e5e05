"""Private files and folders, links, and what a killed process left."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from store_helpers import a_case, add, change, edit, open_at

from tui.store.errors import StoreError


@pytest.fixture
def lax_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


@pytest.mark.usefixtures("lax_umask")
def test_everything_is_for_its_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there" / "yet"
    proof = tmp_path / "proof.txt"
    proof.write_text("proof")
    store = open_at(folder)
    add(store)
    edit(store, 1, subject="Again")
    with store.writing(change()) as book:
        book.add(a_case(evidence=(book.put_evidence(proof, 1),)))
    store.drafts.keep("letter", {"subject": "x"})
    below = [tmp_path / "not", *(tmp_path / "not").rglob("*")]
    assert {mode(path) for path in below if path.is_dir()} == {0o700}
    assert {mode(path) for path in below if path.is_file()} == {0o600}
    names = {str(path.relative_to(folder)) for path in below if path.is_file()}
    assert {"book.json", "book.json.bak", "book.lock"} <= names
    assert not any(name.endswith(".tmp") for name in names)


def test_drafts_alone_make_a_private_folder(tmp_path: Path) -> None:
    open_at(tmp_path / "data").drafts.keep("letter", {"subject": "x"})
    assert mode(tmp_path / "data") == mode(tmp_path / "data" / "drafts") == 0o700


def test_reading_makes_nothing(tmp_path: Path) -> None:
    store = open_at(tmp_path / "data")
    assert store.poll() is False
    assert store.drafts.keys() == ()
    assert store.drafts.recall("letter") is None
    assert not (tmp_path / "data").exists()


def test_a_linked_book_stays_linked(tmp_path: Path) -> None:
    real, here = tmp_path / "real", tmp_path / "here"
    add(open_at(real))
    here.mkdir()
    (here / "book.json").symlink_to(real / "book.json")
    edit(open_at(here), 1, subject="Through the link")
    assert (here / "book.json").is_symlink()
    assert open_at(real).get(1).subject == "Through the link"
    # One book, one lock, whichever way one comes.
    impatient = open_at(here, patience=0)
    with open_at(real).writing(change()), pytest.raises(StoreError):
        edit(impatient, 1, subject="At the same time")


def test_what_a_killed_process_left_is_not_followed(tmp_path: Path) -> None:
    store = open_at(tmp_path)
    add(store)
    precious = tmp_path / "precious"
    precious.write_text("mine")
    (tmp_path / "book.json.tmp").symlink_to(precious)
    (tmp_path / "book.json.bak.tmp").symlink_to(precious)
    edit(store, 1, subject="New")
    assert precious.read_text() == "mine"
    assert not (tmp_path / "book.json.tmp").exists()
