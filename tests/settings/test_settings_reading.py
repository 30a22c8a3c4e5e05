"""config.toml as a person writes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.settings.config import Config, ConfigUnusable, Profile, Settings


def test_without_a_file_everything_has_its_default(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "nowhere" / "config.toml")
    assert settings.config == Config() == Settings().config
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("text", ["", "\n", "# nothing set yet\n"])
def test_an_empty_file_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(text)
    assert Settings(file).config == Config()


def test_what_is_set_is_in_force_and_what_is_unknown_does_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(
        'language = "ru"\ncountry = "GB-SCT"\nmouse = true\nlater = [1, 2]\n'
        '[profile]\nname = "Анна"\nhobby = "chess"\n[keys]\nn = "new"\n'
    )
    assert Settings(file).config == Config("ru", "GB-SCT", True, Profile(name="Анна"))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("mouse = 'yes'", "mouse"),
        ("language = 1", "language"),
        ("language = 'de'", "language"),
        ("profile = 'Anna'", "profile"),
        ("[profile]\nphone = 5", "profile.phone"),
        ("[[profile]]\nname = 'Anna'", "profile"),
        ("language = ?\n", "line 1"),
        ("a = 1\na = 2", ""),
        ("x = " + "[" * 3000, ""),
    ],
    ids=lambda x: str(x)[:30],
)
def test_what_cannot_be_used_is_named_and_left_alone(tmp_path: Path, text: str, named: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(text)
    with pytest.raises(ConfigUnusable) as caught:
        Settings(file)
    assert caught.value.file == file
    assert named in caught.value.reason
    assert file.read_text() == text


def test_neither_can_what_is_no_text_or_no_file(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(b"name = '\xff'")
    with pytest.raises(ConfigUnusable, match="utf-8"):
        Settings(file)
    with pytest.raises(ConfigUnusable) as caught:
        Settings(tmp_path)
    assert str(tmp_path) not in caught.value.reason
