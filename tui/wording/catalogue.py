"""A compiled catalogue of GNU gettext, in which texts are looked up where they stand.

The reader of the standard library makes a dictionary of all texts first: three thousand, of which
a command of a shell says five and a board a hundred.
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property

_MAGIC = 0x950412DE
_HEAD, _ENTRY = struct.Struct("<IIIII"), struct.Struct("<II")  # as tools/words.py writes it
_BETWEEN = "\0"  # of one and many


class Catalogue:
    """The texts of one language, of the content of its file. Raises ValueError if it is none."""

    def __init__(self, content: bytes) -> None:
        if len(content) < _HEAD.size or _HEAD.unpack_from(content)[0] != _MAGIC:
            raise ValueError("no catalogue")
        _, _, self._count, self._texts, self._translations = _HEAD.unpack_from(content)
        self._bytes = content
        self._found: dict[str, list[str]] = {}

    def gettext(self, text: str) -> str:
        """The translation of a text, or the text itself."""
        return self._look_up(text)[0] or text

    def ngettext(self, one: str, many: str, count: int) -> str:
        """The form for that number; by the English rule, where it is not translated."""
        forms = self._look_up(one + _BETWEEN + many)
        return forms[self._plural(count)] if forms[0] else (one if count == 1 else many)

    def _look_up(self, text: str) -> list[str]:
        found = self._found.get(text)
        if found is not None:
            return found
        sought = text.encode("utf-8", "surrogatepass")
        at = bisect_left(range(self._count), sought, key=self._text)
        if at == self._count or self._text(at) != sought:
            return [""]
        found = self._part(self._translations, at).decode().split(_BETWEEN)
        return self._found.setdefault(text, found)

    def _text(self, number: int) -> bytes:
        return self._part(self._texts, number)

    def _part(self, table: int, number: int) -> bytes:
        length, start = _ENTRY.unpack_from(self._bytes, table + number * _ENTRY.size)
        return self._bytes[start : start + length]

    @cached_property
    def _plural(self) -> Callable[[int], int]:
        from gettext import c2py

        head = self._look_up("")[0]
        line = next(line for line in head.splitlines() if line.startswith("Plural-Forms:"))
        return c2py(line.partition("plural=")[2].rstrip().rstrip(";"))
