"""A report tells where it went wrong, and nothing that was typed, read or sent."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.terminal import crash

SECRET = "hunter" + str(1 + 1)


def caught(error: BaseException) -> BaseException:
    password = SECRET
    try:
        fail(error, password)
    except BaseException as raised:
        raised.add_note(password)
        return raised
    return error


def fail(error: BaseException, password: str) -> None:
    try:
        {}[password]
    finally:
        raise error


@given(st.sampled_from([ValueError, OSError, UnicodeError, SystemExit, KeyboardInterrupt]))
def test_no_value_is_in_it(kind: type[BaseException]) -> None:
    report = crash.describe(caught(kind(SECRET)))
    assert SECRET not in report
    assert f"builtins.{kind.__name__}" in report
    assert "builtins.KeyError" in report
    assert "test_terminal_crash" in report
    assert "fail" in report


def test_groups_and_causes_are_in_it() -> None:
    group = ExceptionGroup(SECRET, [caught(ValueError(SECRET)), OSError(28, SECRET)])  # type: ignore[list-item]
    report = crash.describe(group)
    assert SECRET not in report
    assert "builtins.ValueError" in report
    assert "builtins.OSError, errno 28" in report


def test_an_error_that_is_its_own_cause_has_an_end() -> None:
    error = ValueError()
    error.__context__ = KeyError()
    error.__context__.__context__ = error
    assert crash.describe(error).count("builtins.") == 2


def test_a_deep_recursion_makes_a_short_report() -> None:
    def down() -> None:
        down()

    with pytest.raises(RecursionError) as caught_one:
        down()
    assert len(crash.describe(caught_one.value).splitlines()) < 60


def test_each_report_is_a_new_file_for_its_owner(tmp_path: Path) -> None:
    folder = tmp_path / "state" / "crashes"
    (tmp_path / "elsewhere").touch()
    first = crash.keep("one", folder)
    (folder / "crash-2.txt").symlink_to(tmp_path / "elsewhere")
    (folder / "crash-3.txt").symlink_to(tmp_path / "nowhere")
    last = crash.keep("four", folder)
    assert first is not None
    assert last == folder / "crash-4.txt"
    assert last.read_text(encoding="utf-8") == "four"
    assert stat.S_IMODE(last.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert (tmp_path / "elsewhere").read_text(encoding="utf-8") == ""


def test_without_a_place_for_it_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert crash.keep("report", tmp_path / "file" / "crashes") is None
