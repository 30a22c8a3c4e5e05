"""A person's rule files that change, or that cannot be read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from law_texts import OWN, RULE, lawful, refusal

from tui.cases.errors import BadInput
from tui.playbooks.law import Law
from tui.playbooks.own_files import stamps_of
from tui.playbooks.own_rules import own_rules


def test_a_file_that_changes_is_read_again(tmp_path: Path) -> None:
    law = lawful(tmp_path, ru=RULE)
    mine = tmp_path / "own" / "my.toml"
    assert str(law.rule("ru.one").period) == "10cal"
    mine.write_text('[rule."ru.one"]\nperiod = "20cal"\n')
    assert str(law.rule("ru.one").period) == "20cal"
    mine.write_text('[rule."ru.one"]\nperiod = "30cal"\n')  # as long as before
    assert str(law.rule("ru.one").period) == "30cal"
    mine.write_text('[[day]]\ncalendar = "RU"\ndate = 2026-06-20\nworks = true\n')
    assert str(law.rule("ru.one").period) == "10cal"
    working = law.calendar("RU")
    mine.unlink()
    assert law.calendar("RU") is not working


def test_files_that_stay_are_read_once(tmp_path: Path) -> None:
    lawful(tmp_path, own={"my": OWN})
    stamps = stamps_of(tmp_path / "own")
    assert own_rules(stamps) is own_rules(stamps_of(tmp_path / "own"))


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    law = lawful(tmp_path, own={"my": "\ufeff" + OWN})
    assert law.rule("my.bank").certainty == "own"


def test_other_files_are_not_looked_at(tmp_path: Path) -> None:
    law = lawful(tmp_path, own={"my": OWN})
    for name in (".#my.toml", ".my.toml", "my.toml~", "notes.txt"):
        (tmp_path / "own" / name).write_text("no TOML")
    assert [rule.id for rule in law.rules()] == ["my.bank"]


def folder(file: Path) -> None:
    file.mkdir()


def pipe(file: Path) -> None:
    os.mkfifo(file)


def latin(file: Path) -> None:
    file.write_bytes("# caf\u00e9".encode("latin-1"))


def dangling(file: Path) -> None:
    file.symlink_to(file.parent / "gone")


def circular(file: Path) -> None:
    file.symlink_to(file)


def broken(file: Path) -> None:
    file.write_text("[rule")


def unknown_field(file: Path) -> None:
    file.write_text(OWN + "perriod = 1")


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (folder, "x.toml cannot be read: it is no file."),
        (pipe, "x.toml cannot be read: it is no file."),
        (latin, "x.toml cannot be read: it is not UTF-8."),
        (dangling, "x.toml cannot be read: No such file or directory."),
        (circular, "x.toml cannot be read: Too many levels of symbolic links."),
        (broken, "x.toml is not TOML: "),
        (unknown_field, "x.toml, rule “my.bank”, field “perriod”: there is no such field."),
    ],
)
def test_a_broken_file_is_named_whatever_is_asked(tmp_path: Path, make, problem: str) -> None:
    law = lawful(tmp_path, ru=RULE)
    assert law.rule("ru.one")
    make(tmp_path / "own" / "x.toml")
    for ask, given in (
        (law.rule, ["ru.one"]),
        (law.versions, ["ru.one"]),
        (law.fact, ["ru.x"]),
        (law.rules, []),
        (law.facts, []),
        (law.calendar, ["RU"]),
    ):
        assert problem in refusal(ask, *given, error=BadInput)
    (tmp_path / "own" / "x.toml").rmdir() if make is folder else (
        tmp_path / "own" / "x.toml"
    ).unlink()
    assert law.rule("ru.one")


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    law = lawful(tmp_path, own={"my": OWN})
    (tmp_path / "own" / "my.toml").chmod(0)
    said = refusal(law.rules, error=BadInput)
    assert said.endswith("my.toml cannot be read: Permission denied.")


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "rules").write_text("")
    said = refusal(Law(tmp_path / "rules").rules, error=BadInput)
    assert said == f"{tmp_path}/rules cannot be read: Not a directory."
