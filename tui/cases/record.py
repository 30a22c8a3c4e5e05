"""Values that travel to disk and to JSON, and keep what they do not know."""

from __future__ import annotations

import types
import typing
from functools import cache
from typing import Any, TypeVar

import msgspec

R = TypeVar("R", bound="Record")

_EXTRA = b'"extra":'  # in a text that somebody wrote a backslash stands before the quotes


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A frozen value. Keys that this version does not know are kept in `extra`."""

    extra: dict[str, Any] | msgspec.UnsetType = msgspec.UNSET


def to_plain(record: Record) -> dict[str, Any]:
    """The record as JSON values, unknown keys back in their places."""
    plain = msgspec.to_builtins(record)
    return typing.cast("dict[str, Any]", _unfold(type(record), plain))


def quick_text(record: Record) -> bytes | None:
    """The record as JSON; None where `to_plain` has to look after something in it."""
    try:
        text = msgspec.json.encode(record)
    except (ValueError, OverflowError, RecursionError):  # half a surrogate pair, a huge number
        return None
    return None if _EXTRA in text else text


def quick_record(kind: type[R], text: bytes) -> R | None:
    """The record of a text that `quick_text` made; None of any other.

    That it makes the same text again proves that nothing in it is unknown, or there twice.
    """
    try:
        record = msgspec.json.decode(text, type=kind)
    except (ValueError, RecursionError):
        return None
    return record if quick_text(record) == text else None


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
    known, extra, children = {}, {}, _children(kind)
    for key, value in plain.items():
        if key == "extra" or key not in children:
            extra[key] = value
        else:
            child = children[key]
            known[key] = _fold(child, value) if child and value else value
    return {**known, "extra": extra} if extra else known


def _unfold(kind: type[Record], plain: Any) -> Any:
    if isinstance(plain, list | tuple):
        return [_unfold(kind, item) for item in plain]
    if not isinstance(plain, dict):
        return plain
    children = _children(kind)
    known = {
        key: _unfold(child, value) if value and (child := children.get(key)) else value
        for key, value in plain.items()
        if key != "extra"
    }
    return {**known, **plain.get("extra", {})}
