"""The names of the characters that keys have. Textual looks them up in the tables of Unicode, which
are 0.7 MB of memory once they are asked.

`unicodedata` of `textual.keys` is a private name. Should an upgrade drop it, nothing is changed.
"""

from __future__ import annotations

import unicodedata

from textual import keys

_NAMES = {
    " ": "SPACE", "!": "EXCLAMATION MARK", '"': "QUOTATION MARK", "#": "NUMBER SIGN",
    "$": "DOLLAR SIGN", "%": "PERCENT SIGN", "&": "AMPERSAND", "'": "APOSTROPHE",
    "(": "LEFT PARENTHESIS", ")": "RIGHT PARENTHESIS", "*": "ASTERISK", "+": "PLUS SIGN",
    ",": "COMMA", "-": "HYPHEN-MINUS", ".": "FULL STOP", "/": "SOLIDUS", ":": "COLON",
    ";": "SEMICOLON", "<": "LESS-THAN SIGN", "=": "EQUALS SIGN", ">": "GREATER-THAN SIGN",
    "?": "QUESTION MARK", "@": "COMMERCIAL AT", "[": "LEFT SQUARE BRACKET",
    "\\": "REVERSE SOLIDUS", "]": "RIGHT SQUARE BRACKET", "^": "CIRCUMFLEX ACCENT",
    "_": "LOW LINE", "`": "GRAVE ACCENT", "{": "LEFT CURLY BRACKET", "|": "VERTICAL LINE",
    "}": "RIGHT CURLY BRACKET", "~": "TILDE",
}  # fmt: skip
_CHARACTERS = {
    **{name: character for character, name in _NAMES.items()},
    "TAB": "\t", "ESCAPE": "\x1b", "BACKSPACE": "\b", "DELETE": "\x7f",
}  # fmt: skip
_NONE = frozenset((
    "ENTER", "UP", "DOWN", "LEFT", "RIGHT", "HOME", "END", "PAGEUP", "PAGEDOWN", "INSERT", "SLASH",
    *(f"F{number}" for number in range(1, 13)),
))  # fmt: skip


class CharacterNames:
    """As the module `unicodedata`, with what keys need at hand."""

    def name(self, character: str) -> str:
        """See `unicodedata.name`."""
        return _NAMES.get(character) or unicodedata.name(character)

    def lookup(self, name: str) -> str:
        """See `unicodedata.lookup`."""
        if name in _NONE:
            raise KeyError(name)
        return _CHARACTERS.get(name) or unicodedata.lookup(name)


def put_names_at_hand() -> None:
    """From now on Textual asks here."""
    if hasattr(keys, "unicodedata"):
        keys.unicodedata = CharacterNames()
