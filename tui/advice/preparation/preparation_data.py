"""What each kind of problem needs, as data: see the files in data/preparation."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

DATA = Path(__file__).parents[1] / "data" / "preparation"

T = TypeVar("T")
Texts = dict[str, str]  # by language


class What(StrEnum):
    """What sort of thing an item of the list is."""

    FACT = "fact"
    IDENTIFIER = "identifier"
    EVIDENCE = "evidence"
    RESULT = "result"
    CONTACT = "contact"
    ANSWER = "answer"  # what only they can give


class Needed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A thing to have at hand, and how it is recognised. See numbers.toml and evidence.toml."""

    what: What
    name: Texts
    mend: Texts
    kinds: tuple[str, ...] = ()
    field: str = ""
    told: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one kind of problem needs. See kinds.toml."""

    title: Texts
    tags: tuple[str, ...]
    numbers: tuple[str, ...]
    evidence: tuple[str, ...]
    results: tuple[Texts, ...]


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When a case is of a kind: all that is named must hold. See mapping.toml."""

    kind: str
    playbooks: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    urgencies: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@cache
def needed(name: str) -> dict[str, Needed]:
    """The items of one file, "numbers", "evidence" or "general", by id."""
    return _read(name, dict[str, Needed])


@cache
def kinds() -> dict[str, Kind]:
    """Every kind of problem by its id."""
    return _read("kinds", dict[str, Kind])


@cache
def rows() -> tuple[Row, ...]:
    """The rows of the mapping, in their order. The last one names nothing but its kind."""
    return tuple(_read("mapping", dict[str, list[Row]])["row"])


def _read(name: str, kind: type[T]) -> T:
    table: Any = tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
    return msgspec.convert(table, kind)
