"""What modes keep somebody out of is told, one by one, and all the rest is looked at."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from store_helpers import a_case, add, edit, open_at
from store_visitors import GUESTS, as_visitor
from ward import fill

from tui.cases.sentence import Sentence, say
from tui.store.care.patient import Finding, Severity
from tui.store.copies.listing import copies_in
from tui.store.doctor import _found, examine
from tui.store.errors import StoreError
from tui.store.opening import BOOK
from tui.store.reasons import reason

FOLDERS = ("evidence", "drafts", "backups")


@pytest.fixture
def data() -> Iterator[Path]:
    """The data folder of a guest."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        fill(Path(place) / "data", cases=9)
        if os.geteuid() == 0:
            for path in (Path(place) / "data", *(Path(place) / "data").rglob("*")):
                os.chown(path, GUESTS[0], GUESTS[0])
        yield Path(place) / "data"
        for name in FOLDERS:
            (Path(place) / "data" / name).chmod(0o700)


def found(folder: Path) -> list[list[Any]]:
    """What the doctor tells the guest."""

    def findings() -> list[Any]:
        report = examine(folder)
        told = [[f.id, f.severity.value, f.case, str(f.text.values)] for f in report.findings]
        return [*told, ["cases", "", report.cases, ""]]

    told: list[list[Any]] = as_visitor(findings)
    return told


@pytest.mark.parametrize("bits", [0o000, 0o400])
@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_that_is_closed_hinders_no_other_check(data: Path, name: str, bits: int) -> None:
    (data / "drafts" / "other.json").write_text("{")
    os.chown(data / "drafts" / "other.json", *(data.stat().st_uid,) * 2)
    (data / name).chmod(bits)
    told = found(data)
    assert told[-1] == ["cases", "", 9, ""]
    kinds = {kind for kind, *_ in told}
    if bits == 0:
        assert ["unread", "error", 0] in [each[:3] for each in told]
        assert any(name in text for kind, _, _, text in told if kind == "unread")
    if name == "evidence":
        assert ["evidence", "error", 3] in [each[:3] for each in told]
    if name != "drafts":
        assert "draft" in kinds
    if name == "backups":
        assert "copy" in kinds


def test_a_file_of_evidence_that_is_closed(data: Path) -> None:
    (path,) = (data / "evidence").iterdir()
    path.chmod(0)
    ((*told, _),) = found(data)[:-1]
    assert told == ["evidence", "error", 3]
    assert "cannot be read" in as_visitor(lambda: examine(data).findings[0].text.text)


def test_a_check_that_cannot_go_on_is_a_finding(data: Path) -> None:
    def check(folder: Path) -> Iterator[Finding]:
        yield Finding("draft", Severity.WARN, say("before"))
        (folder / "nothing").read_bytes()

    before, unread = _found(check, data)
    assert (before.id, unread.id, unread.severity) == ("draft", "unread", Severity.ERROR)
    assert unread.text.values["file"] == str(data / "nothing")


def test_where_no_copies_can_be_made(data: Path) -> None:
    (data / "backups").chmod(0o500)
    assert [each[:3] for each in found(data)[:-1]] == [["copy", "warn", 0]]

    def change() -> list[Any]:
        store = open_at(data, who="anna")
        edit(store, 1, subject="All the same")
        return [case.id for case in add(store, a_case())]

    assert as_visitor(change) == [11]
    assert list((data / "backups").iterdir()) == []


def test_copies_that_cannot_be_listed_are_no_empty_list(data: Path) -> None:
    (data / "backups").chmod(0)

    def listed() -> str:
        try:
            return str(copies_in(data / "backups"))
        except StoreError as error:
            return error.sentence.text

    assert "cannot be read" in as_visitor(listed)


def test_a_lost_book_whose_copies_are_closed(data: Path) -> None:
    """Nobody can tell whether there are some."""
    (data / BOOK).unlink()
    (data / "backups").chmod(0)

    def opened() -> str:
        try:
            return str(len(open_at(data).cards))
        except StoreError as error:
            return str(error.sentence.values["file"])

    assert as_visitor(opened) == str(data / "backups")


def test_the_usual_reasons_are_sentences() -> None:
    usual = ("EACCES", "EPERM", "ENOENT", "EISDIR", "ENOTDIR", "EIO", "ENOSPC", "EROFS", "ELOOP")
    for name in usual:
        assert isinstance(reason(OSError(getattr(errno, name), "in English")), Sentence)
    assert reason(OSError(errno.EXDEV, "in English")) == "in English"
