"""Keys as a person writes them, and those that not every terminal can send.

Sources: what terminals send for a key is told by xterm's ctlseqs and by ECMA-48: Ctrl and a
letter is one of 32 bytes, so that Ctrl+I is Tab, and Ctrl with a digit or with Shift has no byte.
"""

from __future__ import annotations

from tui.commands import character_of, key_named, on_qwerty
from tui.settings.fault import Wrong

_ALIASES = {
    "esc": "escape", "return": "enter", "pgup": "pageup", "pgdn": "pagedown", "del": "delete",
    "ins": "insert",
}  # fmt: skip
_NAMED = frozenset(
    {"enter", "tab", "escape", "backspace", "delete", "insert", "home", "end", "pageup",
     "pagedown", "up", "down", "left", "right", "space", "shift+tab"}
    | {f"f{number}" for number in range(1, 13)}
)  # fmt: skip
_SAME = {"h": "backspace", "i": "tab", "m": "enter", "j": "enter"}
_MULTIPLEXER = {"a": "screen", "b": "tmux"}
_RESERVED = frozenset("cdvxz")  # stop, end, paste, cut, suspend


class KeyRefused(Exception):
    """It is no key, or one that cannot be relied on."""

    def __init__(self, wrong: Wrong, key: str, **values: str) -> None:
        super().__init__(f"{wrong}: {key}")
        self.wrong = wrong
        self.values = {"key": key, **values}


def key_of(typed: str) -> str:
    """The name of the key. A Russian letter is the key in its place. Raises KeyRefused."""
    text = typed if typed == " " else typed.strip()
    if len(text) == 1:
        return _single(text)
    name = text.lower().replace("^", "ctrl+", 1) if text[:1] == "^" else text.lower()
    name = _ALIASES.get(name, name)
    if name in _NAMED or character_of(name):
        return name
    *modifiers, key = name.split("+")
    if not modifiers:
        wrong = Wrong.NEVER if key[:1] == "f" and key[1:].isdecimal() else Wrong.NO_KEY
        raise KeyRefused(wrong, typed)
    _refuse_modifiers(typed, modifiers, key)
    return _with_ctrl(typed, key)


def is_text(key: str) -> bool:
    """Whether a field takes it as text, or for what is written in it."""
    editing = {"enter", "backspace", "delete", "insert", "home", "end", "up", "down", "left",
               "right"}  # fmt: skip
    return bool(character_of(key)) or key in editing


def _single(text: str) -> str:
    character = on_qwerty(text) or text
    if not character.isascii() or not character.isprintable():
        raise KeyRefused(Wrong.NO_KEY, text)
    return key_named(character)


def _refuse_modifiers(typed: str, modifiers: list[str], key: str) -> None:
    if "alt" in modifiers or "meta" in modifiers:
        raise KeyRefused(Wrong.SLOW, typed)
    if modifiers == ["shift"] and len(key) == 1 and key.isalpha():
        raise KeyRefused(Wrong.CAPITAL, typed, instead=key.upper())
    if modifiers == ["shift"]:
        raise KeyRefused(Wrong.SHIFT, typed)
    if set(modifiers) - {"ctrl", "shift", "super", "hyper"}:
        raise KeyRefused(Wrong.NO_KEY, typed)
    if modifiers != ["ctrl"]:
        raise KeyRefused(Wrong.NEVER, typed)


def _with_ctrl(typed: str, key: str) -> str:
    if key in _SAME:
        raise KeyRefused(Wrong.SAME, typed, other=_SAME[key])
    if key in _MULTIPLEXER:
        raise KeyRefused(Wrong.MULTIPLEXER, typed, other=_MULTIPLEXER[key])
    if key in _RESERVED:
        raise KeyRefused(Wrong.RESERVED, typed)
    if len(key) != 1 or not key.isascii() or not key.isalpha():
        raise KeyRefused(Wrong.NEVER, typed)
    return f"ctrl+{key}"
