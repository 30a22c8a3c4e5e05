"""A repair that is killed at any step, or finds no room, leaves the damaged book or the new one."""

from __future__ import annotations

import errno
import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from store_helpers import open_at, worker
from store_tracing import at_every_step_of_a_repair
from ward import NOW, by_sql, cut_off, documents, fill, zero

from tui.store.care import damaged, rebuild
from tui.store.doctor import examine
from tui.store.errors import StoreBusy, StoreError, StoreFull
from tui.store.opening import BOOK
from tui.store.repair import repair

KILLED = 9
KEPT = "book.db.damaged-20261123-093012"
SIDES = ("", "-journal")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    fill(tmp_path / "data", cases=3)
    zero(tmp_path / "data", 9)
    return tmp_path / "data"


@pytest.mark.parametrize("cut", [False, True], ids=["damaged", "and cut off"])
def test_killed_at_every_step(data: Path, cut: bool, tmp_path: Path) -> None:
    if cut:
        cut_off(data)
    data.rename(tmp_path / "base")
    ended = at_every_step_of_a_repair(tmp_path)
    before = {side: (tmp_path / "base" / f"{BOOK}{side}").read_bytes() for side in SIDES}
    expected, states = documents(tmp_path / "after"), set()
    for place in map(tmp_path.joinpath, ended):
        kept = sorted(p for p in place.glob(f"{BOOK}.damaged-*") if p.suffix != ".tmp")
        if examine(place).is_well:
            states.add("new")
            assert {p.name.removeprefix(KEPT): p.read_bytes() for p in kept} == before_kept(before)
        else:
            states.add("damaged")
            if not cut:
                assert (place / BOOK).read_bytes() == before[""]
        repair(place, NOW)
        assert documents(place) == expected
        assert not list(place.glob(f"{BOOK}.new*"))
    assert set(ended.values()) == {0, KILLED}
    assert states == {"new", "damaged"}
    assert len(ended) > 20


def before_kept(before: dict[str, bytes]) -> dict[str, bytes]:
    return {side: data for side, data in before.items() if data}


def test_no_room_for_the_new_book(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (data / BOOK).read_bytes()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreFull):
        repair(data, NOW)
    monkeypatch.undo()
    assert (data / BOOK).read_bytes() == before
    assert not list(data.glob(f"{BOOK}.*"))
    assert repair(data, NOW).kept


def test_a_new_book_that_is_not_whole_takes_no_place(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (data / BOOK).read_bytes()
    monkeypatch.setattr(rebuild, "_put_cards", lambda *_: None)
    with pytest.raises(StoreError):
        repair(data, NOW)
    assert (data / BOOK).read_bytes() == before
    assert not list(data.glob(f"{BOOK}.*"))


def test_where_no_second_name_can_be_given_a_copy_is_made(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    before = (data / BOOK).read_bytes()
    monkeypatch.setattr(os, "link", refused)
    kept = repair(data, NOW).kept
    assert kept
    assert kept.read_bytes() == before
    assert kept.stat().st_mode & 0o777 == 0o600


def test_a_sector_that_the_disk_cannot_read(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = os.pread

    def pread(descriptor: int, count: int, at: int) -> bytes:
        if count == 4096 and at == 4096 * 20:
            raise OSError(errno.EIO, "Input/output error")
        return whole(descriptor, count, at)

    monkeypatch.setattr(os, "pread", pread)
    found = examine(data)
    monkeypatch.undo()
    zero(data, 20)
    assert found.findings == examine(data).findings


def test_somebody_writes_just_now(data: Path) -> None:
    before = (data / BOOK).read_bytes()
    with closing(sqlite3.connect(data / BOOK, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy):
            repair(data, NOW, patience=0)
    assert (data / BOOK).read_bytes() == before


def test_a_window_that_was_open_writes_into_the_new_book(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path / "data", cases=6)
    by_sql(data := tmp_path / "data", "UPDATE rows SET crc = 1 WHERE tab = 'cases' AND id = 5")
    others = []

    def keep(*given: Any) -> None:
        others.append(other := worker(data, "write", "a", "1"))
        assert other.stdout
        assert other.stdin
        assert json.loads(other.stdout.readline()) == "ready"
        other.stdin.write("\n")
        other.stdin.flush()
        damaged_keep(*given)

    damaged_keep = damaged.keep
    monkeypatch.setattr(damaged, "keep", keep)
    repair(data, NOW)
    (other,) = others
    assert json.loads(other.communicate()[0])
    assert open_at(data).get(1).details.endswith("a")
    assert open_at(data).company("Meteor")
