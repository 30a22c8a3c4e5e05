"""Text for a font that does not have every character: nothing is dropped in silence."""

from __future__ import annotations

import re
from collections.abc import Container
from unicodedata import normalize

UNKNOWN = "\ufffd"

# A number does not stand alone on a line, without what says of what it is.
_BOUND = re.compile(r"(?:№|\b(?:д|кв|корп|ст|п|no)\.) (?=\S)|(?<=\d) (?=(?:л|шт|руб|г)\.)")

# What is read as the same. Everything else that the font lacks becomes UNKNOWN.
_LIKE = {
    "→": "->", "←": "<-", "↔": "<->", "⇒": "=>", "➔": "->", "➜": "->",
    "☐": "[ ]", "□": "[ ]", "☑": "[x]", "☒": "[x]", "✓": "[x]", "✔": "[x]", "✅": "[x]",
    "✗": "[-]", "✘": "[-]", "❌": "[-]", "❗": "!", "❓": "?", "●": "•", "▪": "•", "◦": "•",
    "\u2010": "-", "\u2011": "-", "\u2012": "–", "\u2015": "—", "\u2212": "–",
}  # fmt: skip
_SPACES = dict.fromkeys(
    map(ord, "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a"), " "
)
# Seen by nobody: soft hyphens, joiners, marks of emoji variants.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")


def printable(text: str, font: Container[int]) -> str:
    """`text` with only what `font`, a set of code points, can draw."""
    text = _INVISIBLE.sub("", normalize("NFC", text)).translate(_SPACES)
    return "".join(char if ord(char) in font else _other(char, font) for char in text)


def bound(text: str) -> str:
    """`text` with spaces that do not break a line inside “№ 12”, “д. 10”, “2 л.”."""
    return _BOUND.sub(lambda found: found[0].replace(" ", "\u00a0"), text)


def _other(char: str, font: Container[int]) -> str:
    for like in (_LIKE.get(char, ""), normalize("NFKC", char)):
        if like and all(ord(one) in font for one in like):
            return like
    return UNKNOWN
