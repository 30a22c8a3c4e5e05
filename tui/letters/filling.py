"""Putting values into the `{name}` places of a text."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PLACE = re.compile(r"\{([a-z_]+)\}([»”)]?)(\.?)")
_ENDED = re.compile(r"[.!?…][»”\"’)]*$")


def places_of(text: str) -> tuple[str, ...]:
    """The names of the places of `text`, in their order."""
    return tuple(match[1] for match in _PLACE.finditer(text))


def stray_brace(text: str) -> bool:
    """Whether a brace is left once the plain places are taken out: `{a.b}`, `{a!r}`, `{`."""
    rest = _PLACE.sub("", text)
    return "{" in rest or "}" in rest


def fill(text: str, values: Mapping[str, str]) -> str:
    """`text` with its places filled, in one pass: braces inside a value stay as they are.

    A full stop after a place is not written where the value ends with one: “24 ноября
    2026 г.” at the end of a sentence, a company called “Acme Inc.”.
    """
    return _PLACE.sub(lambda match: stopped(values[match[1]], match[2], match[3]), text)


def stopped(text: str, closing: str = "", stop: str = ".") -> str:
    """`text`, `closing` quotation mark and `stop`, unless the text ends a sentence itself."""
    return text + closing + ("" if _ENDED.search(text) else stop)
