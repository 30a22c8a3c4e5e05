"""Folders as they are on a real disk: unreadable, of odd names, changing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui.desk.keeping.folders import completions, expanded, folder_out, last_folder, look_into


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "A.log", ".hidden", "app.log", "app.old.log", "привет.txt"):
        (tmp_path / name).write_text("12345")
    (tmp_path / "zoo").mkdir()
    (tmp_path / "zoo" / "bear.jpg").write_text("x")
    return tmp_path


def test_folders_come_first_each_by_name(folder: Path) -> None:
    found = look_into(folder)
    names = [entry.path.name for entry in found.entries]
    assert names == ["zoo", ".hidden", "A.log", "app.log", "app.old.log", "b.txt", "привет.txt"]
    assert (found.path, found.problem) == (folder, "")
    first, hidden, *_ = found.entries
    assert (first.is_folder, hidden.is_folder, hidden.is_hidden) == (True, False, True)
    assert hidden.size == 5
    assert hidden.modified is not None


def test_what_cannot_be_looked_at_is_no_error(folder: Path) -> None:
    (folder / "nowhere").symlink_to(folder / "gone")
    (folder / "loop").symlink_to(folder / "loop")
    (folder / "out").symlink_to(folder / "zoo")
    odd = os.fsencode(folder) + b"/caf\xe9\x1b.txt"
    Path(os.fsdecode(odd)).write_text("x")
    os.utime(folder / "b.txt", (2**40, 2**40))
    entries = {entry.path.name: entry for entry in look_into(folder).entries}
    assert entries["out"].is_folder
    assert not entries["nowhere"].is_folder
    assert entries["nowhere"].modified is None
    assert entries[os.fsdecode(b"caf\xe9\x1b.txt")].path.read_text() == "x"
    assert "loop" in entries


@pytest.mark.parametrize("name", ["gone", "b.txt", "nul\0", "x" * 5000])
def test_what_is_no_folder_says_why(folder: Path, name: str) -> None:
    found = look_into(folder / name)
    assert found.entries == ()
    assert found.problem


def test_a_folder_that_may_not_be_read_says_why(folder: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    (folder / "zoo").chmod(0)
    try:
        assert look_into(folder / "zoo").problem
    finally:
        (folder / "zoo").chmod(0o700)


@pytest.mark.parametrize(
    ("typed", "ways"),
    [
        ("", ["zoo/", "A.log", "app.log", "app.old.log", "b.txt", "привет.txt"]),
        ("a", ["app.log", "app.old.log"]),
        ("zo", ["zoo/"]),
        ("zoo/", ["zoo/bear.jpg"]),
        ("./app.o", ["./app.old.log"]),
        (".", [".hidden"]),
        ("при", ["привет.txt"]),
        ("gone/x", []),
        ("nothing", []),
    ],
)
def test_paths_go_on_as_in_a_shell(
    folder: Path, monkeypatch: pytest.MonkeyPatch, typed: str, ways: list[str]
) -> None:
    monkeypatch.chdir(folder)
    assert list(completions(typed)) == ways


def test_home_is_written_as_it_was_typed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    assert completions("~/zo") == ("~/zoo/",)
    assert completions("~nobody-has-this-name/") == ()
    assert expanded("~/zoo") == folder / "zoo"
    assert expanded("~nobody-has-this-name") == Path("~nobody-has-this-name")


def test_names_that_nobody_can_type_are_not_offered(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    for name in (b"q\xe9", b"q\x1b[2J", b"q\n"):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text("x")
    assert completions("q") == ()


def test_where_one_was_last(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.chdir(folder / "zoo")
    assert last_folder("/tmp") == Path("/tmp")
    assert last_folder("") == folder / "zoo"
    (folder / "zoo" / "bear.jpg").unlink()
    (folder / "zoo").rmdir()
    assert last_folder("") == folder


def test_where_files_go_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "conf"))
    monkeypatch.chdir(folder / "zoo")
    assert folder_out("/tmp") == Path("/tmp")
    assert folder_out("") == folder / "zoo"
    monkeypatch.chdir(folder)
    assert folder_out("") == folder
    (folder / "Documents").mkdir()
    assert folder_out("") == folder / "Documents"
    (folder / "conf").mkdir()
    (folder / "conf" / "user-dirs.dirs").write_text('# x\nXDG_DOCUMENTS_DIR="$HOME/zoo"\n')
    assert folder_out("") == folder / "zoo"
