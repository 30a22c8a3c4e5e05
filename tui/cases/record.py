"""Values that travel to disk and to JSON, and keep what they do not know."""

from __future__ import annotations

import types
import typing
from functools import cache
from typing import Any, TypeVar

import msgspec

R = TypeVar("R", bound="Record")


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A frozen value. Keys that this version does not know are kept in `extra`."""

    extra: dict[str, Any] = {}


def to_plain(record: Record) -> dict[str, Any]:
    """The record as JSON values, unknown keys back in their places."""
    plain = msgspec.to_builtins(record)
    return typing.cast("dict[str, Any]", _unfold(type(record), plain))


def from_plain(kind: type[R], plain: Any) -> R:
    """The record of JSON values.

    Raises msgspec.ValidationError, which names the path of a wrong value.
    """
    return msgspec.convert(_fold(kind, plain), kind)


@cache
def _children(kind: type[Record]) -> dict[str, type[Record] | None]:
    """Field name -> the kind of record inside it, or None."""
    hints = typing.get_type_hints(kind)
    return {name: _record_in(hints[name]) for name in kind.__struct_fields__}


def _record_in(hint: Any) -> type[Record] | None:
    if isinstance(hint, type) and issubclass(hint, Record):
        return hint
    if typing.get_origin(hint) in (tuple, types.UnionType, typing.Union):
        return next(filter(None, map(_record_in, typing.get_args(hint))), None)
    return None


def _fold(kind: type[Record], plain: Any) -> Any:
    """Move unknown keys into `extra`, all the way down."""
    if isinstance(plain, list):
        return [_fold(kind, item) for item in plain]
    if not isinstance(plain, dict):
        return plain
    known, extra = {}, {}
    for key, value in plain.items():
        if key == "extra" or key not in _children(kind):
            extra[key] = value
        else:
            child = _children(kind)[key]
            known[key] = _fold(child, value) if child else value
    return {**known, "extra": extra} if extra else known


def _unfold(kind: type[Record], plain: Any) -> Any:
    if isinstance(plain, list | tuple):
        return [_unfold(kind, item) for item in plain]
    if not isinstance(plain, dict):
        return plain
    children = _children(kind)
    known = {
        key: _unfold(child, value) if (child := children.get(key)) else value
        for key, value in plain.items()
        if key != "extra"
    }
    return {**known, **plain.get("extra", {})}
