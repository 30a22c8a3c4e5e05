"""What is saved is kept whole and private, and nothing else in the file changes."""

from __future__ import annotations

import resource
import signal
import stat
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.settings.config import Config, ConfigUnusable, Profile, Settings

ANN = Profile(name="Ann Smith", email="ann@example.org", phone="1", address="High St 1", hours="9")
WRITTEN = """\
# Mine. Do not touch!
language = 'ru'   # they speak it here
later = [ 1,
  2 ]

[profile]
# as in the passport
name = "old" # was Smith
hobby = "chess"

[keys]
n = "new"
"""
KEYS = {"n": "new"}  # no such command: that costs only itself


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_a_first_profile(tmp_path: Path) -> None:
    file = tmp_path / "new" / "upheld" / "config.toml"
    settings = Settings(file)
    settings.save_profile(ANN)
    assert settings.config.profile == Settings(file).config.profile == ANN
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert [path.name for path in file.parent.iterdir()] == ["config.toml"]


def test_comments_and_other_settings_stay_as_they_are(file: Path) -> None:
    file.write_text(WRITTEN)
    settings = Settings(file)
    settings.save_profile(ANN)
    settings.save_language("en")
    lines = WRITTEN.replace("'ru'", '"en"').replace('"old"', '"Ann Smith"').splitlines()
    saved = file.read_text().splitlines()
    assert [line for line in saved if line in lines] == lines
    others = [line for line in saved if line not in lines]
    assert others == [
        'email = "ann@example.org"',
        'phone = "1"',
        'address = "High St 1"',
        'hours = "9"',
    ]
    assert Settings(file).config == settings.config == Config("en", profile=ANN, keys=KEYS)


@pytest.mark.parametrize(
    "text",
    [
        "[keys]\nn = 'new'\n",
        "profile.name = 'old'\nprofile.hobby = 'chess'\n[keys]\nn = 'new'\n",
        "profile = {name = 'old', hobby = 'chess'} # me\n",
        "[keys]\nn = 'new'\n[profile]\n[profile.more]\nhobby = 'chess'\n",
        "[profile]\nname = 'old'\n[keys]\nn = 'new'\n[profile.more]\nhobby = 'chess'\n",
    ],
)
def test_however_the_profile_is_written(file: Path, text: str) -> None:
    file.write_text(text)
    settings = Settings(file)
    settings.save_profile(ANN)
    settings.save_language("ru")
    saved, before = (tomllib.loads(t) for t in (file.read_text(), text))
    mine = {"name", "email", "phone", "address", "hours"}
    kept = {name: value for name, value in saved["profile"].items() if name not in mine}
    known = before.get("profile", {})
    assert kept == {name: value for name, value in known.items() if name not in mine}
    assert saved.get("keys") == before.get("keys")
    assert Settings(file).config == Config("ru", profile=ANN, keys=before.get("keys", {}))


@settings(deadline=None)
@given(texts=st.lists(st.text(max_size=20), min_size=5, max_size=5))
def test_whatever_is_typed_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    file = tmp_path_factory.mktemp("settings") / "config.toml"
    file.write_text(WRITTEN)
    profile = Profile(*texts)
    Settings(file).save_profile(profile)
    assert Settings(file).config == Config("ru", profile=profile, keys=KEYS)
    assert "hobby" in file.read_text()


def test_the_file_of_a_curious_person_becomes_private(file: Path) -> None:
    file.write_text(WRITTEN)
    file.chmod(0o644)
    Settings(file).save_language("en")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "dotfiles"
    elsewhere.mkdir()
    (elsewhere / "upheld.toml").write_text(WRITTEN)
    file.symlink_to(elsewhere / "upheld.toml")
    Settings(file).save_language("en")
    assert file.is_symlink()
    assert '"en"' in (elsewhere / "upheld.toml").read_text()
    assert [path.name for path in elsewhere.iterdir()] == ["upheld.toml"]


@pytest.mark.parametrize("text", ["language = ", "profile = 3", "profile = [1]"])
def test_what_became_unusable_meanwhile_is_not_overwritten(file: Path, text: str) -> None:
    file.write_text(WRITTEN)
    settings = Settings(file)
    file.write_text(text)
    with pytest.raises(ConfigUnusable):
        settings.save_profile(ANN)
    assert file.read_text() == text
    assert settings.config.profile.name == "old"


def test_what_cannot_be_written_changes_nothing(file: Path) -> None:
    """A limit on the size of files stands in for a full disk."""
    file.write_text(WRITTEN)
    settings = Settings(file)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, before[1]))
    try:
        with pytest.raises(ConfigUnusable):
            settings.save_profile(ANN)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert file.read_text() == WRITTEN
    assert [path.name for path in file.parent.iterdir()] == ["config.toml"]
    assert settings.config.profile.name == "old"


def test_bytes_of_another_encoding_are_refused(file: Path) -> None:
    settings = Settings(file)
    with pytest.raises(ConfigUnusable):
        settings.save_profile(Profile(name="\udcff"))
    assert not file.exists()
    assert list(file.parent.iterdir()) == []


def test_without_a_file_it_is_kept_in_memory() -> None:
    settings = Settings(config=Config(language="en"))
    settings.save_profile(ANN)
    settings.save_language("ru")
    assert settings.config == Config("ru", profile=ANN)
