"""Regular expressions as Python has worked them out: doing that is a tenth of a start, every time.

What modules compile while they are imported is kept beside the book, and laid where Python looks
before it works one out. What is used of `re` to do so are private names of Python: where they are
others, each pattern is worked out as ever, and the tests say so.
"""

from __future__ import annotations

import re
import sys
import zlib
from array import array
from contextlib import suppress
from typing import Any

import msgspec

from tui.terminal.kept import ALWAYS, keep, kept_bytes

_NAME = "patterns"
_SUM = 4  # bytes of a checksum: steps that a disk has changed might find something else
_PYTHON: Any = re
_IN_THE_WAY = (ImportError, AttributeError, TypeError, ValueError, RuntimeError)  # of another one
_Written = tuple[str | bytes, int]
"""A pattern as it is written, and its flags."""


class _WorkedOut(msgspec.Struct, array_like=True):
    """What Python's engine is given for a pattern."""

    pattern: Any  # str or bytes, between which msgspec does not choose
    flags: int
    all_flags: int
    steps: bytes
    groups: dict[str, int]
    names: tuple[str | None, ...]  # of all groups, the first of which is the whole


class Patterns:
    """The patterns that were kept in that folder by that version, at hand from now on."""

    def __init__(self, folder: str, version: str) -> None:
        self._folder, self._version = folder, version
        self._kept = self._met = frozenset[_Written]()
        with suppress(*_IN_THE_WAY):
            if content := kept_bytes(folder, _NAME, _key(version), 0):
                self._kept = put_at_hand(content)

    def remember(self) -> None:
        """What is compiled by now was so by modules, and not for what somebody wrote."""
        with suppress(AttributeError):
            self._met = frozenset(key[1:] for key in _PYTHON._cache)

    def keep(self) -> None:
        """Keep what was remembered for the next time, beside what is kept already."""
        if self._met - self._kept:
            with suppress(*_IN_THE_WAY):
                key = _key(self._version)
                keep(self._folder, _NAME, key, packed(self._met | self._kept), ALWAYS)


def packed(patterns: frozenset[_Written]) -> bytes:
    """These patterns, worked out. Raises what Python raises where it works otherwise."""
    content = msgspec.msgpack.encode([_worked_out(*pattern) for pattern in patterns])
    return zlib.crc32(content).to_bytes(_SUM) + content


def _worked_out(pattern: str | bytes, flags: int) -> _WorkedOut:
    tree = _PYTHON._parser.parse(pattern, flags)
    groups: dict[str, int] = tree.state.groupdict
    names: list[str | None] = [None] * tree.state.groups
    for name, number in groups.items():
        names[number] = name
    return _WorkedOut(
        pattern,
        flags,
        flags | tree.state.flags,
        array("I", _PYTHON._compiler._code(tree, flags)).tobytes(),
        groups,
        tuple(names),
    )


def put_at_hand(content: bytes | memoryview) -> frozenset[_Written]:
    """Lay what `packed` gave where Python looks for it. Tells which patterns those are.

    Python itself looks whether its engine can take the steps. Raises as `packed`, and ValueError
    where not all is as it was given.
    """
    told, content = int.from_bytes(content[:_SUM]), content[_SUM:]
    if told != zlib.crc32(content):
        raise ValueError(told)
    make = _PYTHON._compiler._sre.compile
    known = {}
    for one in msgspec.msgpack.decode(content, type=list[_WorkedOut]):
        steps = memoryview(one.steps).cast("I").tolist()
        known[type(one.pattern), one.pattern, one.flags] = make(
            one.pattern, one.all_flags, steps, len(one.names) - 1, one.groups, one.names
        )
    _PYTHON._cache.update(known)
    return frozenset(key[1:] for key in known)


def _key(version: str) -> str:
    """Another Python takes other steps."""
    return f"{version} {sys.version} {_PYTHON._compiler.MAGIC}".replace("\n", " ")
