"""The small words around a letter, in its language."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from tui.letters.filling import fill

FILE = Path(__file__).with_name("labels.toml")


def label(language: str, name: str, /, **values: str) -> str:
    """A label by its name: "page", "list.title"."""
    return fill(labels()[name][language], values)


@cache
def labels() -> dict[str, dict[str, str]]:
    """Name -> language -> text; those of a table as "table.name"."""
    read: dict[str, Any] = tomllib.loads(FILE.read_text("utf-8"))
    tables = {name: read.pop(name) for name in ("list", "bundle")}
    inner = ((f"{table}.{name}", text) for table in tables for name, text in tables[table].items())
    return read | dict(inner)
