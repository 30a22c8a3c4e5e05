"""Escape and the key after it stay two keys, however they come."""

from __future__ import annotations

import pytest
from test_terminal_keys import Time
from textual.events import Key, Paste

from tui.commands import on_qwerty
from tui.terminal.escape import _LATIN
from tui.terminal.keys import Keys


def names(keys: Keys, *pieces: bytes) -> list[str]:
    """The keys of what came in these pieces, one right after the other, and of time after it."""
    return [m.key for piece in pieces for m in keys.feed(piece) if isinstance(m, Key)]


@pytest.mark.parametrize(
    ("came", "keys"),
    [
        ("\x1bj", ["escape", "j"]),
        ("\x1b/", ["escape", "slash"]),
        ("\x1b1", ["escape", "1"]),
        ("\x1bж", ["escape", "ж"]),
        ("\x1bP\x1bO\x1bK", ["escape", "P", "escape", "O", "escape", "K"]),
        ("\x1b\x13", ["escape", "ctrl+s"]),
        ("\x1b\r", ["escape", "enter"]),
        ("\x1bj\x1b[Ak", ["escape", "j", "up", "k"]),
        ("\x1b\x1b[B", ["escape", "down"]),
        # What is one key all the same
        ("\x1b[A\x1bOB\x1b[[A\x1bOP\x1b[1~\x1b[Z\x1b\t", ["up", "down", "f1", "f1", "home",
                                                         "shift+tab", "shift+tab"]),
        ("\x1bb\x1bf\x1b\x7f", ["ctrl+left", "ctrl+right", "ctrl+w"]),
        ("\x1b[106;3u", ["alt+j"]),
    ],
)  # fmt: skip
def test_keys_that_come_together(came: str, keys: list[str]) -> None:
    assert names(Keys(), came.encode()) == keys


def test_an_escape_at_the_end_waits_a_moment_for_what_may_belong_to_it() -> None:
    time = Time()
    keys = Keys(now=time)
    assert names(keys, b"a\x1b", b"[A", b"\x1b", b"x") == ["a", "up", "escape", "x"]
    assert names(keys, b"\x1b") == []
    assert list(keys.tick()) == []
    time.now += 1
    assert keys.wait() == 0
    assert [m.key for m in keys.tick() if isinstance(m, Key)] == ["escape"]
    assert keys.wait() is None
    assert names(keys, b"[") == ["left_square_bracket"]


def test_capital_o_alone_after_escape() -> None:
    keys = Keys()
    assert names(keys, b"\x1bO", b"j") == ["asterisk"]  # a key of the number pad
    assert names(keys, b"\x1bO\x1b[A") == ["escape", "O", "up"]


@pytest.mark.parametrize("cut", range(1, 22))
def test_nothing_of_a_paste_is_a_key(cut: int) -> None:
    raw, keys = b"\x1b[200~a\rj\x1bj\x1b\x1b[201~z", Keys()
    messages = [*keys.feed(raw[:cut]), *keys.tick(), *keys.feed(raw[cut:])]
    pasted = [m.text for m in messages if isinstance(m, Paste)]
    assert [m.key for m in messages if isinstance(m, Key)] == ["z"]
    assert pasted == ["a\rj␛j␛"]


def test_ctrl_and_a_russian_letter_is_the_key_in_that_place() -> None:
    """Terminals with the protocol of kitty tell of the letter of the layout in force."""
    assert names(Keys(), *(f"\x1b[{ord(letter)};5u".encode() for letter in "ыйз")) == [
        "ctrl+s", "ctrl+q", "ctrl+p",
    ]  # fmt: skip
    assert {russian: on_qwerty(russian) for russian in _LATIN} == _LATIN
