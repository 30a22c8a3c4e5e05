"""Where things live: as told, as the environment says, else as XDG has it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tui.settings.paths import config_file, data_folder, state_folder

PLACES: list[tuple[Callable[[], Path], str, str]] = [
    (data_folder, "XDG_DATA_HOME", ".local/share/upheld"),
    (config_file, "XDG_CONFIG_HOME", ".config/upheld/config.toml"),
    (state_folder, "XDG_STATE_HOME", ".local/state/upheld"),
]
each = pytest.mark.parametrize(("place", "variable", "fallback"), PLACES)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "UPHELD_DATA"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@each
def test_in_the_home_folder(
    home: Path, place: Callable[[], Path], variable: str, fallback: str
) -> None:
    assert place() == home / fallback
    assert list(home.iterdir()) == []  # asking makes nothing


@each
def test_where_the_variable_says(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    place: Callable[[], Path],
    variable: str,
    fallback: str,
) -> None:
    monkeypatch.setenv(variable, str(home / "elsewhere"))
    assert place().is_relative_to(home / "elsewhere" / "upheld")


@each
@pytest.mark.parametrize("value", ["", "relative/folder", "~/data", "."])
def test_a_value_that_is_no_absolute_path_counts_as_none(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    place: Callable[[], Path],
    variable: str,
    fallback: str,
    value: str,
) -> None:
    monkeypatch.setenv(variable, value)
    assert place() == home / fallback


def test_data_as_told_then_as_set(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UPHELD_DATA", "~/set")
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "xdg"))
    assert data_folder("told") == Path("told")
    assert data_folder("~/told") == home / "told"
    assert data_folder() == data_folder("") == home / "set"
    monkeypatch.setenv("UPHELD_DATA", "")
    assert data_folder() == home / "xdg" / "upheld"
