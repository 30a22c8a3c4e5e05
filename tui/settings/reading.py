"""From the text of config.toml to values. A wrong setting costs itself, never its neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, get_args, get_origin

import msgspec
from msgspec.structs import replace

from tui.settings.fault import Fault, Wrong
from tui.settings.values import Config

_LEFT_OUT = object()  # stands for a value that cannot be used


def read(text: str) -> tuple[Config, tuple[Fault, ...]]:
    """What `text` sets, and what of it cannot be used. Raises ValueError, RecursionError for
    what is no TOML."""
    if not text:
        return Config(), ()
    # Only now: most who have no configuration run a verb that must be quick.
    import tomllib

    faults: list[Fault] = []
    config: Config = _struct(Config, tomllib.loads(text), (), faults)
    return config, with_lines(text, faults)


def with_lines(text: str, faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """The faults with the lines of `text` where they stand, in this order."""
    told = (replace(fault, line=line_of(text, fault.path)) for fault in faults)
    return tuple(sorted(told, key=lambda fault: fault.line))


def line_of(text: str, path: tuple[str, ...]) -> int:
    """The line in which the setting at `path` begins, counted from 1; 0 if it is not set.

    The parser tells no lines. So ever longer beginnings of the text are read: the statement
    that first sets it begins after the last beginning that was TOML without it.
    """
    import tomllib

    lines, start = text.splitlines(), 0
    for end in range(1, len(lines) + 1):
        try:
            known = tomllib.loads("\n".join(lines[:end]))
        except ValueError:  # in the middle of a value of several lines
            continue
        if _has(known, path):
            return start + 1
        start = end
    return 0


def _has(table: Any, path: tuple[str, ...]) -> bool:
    for name in path:
        if not isinstance(table, Mapping) or name not in table:
            return False
        table = table[name]
    return True


def nearest(name: str, known: Iterable[str]) -> str:
    """What was meant by a name that is not known; empty if nothing is like it."""
    from difflib import get_close_matches  # slow to load

    return next(iter(get_close_matches(name, list(known), 1)), "")


def _struct(
    kind: type[Any], table: Mapping[str, Any], path: tuple[str, ...], faults: list[Fault]
) -> Any:
    kinds = {field.name: field.type for field in msgspec.structs.fields(kind)}
    told = {}
    for name, value in table.items():
        if name in kinds:
            told[name] = _value(kinds[name], value, (*path, name), faults)
        else:
            faults.append(Fault((*path, name), Wrong.UNKNOWN, {"near": nearest(name, kinds)}))
    return kind(**_usable(told))


def _value(kind: Any, value: Any, path: tuple[str, ...], faults: list[Fault]) -> Any:
    if isinstance(value, Mapping) and isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return _struct(kind, value, path, faults)
    if isinstance(value, Mapping) and get_origin(kind) is dict:
        each = get_args(kind)[1]
        return _usable({n: _value(each, v, (*path, n), faults) for n, v in value.items()})
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError:
        faults.append(Fault(path, Wrong.KIND))
        return _LEFT_OUT


def _usable(told: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if value is not _LEFT_OUT}
