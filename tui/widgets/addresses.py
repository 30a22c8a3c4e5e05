"""Addresses of pages in a text: where one is broken, if it is longer than a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.terminal.widths import cell_len, chopped

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>“”„«»\"]+")
_BEHIND = ".,;:!?)]}…’'"  # of the sentence that it stands in
# Best behind what parts an address; in a longer piece, where whoever puts it together sees it.
_BREAKS = (re.compile(r"(?<=[/?&])(?![/?&])"), re.compile(r"(?<=[-_.=+,;])|(?=%)"))


def addresses_in(text: str) -> tuple[str, ...]:
    """The addresses that a text names, each once."""
    return tuple(dict.fromkeys(found.rstrip(_BEHIND) for found in _ADDRESS.findall(text)))


def chopped_word(word: str, width: int) -> list[str]:
    """A word in pieces of at most `width` cells, an address by its parts."""
    return _by_parts(word, width, _BREAKS) if _ADDRESS.search(word) else chopped(word, width)


def with_broken_addresses(text: str, width: int) -> str:
    """The text, in which an address longer than `width` cells begins a line and goes on below."""

    def broken(found: re.Match[str]) -> str:
        if cell_len(found[0]) <= width:
            return found[0]
        before = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        return "\n" * bool(before.strip()) + "\n".join(_by_parts(found[0], width, _BREAKS))

    return _ADDRESS.sub(broken, text) if width > 0 else text


def _by_parts(word: str, width: int, breaks: Sequence[re.Pattern[str]]) -> list[str]:
    """As few pieces as can be had by breaking at the first of `breaks`, else at the others."""
    if cell_len(word) <= width:
        return [word]
    if not breaks:
        return chopped(word, width)
    first, *others = breaks
    pieces = [""]
    for part in first.split(word):
        if cell_len(pieces[-1] + part) <= width:
            pieces[-1] += part
        else:
            pieces += _by_parts(part, width, others)
    return [piece for piece in pieces if piece]
