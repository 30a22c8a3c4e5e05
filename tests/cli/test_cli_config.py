"""`upheld config` and `upheld keys`: what can be set, what is set, and what is wrong."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from cli_ran import Upheld

from tui.cli.config_mail import TABLES
from tui.commands import CATALOGUE
from tui.settings.config import Config, Settings


@pytest.fixture
def file(home: Path) -> Path:
    file = home / "config" / "upheld" / "config.toml"
    file.parent.mkdir(parents=True)
    return file


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_file_that_is_printed_sets_what_holds_anyway(
    upheld: Upheld, file: Path, language: str
) -> None:
    printed = upheld("config", "--lang", language, on="").out
    assert tomllib.loads(printed) == {}
    lines = [line.removeprefix("# ") for line in printed.splitlines()]
    file.write_text("\n".join(lines))
    settings = Settings(file)
    assert settings.every_fault == ()
    assert settings.config.keys.keys() == CATALOGUE.keys()
    assert all(settings.keymap.commands[name] == CATALOGUE[name] for name in CATALOGUE)
    told = tomllib.loads(file.read_text())
    assert told.keys() | {"profiles", "default_profile"} == set(Config.__struct_fields__)


def test_each_key_of_mail_and_of_reminders_is_told_with_its_meaning() -> None:
    """A table that is set within another one stands there by itself."""
    told = {name: set(meanings) for name, _, _, meanings in TABLES}
    fields = {name: set(kind.__struct_fields__) for name, kind, _, _ in TABLES}
    fields["mail"] -= {"smtp", "imap", "files"}
    assert told == fields
    assert told.keys() == {"mail", "mail.smtp", "mail.imap", "mail.files", "notify"}


def test_a_setting_is_changed_and_comments_stay(upheld: Upheld, file: Path) -> None:
    file.write_text("# mine\nmouse = true # yes\n")
    assert upheld("config", "mouse=false", "country=GB-SCT", on="").status == 0
    assert file.read_text() == '# mine\nmouse = false # yes\ncountry = "GB-SCT"\n'
    assert "mouse = false" in file.read_text()
    for wrong in ("mouse=maybe", "mice=true", "look_every=0", "language=de"):
        assert upheld("config", wrong, on="").status == 2
    assert Settings(file).config == Config(country="GB-SCT")


def test_what_is_wrong_is_named_with_its_line_and_the_default_is_used(
    upheld: Upheld, file: Path
) -> None:
    file.write_text("mouse = 1\n[keys]\ncompose = 'n'\n")
    ran = upheld("list")
    assert ran.err.splitlines()[0] == (
        "~/config/upheld/config.toml, line 1: “mouse” takes true or false. The default holds."
    )
    assert "line 3" not in ran.err  # keys are of the screens
    assert upheld("list", "--json").json == []
    check = upheld("config", "--check", on="")
    assert check.status == 1
    assert [line.split(":")[0].split()[-1] for line in check.out.splitlines()] == ["1", "3"]
    whole = upheld("config", "--json", on="").json
    assert whole["settings"][2] == {
        "name": "mouse", "value": "false", "default": "false", "line": 0,
    }  # fmt: skip


def test_what_of_a_filter_cannot_be_is_told_with_its_line(upheld: Upheld, file: Path) -> None:
    file.write_text('[filters]\n1 = "is:late"\n2 = "due<zz"\nold = "foo:bar link:12"\n')
    ran = upheld("config", "--check")
    assert ran.status == 1
    wrong = ran.out.splitlines()
    assert len(wrong) == 2
    assert "line 3: filter “2”: “zz” is no time" in wrong[0]
    assert "line 4: filter “old”: “foo” is no field" in wrong[1]


def test_the_keys_in_force(upheld: Upheld, file: Path) -> None:
    file.write_text("[keys]\ncompose = ['C', '?']\nnew = 'О'\n")
    ran = upheld("keys", on="")
    assert ran.status == 1
    assert "* J" in ran.out
    assert "line 2: “compose”: ? is the key of “keys”" in ran.err
    document = upheld("keys", "--json", on="").json
    by_command = {one["command"]: one for one in document["keys"]}
    assert by_command["new"]["keys"] == ["J"]
    assert by_command["new"]["default"] == ["n"]
    assert by_command["compose"]["keys"] == ["c"]
    assert len(document["faults"]) == 1
    file.write_text("")
    assert upheld("keys", on="").status == 0
