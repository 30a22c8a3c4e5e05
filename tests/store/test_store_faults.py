"""Full, failing and read-only disks: the old book is whole, and trying again works."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from store_helpers import a_case, add, change, edit, open_at, worker

from tui.cases.errors import BadInput
from tui.store.contract import Store
from tui.store.errors import StoreError, StoreFull, StoreReadOnly


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What reaches the disk, in its order."""
    steps: list[str] = []
    real_fsync, real_replace = os.fsync, os.replace

    def fsync(descriptor: int) -> None:
        is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        steps.append("sync a folder" if is_folder else "sync a file")
        real_fsync(descriptor)

    def rename(old: Path, new: Path) -> None:
        steps.append(f"name {Path(new).name}")
        real_replace(old, new)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "replace", rename)
    return steps


def test_what_is_saved_survives_a_power_cut(tmp_path: Path, steps: list[str]) -> None:
    """Content reaches the disk before its name, and evidence before the case that names it."""
    proof = tmp_path / "proof"
    proof.write_text("proof")
    store = open_at(tmp_path / "data")
    add(store)
    steps.clear()
    with store.writing(change()) as book:
        found = book.put_evidence(proof, 1)
        book.add(a_case(evidence=(found,)))
    evidence = ["sync a folder", "sync a file", f"name {found.sha256}", "sync a folder"]
    written = ["name book.json.bak", "sync a file", "name book.json", "sync a folder"]
    assert steps == evidence + written


TOUCHING = ("open", "link", "chmod", "fsync", "fstat", "replace", "unlink")


def failing(
    monkeypatch: pytest.MonkeyPatch, code: int, at: int, count: int = 1
) -> Callable[[], int]:
    """Let calls that touch the disk fail, from the `at`-th on; gives how many there were."""
    calls = 0

    def fault(call: Callable[..., Any]) -> Callable[..., Any]:
        def instead(*args: Any, **kwargs: Any) -> Any:
            nonlocal calls
            calls += 1
            if at <= calls < at + count:
                raise OSError(code, os.strerror(code))
            return call(*args, **kwargs)

        return instead

    for name in TOUCHING:
        monkeypatch.setattr(os, name, fault(getattr(os, name)))
    return lambda: calls


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EIO])
@pytest.mark.parametrize("count", [1, 1000], ids=["once", "from then on"])
def test_every_step_of_a_write_may_fail(tmp_path: Path, code: int, count: int) -> None:
    add(open_at(tmp_path))
    kinds, passed, at = set(), False, 0
    while not passed:
        at += 1
        store = open_at(tmp_path)
        before, tried = store.get(1).subject, f"Try {at}"
        with pytest.MonkeyPatch.context() as patch:
            calls = failing(patch, code, at, count)
            error = failure_of(store, tried)
            passed = calls() < at
        after = open_at(tmp_path).get(1)
        assert after.subject in ({before, tried} if error else {tried})
        assert edit(store, 1, subject=f"Retry {at}").revision == after.revision + 1
        assert open_at(tmp_path).get(1) == store.get(1)
        kinds.add(type(error))
    assert at > 10
    assert (StoreFull in kinds) == (code != errno.EIO)


def failure_of(store: Store, subject: str) -> StoreError | None:
    try:
        edit(store, 1, subject=subject)
    except StoreError as error:
        return error
    return None


def test_a_case_never_names_evidence_that_is_not_there(tmp_path: Path) -> None:
    """Not even where the last step fails, and the new book stands without our knowing."""
    add(open_at(tmp_path))
    named, passed, at = 0, False, 0
    while not passed:
        at += 1
        proof = tmp_path / "proof"
        proof.write_text(f"proof {at}")
        with pytest.MonkeyPatch.context() as patch:
            calls = failing(patch, errno.EIO, at)
            with contextlib.suppress(StoreError, BadInput):
                enclose(open_at(tmp_path), proof)
            passed = calls() < at
        for item in open_at(tmp_path).get(1).evidence:
            named += 1
            assert (tmp_path / "evidence" / item.sha256).exists()
    assert named > 1


def enclose(store: Store, path: Path) -> None:
    with store.writing(change("evidence", 1)) as book:
        case, found = book.case(1), book.put_evidence(path, 1)
        book.put(replace(case, evidence=(*case.evidence, found)))


@pytest.mark.parametrize("limit", [0, 1, 4096])
def test_a_file_that_may_not_grow(tmp_path: Path, limit: int) -> None:
    add(open_at(tmp_path), a_case(details="old" * 1000))
    before = (tmp_path / "book.json").read_bytes()
    out, problems = worker(tmp_path, "full", str(limit)).communicate()
    assert problems == ""
    assert out.strip() == "full " + "old" * 1000
    assert (tmp_path / "book.json").read_bytes() == before
    assert not (tmp_path / "book.json.tmp").exists()
    assert edit(open_at(tmp_path), 1, details="new").revision == 2


def make_read_only(patch: pytest.MonkeyPatch, code: int) -> None:
    """As root, nothing is read-only by its mode: the system's answer is played here."""
    real_open = os.open

    def open_to_read(path: Any, flags: int, *args: Any, **kwargs: Any) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            raise OSError(code, os.strerror(code), path)
        return real_open(path, flags, *args, **kwargs)

    def unlink(path: Any, **kwargs: Any) -> None:
        raise OSError(code, os.strerror(code), path)

    patch.setattr(os, "open", open_to_read)
    patch.setattr(os, "unlink", unlink)


@pytest.mark.parametrize("code", [errno.EROFS, errno.EACCES, errno.EPERM])
def test_a_read_only_folder_can_be_read(tmp_path: Path, code: int) -> None:
    add(open_at(tmp_path))
    open_at(tmp_path).drafts.keep("letter", {"subject": "x"})
    with pytest.MonkeyPatch.context() as patch:
        make_read_only(patch, code)
        store = open_at(tmp_path)
        assert store.get(1).subject == "Roaming bill"
        assert store.poll() is False
        assert store.drafts.recall("letter") == {"subject": "x"}
        for refused in (
            lambda: edit(store, 1, subject="New"),
            lambda: add(open_at(tmp_path / "other")),
            store.undo,
            lambda: store.drafts.keep("letter", {"subject": "y"}),
            lambda: store.drafts.drop("letter"),
        ):
            with pytest.raises(StoreReadOnly):
                refused()
    assert edit(store, 1, subject="New").revision == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_of_somebody_else(tmp_path: Path) -> None:
    add(open_at(tmp_path))
    tmp_path.chmod(0o500)
    (tmp_path / "book.lock").unlink(missing_ok=True)
    store = open_at(tmp_path)
    with pytest.raises(StoreReadOnly):
        edit(store, 1, subject="New")
    tmp_path.chmod(0o700)
