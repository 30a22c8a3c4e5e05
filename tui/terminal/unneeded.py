"""Modules that are imported by others and hardly used here: not to load them saves time and memory.

While a library is imported, what it asks for is given by a stand-in. That passes on what is needed
after all: the real module is loaded when one of its functions is called, or when something is asked
of it that is not foreseen here. Who imports that module later gets the real one.
"""

from __future__ import annotations

import os
import sys
import typing
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType

Given = Callable[[str, str], object]
"""What a module of that name gives by that name; LookupError, where the real one is to."""


def _real(name: str) -> ModuleType:
    """The module itself; a stand-in makes room for it."""
    if isinstance(sys.modules.get(name), Instead):
        del sys.modules[name]
    return import_module(name)


def _function(module: str, name: str) -> object:
    def called(*args: object, **named: object) -> object:
        return getattr(_real(module), name)(*args, **named)

    return called


def _class(module: str, name: str) -> object:
    return type(name, (), {"__module__": module})


def _typed(_: str, name: str) -> object:
    return vars(typing)[name]


def _private_types(_: str, name: str) -> object:
    return vars(import_module("textual._types"))[name]


def _system(_: str, name: str) -> object:
    """`uuid` and others ask which system it is while they are imported."""
    return {"system": lambda: os.uname().sysname}[name]


def only(given: Given, *names: str) -> Given:
    """The same for these names."""

    def chosen(module: str, name: str) -> object:
        if name not in names:
            raise LookupError(name)
        return given(module, name)

    return chosen


OF_PATHS: Mapping[str, Given | None] = {"urllib.parse": only(_function, "quote_from_bytes")}
"""What `pathlib` asks for: nobody wants a path as an address."""

OF_RECORDS: Mapping[str, Given | None] = {
    "platform": _system,
    "typing_extensions": _typed,
    "msgspec.inspect": only(_function),
    "msgspec._json_schema": only(_function, "schema", "schema_components"),
}
"""What msgspec asks for: types are neither looked through nor described as JSON."""

OF_TEXTUAL: Mapping[str, Given | None] = {
    "ssl": None,
    "typing_extensions": _typed,
    "asyncio.sslproto": only(_function),
    "difflib": only(_function, "get_close_matches"),
    "mimetypes": only(_function),
    "platform": _system,
    "locale": only(_function),
    "pickle": only(_function, "dumps", "loads"),
    "platformdirs": only(_function, "user_downloads_path"),
    "rich.table": only(_class, "Table"),
    "textual.command": only(
        _class,
        *("CommandListItem", "CommandPalette", "DiscoveryHit", "Hit", "Hits"),
        *("Provider", "SimpleProvider"),
    ),
    "textual.css._help_text": _function,
    "textual.types": _private_types,
}
"""What Textual asks for: a palette, tables of colours, downloads, a guess at what was meant in a
stylesheet. asyncio does without `ssl`, as a terminal does; mail imports it for itself, later."""


class Instead(ModuleType):
    """Stands where the module of that name would."""

    def __init__(self, name: str, given: Given) -> None:
        super().__init__(name)
        self._given = given

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        try:
            return self._given(self.__name__, name)
        except LookupError:
            return getattr(_real(self.__name__), name)


@contextmanager
def instead(stand_ins: Mapping[str, Given | None]) -> Iterator[None]:
    """Whoever imports one of these meanwhile gets a stand-in, unless it is loaded.

    With None they are told that there is no such module.
    """
    standing = {
        name: given and Instead(name, given)
        for name, given in stand_ins.items()
        if name not in sys.modules
    }
    sys.modules.update(standing)  # type: ignore[arg-type]  # None is what Python has there, too
    try:
        yield
    finally:
        for name, module in standing.items():
            if name in sys.modules and sys.modules[name] is module:
                del sys.modules[name]
