"""What is drawn where a terminal has no such sign: the one table from Unicode to ASCII.

Used for screens, for the first frame and for the command line. Imports no Textual.
"""

from __future__ import annotations

import codecs
import sys
from functools import lru_cache

from tui.terminal.widths import cell_len, cut

ENCODING_ERRORS = "upheld.glyphs"
"""What a stream is told to do with characters that its encoding does not have, once `register`
was called."""

_SIGNS = {
    "│┃║┆┇┊┋╎╏╵╷╹╻▏▎▍▌▐▕": "|",
    "─━┄┅┈┉╌╍╴╶╸╺▁▂▔": "-",
    "═▀▄": "=",
    "┌┐└┘├┤┬┴┼╭╮╰╯┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬": "+",
    "█▉▊▋▓■▇▆▅▃": "#",
    "▒░□": ":",
    "↑▲△": "^",
    "↓▼▽": "v",
    "←◀◁‹": "<",
    "→▶▷›": ">",
    "‐‑‒–—―−": "-",
    "“”„«»": '"',
    "‘’‚": "'",
    "•◆◇": "*",
    "·…": ".",
    "○◦": "o",
    "●": "*",
    "✓✔": "+",
    "✗✘×": "x",
    "≤": "<",
    "≥": ">",
    "№": "N",
    "\u00a0\u2007\u2009\u202f": " ",
}
ASCII = {sign: letter for signs, letter in _SIGNS.items() for sign in signs} | {"…": "~"}
"""Each sign that Upheld draws or writes by itself, and the one letter that stands for it."""


class Glyphs:
    """How text is written on a terminal of this encoding.

    `is_ascii`: lines and marks are wished in ASCII, whatever the encoding has; letters stay.
    """

    def __init__(self, encoding: str, *, is_ascii: bool = False) -> None:
        self._encoding, self._is_ascii = encoding, is_ascii
        self._letter = lru_cache(4096)(self._find)

    @property
    def is_needed(self) -> bool:
        """Whether anything is written otherwise than it stands."""
        return self._is_ascii or not is_whole(self._encoding)

    def of(self, text: str) -> str:
        """`text` in as many cells: what cannot be written as the letter nearest to it, or as ?."""
        if text.isascii():
            return text
        written, cells = "".join(map(self._letter, text)), cell_len(text)
        return written if cell_len(written) == cells else cut(written, cells)  # signs in one cell

    def _find(self, character: str) -> str:
        if self._is_ascii and character in ASCII:
            return ASCII[character]
        if _has(self._encoding, character):
            return character
        return ASCII.get(character) or "?" * cell_len(character)


def is_whole(encoding: str) -> bool:
    """Whether it has every character."""
    return encoding.lower().replace("-", "").replace("_", "") == "utf8"


def terminal_encoding() -> str:
    """How what is drawn reaches the terminal."""
    stream = sys.__stderr__
    return (stream is not None and stream.encoding) or "utf-8"


def register() -> None:
    """Let streams use the table by the name ENCODING_ERRORS."""
    codecs.register_error(ENCODING_ERRORS, _instead)


def _has(encoding: str, character: str) -> bool:
    try:
        character.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _instead(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    return "".join(ASCII.get(character, "?") for character in missing), error.end
