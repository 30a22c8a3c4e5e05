"""A library that is not installed: what to type to have it."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

from tui.cases.errors import BadInput

_AS_ONE = str.maketrans({'"': "'", " ": ""})
_HOUSE = Path(__file__).parents[3]  # a checkout, or site-packages


class LibraryMissing(BadInput):
    """What was asked for needs an extra that is not installed."""


@contextmanager
def needing(extra: str, name: str) -> Iterator[None]:
    """Around an import: raises LibraryMissing, which names `name` and the line to type."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("tui"):
            raise  # a fault of ours
        raise LibraryMissing(
            "{name} needs libraries that are not installed. To install them: {command}",
            name=name,
            command=install_line(extra),
        ) from error


def install_line(extra: str, prefix: Path = Path(sys.prefix), house: Path = _HOUSE) -> str:
    """The line that installs an extra where this very program runs."""
    wanted = _libraries(extra)
    if "pipx" in prefix.parts:
        return f"pipx runpip upheld install {wanted}"
    pip = shlex.quote(str(prefix / "bin" / "pip"))
    if (house / "pyproject.toml").exists():
        return f"{pip} install {shlex.quote(f'{house}[{extra}]')}"
    return f"{pip} install {wanted}"


def _libraries(extra: str) -> str:
    """What the extra asks for: Upheld itself may come from a file, which no index has."""
    told = (each.partition(";") for each in _requires())
    asked = f"extra=='{extra}'"
    found = sorted(name.strip() for name, _, when in told if asked in when.translate(_AS_ONE))
    return " ".join(map(shlex.quote, found or [f"upheld[{extra}]"]))


def _requires() -> list[str]:
    try:
        return requires("upheld") or []
    except PackageNotFoundError:
        return []
