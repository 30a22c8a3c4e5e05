"""A letter on disk is private, whole, and never written over another."""

from __future__ import annotations

import resource
import signal
from pathlib import Path

import pytest

from tui.cases.errors import BadInput
from tui.desk.letters.letter_files import write_new_file


def test_the_first_free_name(tmp_path: Path) -> None:
    names = [write_new_file(tmp_path, "letter.txt", f"No. {n}").name for n in range(3)]
    assert names == ["letter.txt", "letter-2.txt", "letter-3.txt"]
    assert [(tmp_path / n).read_text() for n in names] == ["No. 0\n", "No. 1\n", "No. 2\n"]
    assert {(tmp_path / n).stat().st_mode & 0o777 for n in names} == {0o600}


def test_a_name_without_an_ending_and_one_with_two(tmp_path: Path) -> None:
    for _ in range(2):
        write_new_file(tmp_path, "letter", "x")
        write_new_file(tmp_path, "a.b.txt", "x")
    assert {p.name for p in tmp_path.iterdir()} == {"letter", "letter-2", "a.b.txt", "a.b-2.txt"}


def test_a_link_that_leads_nowhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").symlink_to(tmp_path / "elsewhere.txt")
    assert write_new_file(tmp_path, "letter.txt", "x").name == "letter-2.txt"
    assert not (tmp_path / "elsewhere.txt").exists()


def test_a_folder_that_is_none_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be written") as caught:
        write_new_file(tmp_path / "nowhere", "letter.txt", "x")
    assert "nowhere" in str(caught.value.sentence.values["path"])


def test_half_a_letter_is_no_letter(tmp_path: Path) -> None:
    """A limit on the size of files stands in for a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, before[1]))
    try:
        with pytest.raises(BadInput, match="cannot be written"):
            write_new_file(tmp_path, "letter.txt", "x" * 1000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert list(tmp_path.iterdir()) == []
