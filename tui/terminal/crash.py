"""A report of a fault that holds no data: names of types, modules and functions, and lines."""

from __future__ import annotations

import os
import platform
import traceback
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

from tui import __version__

_FRAMES = 40


def describe(error: BaseException) -> str:
    """The fault and what led to it. Messages and locals stay out: they hold people's data."""
    from importlib.metadata import version  # slow to import, and hardly ever needed

    head = (
        f"Upheld {__version__}, Textual {version('textual')}, Python {platform.python_version()}, "
        f"{platform.system()}"
    )
    return "\n".join([head, *_chain(error, set())]) + "\n"


def keep(report: str, folder: Path) -> Path | None:
    """Write `report` to a new file in `folder` that only its owner can read; None if that fails."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path, descriptor = _new(folder)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(report)
    except OSError:
        return None
    return path


def _new(folder: Path) -> tuple[Path, int]:
    """A file that was not there, which a link that was put there is not either."""
    for number in count(1):
        path = folder / f"crash-{number}.txt"
        with suppress(FileExistsError):
            return path, os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    raise AssertionError("numbers do not end")


def _chain(error: BaseException, seen: set[int]) -> Iterator[str]:
    if id(error) in seen:
        return
    seen.add(id(error))
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if earlier is not None:
        yield from _chain(earlier, seen)
    if isinstance(error, BaseExceptionGroup):
        for part in error.exceptions:
            yield from _chain(part, seen)
    yield ""
    yield _name(error)
    yield from _frames(error)


def _name(error: BaseException) -> str:
    kind = type(error)
    number = f", errno {error.errno}" if isinstance(error, OSError) and error.errno else ""
    return f"{kind.__module__}.{kind.__qualname__}{number}"


def _frames(error: BaseException) -> Iterator[str]:
    frames = list(traceback.walk_tb(error.__traceback__))
    for frame, line in frames[-_FRAMES:]:
        module = frame.f_globals.get("__name__", "?")
        yield f"  {module}:{line} {frame.f_code.co_qualname}"
