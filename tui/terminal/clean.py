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
    *range(0xD800, 0xE000),  # lone surrogates
)  # fmt: skip
_LINE = {**_PICTURES, **dict.fromkeys(_OPAQUE, "\ufffd")}
_TEXT = {code: picture for code, picture in _LINE.items() if chr(code) not in "\n\t"}


def clean_line(text: str) -> str:
    """`text` on one line: every control character as a visible picture."""
    # No control character is printable; most texts are, and this is asked ten times faster.
    return text if text.isprintable() else text.translate(_LINE)


def clean_text(text: str) -> str:
    """`text` with its line feeds and tabs; every other control character as a picture."""
    return text.replace("\r\n", "\n").translate(_TEXT)


def control_characters() -> dict[int, None]:
    """The same set, as a table that deletes: the last line of defence before the wire."""
    return dict.fromkeys(_LINE)
