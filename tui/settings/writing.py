"""Changing config.toml: one value at a time, and all around it stays as it is."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

Told: TypeAlias = str | bool | float | Mapping[str, str] | None


def changed(text: str, path: Sequence[str], value: Told) -> str:
    """The TOML text with another value at `path`, or without it. Raises ValueError."""
    import tomlkit

    document = tomlkit.parse(text)
    inside: Any = document
    for key in path[:-1]:
        inside = _table(inside.setdefault(key, tomlkit.table(is_super_table=True)), key)
    last = path[-1]
    if value is None:
        inside.pop(last, None)
    elif isinstance(value, Mapping):
        table = _table(inside.setdefault(last, tomlkit.table()), last)
        # What was never set stays unsaid: a file shows what a person told.
        table.update({name: told for name, told in value.items() if told or name in table})
    else:
        inside[last] = value
    return tomlkit.dumps(document)


def _table(found: Any, key: str) -> Any:
    """What was written by mistake in place of a table is not thrown away."""
    if not isinstance(found, Mapping):
        raise ValueError(f"“{key}” is not a table")  # noqa: TRY004 - one error for the caller
    return found


def put_in_place(file: Path, text: str) -> None:
    """Write a private file whole or not at all. A link to it stays a link."""
    import tempfile

    target = file.resolve()
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=".config-")  # mode 0600
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
