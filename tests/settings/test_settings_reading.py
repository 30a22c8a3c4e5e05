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


def test_what_is_set_is_in_force_and_what_is_unknown_is_named(tmp_path: Path) -> None:
    settings = _opened(
        tmp_path,
        'language = "ru"\ncountry = "GB-SCT"\nmouse = true\nzzz = [1, 2]\n'
        '[profile]\nname = "Анна"\nadress = "1"\n[keys]\ncompose = "C"\n',
    )
    keys = {"compose": "C"}
    assert settings.config == Config("ru", "GB-SCT", True, Profile(name="Анна"), keys=keys)
    named = [(fault.name, fault.line, dict(fault.values)) for fault in settings.faults]
    assert named == [("zzz", 4, {"near": ""}), ("profile.adress", 7, {"near": "address"})]


@pytest.mark.parametrize(
    ("text", "named", "line"),
    [
        ("mouse = 'yes'", "mouse", 1),
        ("# mouse = 1\n\nmouse = 1 # mine", "mouse", 3),
        ("language = 1", "language", 1),
        ("language = 'de'", "language", 1),
        ("profile = 'Anna'", "profile", 1),
        ('[profile]\nhours = """\n9\n18"""\nphone = 5', "profile.phone", 5),
        ("[[profile]]\nname = 'Anna'", "profile", 1),
        ("profile.phone = [\n 1,\n 2]", "profile.phone", 1),
        ("look_every = 0", "look_every", 1),
        ('theme = "pink"', "theme", 1),
        ('drawing = "unicode"', "drawing", 1),
        ('snooze = "1d often"', "snooze", 1),
        ("look_every = nan", "look_every", 1),
        ("[keys]\nopen = ['enter']\ncompose = 7", "keys.compose", 3),
    ],
    ids=lambda x: str(x)[:30],
)
def test_a_wrong_setting_is_named_with_its_line_and_costs_only_itself(
    tmp_path: Path, text: str, named: str, line: int
) -> None:
    settings = _opened(tmp_path, f"{text}\n[profiles.bob]\nname = 'Bob'\n")
    assert [(fault.name, fault.line) for fault in settings.faults] == [(named, line)]
    first, _, rest = named.partition(".")
    found = getattr(settings.config, first)
    if first != "keys":
        assert (getattr(found, rest) if rest else found) == _default(named)
    assert settings.config.profiles == {"bob": Profile(name="Bob")}


def _default(named: str) -> object:
    value: object = Config()
    for name in named.split("."):
        value = getattr(value, name)
    return value


@pytest.mark.parametrize(
    ("text", "named"),
    [("language = ?\n", "line 1"), ("a = 1\na = 2", ""), ("x = " + "[" * 3000, "")],
    ids=lambda x: str(x)[:30],
)
def test_what_is_no_toml_is_named_and_left_alone(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(ConfigUnusable) as caught:
        _opened(tmp_path, text)
    assert caught.value.file == tmp_path / "config.toml"
    assert named in caught.value.reason
    assert caught.value.file.read_text() == text


def _opened(folder: Path, text: str) -> Settings:
    file = folder / "config.toml"
    file.write_text(text)
    return Settings(file)


def test_neither_can_what_is_no_text_or_no_file(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(b"name = '\xff'")
    with pytest.raises(ConfigUnusable, match="utf-8"):
        Settings(file)
    with pytest.raises(ConfigUnusable) as caught:
        Settings(tmp_path)
    assert str(tmp_path) not in caught.value.reason
