"""The word lists of the checks: TOML in `advice/data`, read once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
# Letter for letter, so that places in the flat text are places in the text.
_FLAT = str.maketrans(UPPER + "\u00a0\u202f\n\r\t'", UPPER.lower() + "     ’")


@cache
def word_list(name: str) -> dict[str, Any]:
    """The table of a file of `advice/data`, without its ending."""
    file = files("tui.advice") / "data" / f"{name}.toml"
    return tomllib.loads(file.read_text("utf-8"))


def whole_words(patterns: Iterable[str]) -> re.Pattern[str]:
    """Finds any of the patterns as whole words; for texts in small letters."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?![\w-])")


@lru_cache(maxsize=16)  # a dozen checks ask for the same seven parts
def flat(text: str) -> str:
    """`text` in small letters and on one line, each character in its place."""
    return text.translate(_FLAT)
