"""Several profiles: one is the usual one, and none is lost."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tui.settings.config import Config, Profile, Settings

ANN, BOB, EVE = Profile(name="Ann"), Profile(name="Bob"), Profile(name="Eve", represented="Ann")
OLD = '# Mine.\nlanguage = "ru"\n\n[profile]\nname = "Ann" # as in the passport\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


@pytest.mark.parametrize(
    ("config", "usual"),
    [
        (Config(), ""),
        (Config(profile=ANN), ""),
        (Config(profile=ANN, profiles={"bob": BOB}), ""),
        (Config(profile=ANN, profiles={"bob": BOB}, default_profile="bob"), "bob"),
        (Config(profile=ANN, profiles={"bob": BOB}, default_profile="gone"), ""),
        (Config(profiles={"bob": BOB, "eve": EVE}), "bob"),
    ],
)
def test_which_one_is_the_usual_one(config: Config, usual: str) -> None:
    assert config.usual == usual
    assert config.profile_of() == config.profile_of(usual)


def test_an_unknown_one_is_nobody_else() -> None:
    assert Config(profile=ANN, profiles={"bob": BOB}).profile_of("eve") is None


def test_an_old_file_goes_on_and_gets_others_beside(file: Path) -> None:
    file.write_text(OLD)
    settings = Settings(file)
    assert settings.config.profile_of() == ANN
    settings.save_profile(EVE, "eve")
    settings.save_profile(BOB, "bob")
    assert file.read_text().startswith(OLD)
    again = Settings(file).config
    assert again == settings.config
    assert again.profile_of() == ANN
    assert again.profiles == {"eve": EVE, "bob": BOB}
    assert tomllib.loads(file.read_text())["profiles"]["eve"] == {
        "name": "Eve",
        "represented": "Ann",
    }


def test_the_usual_one_is_what_is_saved_without_an_id(file: Path) -> None:
    file.write_text(OLD + '\n[profiles.bob]\nname = "Bob"\n')
    settings = Settings(file)
    settings.save_usual("bob")
    settings.save_profile(Profile(name="Robert"))
    assert Settings(file).config == settings.config
    assert settings.config.profiles == {"bob": Profile(name="Robert")}
    assert settings.config.profile == ANN
    settings.save_usual("")
    assert Settings(file).config.profile_of() == ANN
    assert "# as in the passport" in file.read_text()


def test_one_is_taken_away_and_the_others_stay(file: Path) -> None:
    file.write_text(OLD + '\n[profiles.bob]\nname = "Bob"\n\n[profiles.eve]\nname = "Eve"\n')
    settings = Settings(file)
    settings.remove_profile("bob")
    assert Settings(file).config == settings.config
    assert list(settings.config.profiles) == ["eve"]
    settings.remove_profile("nobody")
    assert Settings(file).config == settings.config


def test_a_name_in_any_letters_is_a_name(file: Path) -> None:
    settings = Settings(file)
    settings.save_profile(ANN, "анна")
    assert Settings(file).config.profiles == {"анна": ANN}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("profiles = 1", "profiles"),
        ("[profiles]\nbob = 'Bob'", "profiles.bob"),
        ("[profiles.bob]\nname = 1", "profiles.bob.name"),
    ],
)
def test_what_cannot_be_used_is_named_and_nobody_else_is_lost(
    file: Path, text: str, named: str
) -> None:
    file.write_text(f"{text}\n[profile]\nname = 'Ann'\n")
    settings = Settings(file)
    assert [fault.name for fault in settings.faults] == [named]
    assert settings.config.profile == ANN


def test_without_a_file_they_are_kept_in_memory() -> None:
    settings = Settings()
    settings.save_profile(BOB, "bob")
    settings.save_usual("bob")
    assert settings.config.profile_of() == BOB
    assert settings.letters is None


def test_own_letters_stand_beside_the_file(file: Path) -> None:
    assert Settings(file).letters == file.parent / "letters"
