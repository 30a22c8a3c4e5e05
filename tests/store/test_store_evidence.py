"""Evidence is copied in, named by its content, or refused with a sentence."""

from __future__ import annotations

import gc
import hashlib
import os
from pathlib import Path

import pytest
from msgspec.structs import replace
from store_helpers import Desk, a_case, add, change, open_at

from tui.cases.errors import BadInput, NotLawful
from tui.cases.event import Evidence
from tui.store import incoming
from tui.store.contract import Store
from tui.store.errors import StoreError
from tui.store.opening import memory_store


@pytest.fixture
def receipt(tmp_path: Path) -> Path:
    path = tmp_path / "receipt.pdf"
    path.write_bytes(b"paid" * 1000)
    return path


def enclose(store: Store, path: Path) -> Evidence:
    with store.writing(change("evidence", 1)) as book:
        found = book.put_evidence(path, 3)
        case = book.case(1)
        book.put(replace(case, evidence=(*case.evidence, found)))
    return found


def fail_with(store: Store, path: Path) -> None:
    with store.writing(change()) as book:
        book.put_evidence(path, 1)
        raise NotLawful("Not in this stage.")


def kept(desk: Desk) -> dict[str, bytes]:
    folder = (desk.folder or Path("nowhere")) / "evidence"
    return {path.name: path.read_bytes() for path in folder.glob("*")}


def test_a_file_is_named_by_its_content(desk: Desk, store: Store, receipt: Path) -> None:
    add(store)
    content = receipt.read_bytes()
    sha256 = hashlib.sha256(content).hexdigest()
    assert enclose(store, receipt) == Evidence(
        number=3, name="receipt.pdf", sha256=sha256, size=len(content)
    )
    assert receipt.read_bytes() == content
    if desk.folder:
        assert kept(desk) == {sha256: content}


def test_the_same_content_is_kept_once(tmp_path: Path, receipt: Path) -> None:
    desk = Desk(tmp_path / "data")
    store = desk.window()
    add(store)
    again = tmp_path / "again.pdf"
    again.write_bytes(receipt.read_bytes())
    assert enclose(store, receipt).sha256 == enclose(store, again).sha256
    assert len(kept(desk)) == 1
    assert [item.name for item in store.get(1).evidence] == ["receipt.pdf", "again.pdf"]


def test_a_link_is_followed_to_its_file(store: Store, receipt: Path, tmp_path: Path) -> None:
    add(store)
    link = tmp_path / "link.pdf"
    link.symlink_to(receipt)
    assert enclose(store, link).name == "link.pdf"


def test_a_damaged_copy_is_replaced_by_a_whole_one(tmp_path: Path, receipt: Path) -> None:
    desk = Desk(tmp_path / "data")
    store = desk.window()
    add(store)
    found = enclose(store, receipt)
    (tmp_path / "data" / "evidence" / found.sha256).write_bytes(b"pa")
    enclose(store, receipt)
    assert kept(desk) == {found.sha256: receipt.read_bytes()}


def test_nothing_stays_of_a_change_that_fails(tmp_path: Path, receipt: Path) -> None:
    desk = Desk(tmp_path / "data")
    store = desk.window()
    add(store)
    with pytest.raises(NotLawful):
        fail_with(store, receipt)
    assert kept(desk) == {}


def test_nothing_stays_of_a_file_that_no_case_names(tmp_path: Path, receipt: Path) -> None:
    desk = Desk(tmp_path / "data")
    with desk.window().writing(change()) as book:
        book.put_evidence(receipt, 1)
    assert kept(desk) == {}


def test_what_other_cases_have_stays_when_a_change_fails(tmp_path: Path, receipt: Path) -> None:
    desk = Desk(tmp_path / "data")
    store = desk.window()
    add(store)
    found = enclose(store, receipt)
    with pytest.raises(NotLawful):
        fail_with(store, receipt)
    assert set(kept(desk)) == {found.sha256}


def test_taking_back_keeps_the_file(tmp_path: Path, receipt: Path) -> None:
    desk = Desk(tmp_path / "data")
    store = desk.window()
    add(store)
    enclose(store, receipt)
    store.undo()
    assert store.get(1).evidence == ()
    assert len(kept(desk)) == 1


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("bill\u202efdp.exe", "bill\ufffdfdp.exe"),
        ("a\x1b[2Jb\n.txt", "a\u241b[2Jb\u240a.txt"),
        (os.fsdecode(b"caf\xe9.txt"), "caf\ufffd.txt"),
        ("Чек № 5.pdf", "Чек № 5.pdf"),
    ],
)
def test_a_name_cannot_act_or_deceive(store: Store, tmp_path: Path, name: str, shown: str) -> None:
    add(store)
    (tmp_path / name).write_bytes(b"x")
    assert enclose(store, tmp_path / name).name == shown


def test_what_is_no_file_of_a_fair_size_is_refused(
    desk: Desk, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, a_case())
    before = desk.kept()
    monkeypatch.setattr(incoming, "LIMIT", 1)
    large, pipe = tmp_path / "large", tmp_path / "pipe"
    large.write_bytes(b"x" * (10**6 + 1))
    os.mkfifo(pipe)
    (tmp_path / "fair").write_bytes(b"x" * 10**6)
    nul = Path(f"{tmp_path}/nul\0")
    for wrong in (tmp_path / "missing", tmp_path, large, pipe, Path("/dev/zero"), nul):
        with pytest.raises(BadInput):
            enclose(store, wrong)
    assert desk.kept() == before
    assert desk.folder is None or not (desk.folder / "evidence").exists()
    assert enclose(store, tmp_path / "fair").size == 10**6


def test_a_file_that_tells_no_size_is_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files of /proc say that they are empty."""
    store = open_at(tmp_path / "data")
    add(store)
    said = Path("/proc/self/environ")
    if not said.exists():
        pytest.skip("no /proc here")
    assert said.stat().st_size == 0
    monkeypatch.setenv("GROW", "x")
    assert enclose(store, said).size > 0
    monkeypatch.setattr(incoming, "LIMIT", 0)
    with pytest.raises(BadInput):
        enclose(store, said)


def test_what_was_copied_in_can_be_read(store: Store, receipt: Path) -> None:
    add(store)
    found = enclose(store, receipt)
    content = receipt.read_bytes()
    receipt.unlink()
    copy = store.evidence(found.sha256)
    assert copy is not None
    assert copy.read_bytes() == content
    assert copy.stat().st_mode & 0o077 == 0


def test_a_file_of_another_window_can_be_read(desk: Desk, receipt: Path) -> None:
    store = desk.window()
    add(store)
    found = enclose(store, receipt)
    other = desk.window()
    copy = other.evidence(found.sha256)
    assert copy is not None
    assert copy.read_bytes() == receipt.read_bytes()


@pytest.mark.parametrize("name", ["", "0" * 64, "../book.db", "/etc/passwd", "A" * 64, "é" * 64])
def test_what_is_not_there_is_not_read(store: Store, receipt: Path, name: str) -> None:
    add(store)
    enclose(store, receipt)
    assert store.evidence(name) is None


def test_a_changed_file_is_not_passed_on(tmp_path: Path, receipt: Path) -> None:
    store = open_at(tmp_path / "data")
    add(store)
    found = enclose(store, receipt)
    copy = store.evidence(found.sha256)
    assert copy is not None
    copy.write_bytes(b"forged")
    with pytest.raises(StoreError, match="not what was copied in"):
        store.evidence(found.sha256)
    enclose(store, receipt)
    assert store.evidence(found.sha256) == copy


def test_a_file_that_may_not_be_read_is_said(tmp_path: Path, receipt: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    store = open_at(tmp_path / "data")
    add(store)
    found = enclose(store, receipt)
    (tmp_path / "data" / "evidence" / found.sha256).chmod(0)
    with pytest.raises(StoreError, match="cannot be read"):
        store.evidence(found.sha256)


def test_the_files_of_a_book_in_memory_end_with_it(receipt: Path) -> None:
    store = memory_store()
    add(store)
    copy = store.evidence(enclose(store, receipt).sha256)
    assert copy is not None
    assert copy.exists()
    del store
    gc.collect()
    assert not copy.parent.exists()
