"""The keys that a person gives to commands: which can be, and why not the others."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from textual.keys import _character_to_key

from tui.commands import CATALOGUE, character_of, key_named, keys_of
from tui.settings.config import Settings
from tui.settings.fault import Wrong
from tui.settings.keymap import keymap_of


@pytest.mark.parametrize(
    ("told", "keys"),
    [
        ({"compose": "C"}, {"compose": "C,С"}),
        ({"compose": "С"}, {"compose": "C,С"}),  # typed on ЙЦУКЕН
        ({"compose": "r", "record": "c"}, {"compose": "r,к", "record": "c,с"}),
        ({"compose": ["C", "f5"]}, {"compose": "C,f5,С"}),
        ({"undo": "^y"}, {"undo": "ctrl+y"}),
        ({"undo": "$"}, {"undo": "dollar_sign,semicolon"}),
        ({"save": "F5"}, {"save": "f5"}),
        ({"keys": "f1", "new": "comma"}, {"keys": "f1", "new": "comma,б"}),
        ({"mark": "m"}, {}),
        ({"mark_case": "y", "tick": "x"}, {"mark_case": "y,н", "tick": "x,ч"}),  # others' elsewhere
        ({"compose": "J", "mail_drop": "J"}, {"compose": "J,О", "mail_drop": "J,О"}),
        ({"add_files": "a"}, {"add_files": "a,ф"}),  # as it is, beside others with the same key
    ],
)
def test_a_key_of_ones_own(told: dict[str, str | list[str]], keys: dict[str, str]) -> None:
    keymap = keymap_of(told)
    assert keymap.changed == keys
    assert {name: ",".join(keys_of(keymap.commands[name])) for name in keys} == keys
    same = CATALOGUE.keys() - keys.keys()
    assert all(keymap.commands[name] is CATALOGUE[name] for name in same)


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        ("alt+c", Wrong.SLOW), ("ctrl+1", Wrong.NEVER), ("ctrl+shift+c", Wrong.NEVER),
        ("ctrl+space", Wrong.NEVER), ("f13", Wrong.NEVER), ("shift+c", Wrong.CAPITAL),
        ("shift+enter", Wrong.SHIFT), ("ctrl+i", Wrong.SAME), ("^m", Wrong.SAME),
        ("ctrl+b", Wrong.MULTIPLEXER), ("ctrl+a", Wrong.MULTIPLEXER), ("ctrl+c", Wrong.RESERVED),
        ("ctrl+q", Wrong.TAKEN), ("n", Wrong.TAKEN), ("т", Wrong.TAKEN), (",", Wrong.TAKEN),
        ("hyperspace", Wrong.NO_KEY), ("", Wrong.NO_KEY), ("é", Wrong.NO_KEY), ("ab", Wrong.NO_KEY),
    ],
)  # fmt: skip
def test_a_key_that_cannot_be_is_refused_with_the_reason(key: str, wrong: Wrong) -> None:
    keymap = keymap_of({"compose": key, "undo": "U"})
    assert [fault.wrong for fault in keymap.faults] == [wrong]
    assert keymap.faults[0].path == ("keys", "compose")
    assert keymap.changed == {"undo": "U,Г"}


def test_unknown_commands_and_commands_without_a_key() -> None:
    keymap = keymap_of({"compos": "C", "new": []})
    named = [(fault.wrong, dict(fault.values)["near"]) for fault in keymap.faults[:1]]
    assert named == [(Wrong.NO_COMMAND, "compose")]
    assert keymap.faults[1].wrong is Wrong.NO_KEYS
    assert keymap.changed == {}


def test_where_letters_are_text_a_command_gets_no_letter() -> None:
    told = {"save": "s", "back": "Z", "finding": "delete", "open": ["enter", "o"]}
    keymap = keymap_of(told)
    assert {fault.wrong for fault in keymap.faults} == {Wrong.TEXT}
    assert keymap.changed == {}


def test_of_two_that_want_one_key_the_first_has_it() -> None:
    keymap = keymap_of({"compose": "J", "record": "J"})
    assert keymap.changed == {"compose": "J,О"}
    assert keymap.faults[0].values == {"key": "J", "other": "compose"}


@pytest.mark.parametrize(
    ("command", "key", "other"),
    [
        ("mark_case", "r", "record"),  # on the board
        ("tick", "b", "board"),  # everywhere
        ("leave_out", "j", "down"),  # in every list
        ("statistics", "y", "copy_address"),  # it is everywhere itself
    ],
)
def test_two_that_stand_on_one_screen_have_no_key_in_common(
    command: str, key: str, other: str
) -> None:
    (fault,) = keymap_of({command: key}).faults
    assert (fault.wrong, fault.path[-1], dict(fault.values)) == (
        Wrong.TAKEN, command, {"key": key, "other": other},
    )  # fmt: skip


def test_a_key_whose_owner_keeps_it_after_all_is_not_given_away() -> None:
    """`record` wants a key that cannot be, so its usual one is not free for `compose`."""
    keymap = keymap_of({"compose": "r", "record": "alt+r"})
    assert keymap.changed == {}
    assert {fault.wrong for fault in keymap.faults} == {Wrong.TAKEN, Wrong.SLOW}


def test_faults_are_told_from_the_top_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("[keys]\ncompose = 'n'\nnwe = 'n'\n\n[profile]\nphone = 1\n")
    settings = Settings(file)
    assert [(fault.name, fault.line) for fault in settings.every_fault] == [
        ("keys.compose", 2), ("keys.nwe", 3), ("profile.phone", 6),
    ]  # fmt: skip


def test_characters_have_the_names_that_textual_gives_them() -> None:
    for character in string.printable[:95] + "№ыЫ":
        assert key_named(character) == _character_to_key(character)
        assert character_of(key_named(character)) == character
