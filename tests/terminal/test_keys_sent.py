"""Every command has a key that old terminals, the console, tmux and screen can send."""

from __future__ import annotations

import string
from collections.abc import Iterable

import pytest
from textual.events import Key

from tui.commands import CATALOGUE, Command
from tui.terminal.keys import Keys

_ARROWS = ("\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1bOA", "\x1bOB", "\x1bOC", "\x1bOD")
_PF = ("\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS")
_PAGES = ("\x1b[1~", "\x1b[4~", "\x1b[5~", "\x1b[6~", "\x1b[2~", "\x1b[3~")
# What each sends for its other keys, from the descriptions of ncurses 6.4 (infocmp), which is how
# programs have always found out; arrows in both modes of the keypad.
SENT = {
    "vt100": (*_ARROWS, *_PF, "\x08", "\x7f"),
    "linux": (*_ARROWS[:4], "\x1b[[A", "\x1b[[B", "\x1b[[C", "\x1b[[D", *_PAGES, "\x1b\t", "\x7f"),
    "screen": (*_ARROWS, *_PF, *_PAGES, "\x1b[Z", "\x7f"),
    "tmux": (*_ARROWS, *_PF, *_PAGES, "\x1b[Z", "\x7f"),
    "xterm": (*_ARROWS, *_PF, "\x1bOH", "\x1bOF", *_PAGES[2:], "\x1b[Z", "\x7f"),
}
_CTRL = {"vt100": "", "linux": "", "screen": "a", "tmux": "b", "xterm": ""}  # what it keeps


def sent_by(term: str) -> set[str]:
    """The names of the keys as which arrives what that terminal can send."""
    controls = {chr(code) for code in range(1, 32)} - {"\x1b"}
    kept = {chr(ord(letter) - 96) for letter in _CTRL[term]}
    texts = (*string.printable[:95], *(controls - kept), *SENT[term])
    found: set[str] = set()
    for text in (*texts, "\x1b"):
        keys = Keys()
        messages = [*keys.feed(text.encode()), *keys.feed(b"\x1b")]  # the last one ends the first
        found |= {message.key for message in messages if isinstance(message, Key)}
    return found | {"escape"}


@pytest.mark.parametrize("term", SENT)
def test_every_command_has_a_key_that_it_can_send(term: str) -> None:
    keys = sent_by(term)
    assert unreachable(keys, CATALOGUE.values()) == []
    assert {"backspace", "up", "left", "f1", "f4", "ctrl+s", "ctrl+q", "ctrl+j"} <= keys


def unreachable(keys: set[str], commands: Iterable[Command]) -> list[str]:
    """The commands for which none of these keys is enough."""
    return [c.id for c in commands if not keys & set(c.key.split(","))]


def test_keys_that_cannot_be_sent_are_noticed() -> None:
    dead = Command("x", "ctrl+h,shift+enter,ctrl+1,alt+c", "", "", CATALOGUE["new"].group)
    assert unreachable(sent_by("xterm"), [dead]) == ["x"]
    paging = Command("y", "pagedown", "", "", CATALOGUE["new"].group)
    assert unreachable(sent_by("vt100"), [paging]) == ["y"]
    assert "shift+tab" in sent_by("linux")


def test_no_command_has_a_key_that_is_another() -> None:
    """Ctrl and h, i, m, [ arrive as Backspace, Tab, Enter and Escape."""
    others = {"ctrl+h", "ctrl+i", "ctrl+m", "ctrl+left_square_bracket", "ctrl+c", "ctrl+v"}
    assert [c.id for c in CATALOGUE.values() if others & set(c.key.split(","))] == []
