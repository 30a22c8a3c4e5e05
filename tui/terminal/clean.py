"""Makes other people's text harmless for a terminal. Imports nothing, so that every face can.

Replaced per character, never "sequence removed": taking an escape sequence out of a text can
build a new one from what stood around it.
"""

from __future__ import annotations

_PICTURES: dict[int, str] = {code: chr(0x2400 + code) for code in range(0x20)}
_PICTURES[0x7F] = "\u2421"
_OPAQUE = (
    *range(0x80, 0xA0),  # C1 controls
    0x2028, 0x2029,  # line and paragraph separators
    0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A),  # bidi controls
)  # fmt: skip
SURROGATES = range(0xD800, 0xE000)  # lone ones, as a text has no others
_COMMON = 0x3000  # characters below are remembered once they came


class Table(dict[int, str | int | None]):
    """For `str.translate`: those that are not named stay, and lone surrogates are `\ufffd`.

    They are two thousand, of which hardly any ever comes: they stand in no table.
    """

    def __missing__(self, code: int) -> str | int:
        if code in SURROGATES:
            return "\ufffd"
        if code < _COMMON:
            self[code] = code
        return code


_LINE = Table({**_PICTURES, **dict.fromkeys(_OPAQUE, "\ufffd")})
_TEXT = Table({code: picture for code, picture in _LINE.items() if code not in (0x09, 0x0A)})
CONTROLS = (*_PICTURES, *_OPAQUE)
"""The codes of all that are replaced, but for lone surrogates."""


def clean_line(text: str) -> str:
    """`text` on one line: every control character as a visible picture."""
    # No control character is printable; most texts are, and this is asked ten times faster.
    return text if text.isprintable() else text.translate(_LINE)


def clean_text(text: str) -> str:
    """`text` with its line feeds and tabs; every other control character as a picture."""
    return text.replace("\r\n", "\n").translate(_TEXT)
