"""A file that is to become evidence, as it is read in."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from tui.cases.errors import BadInput
from tui.store.reasons import reason
from tui.terminal.clean import clean_line

LIMIT = 50  # MB
_CHUNK = 2**20


@contextmanager
def opened(path: Path) -> Iterator[Iterator[bytes]]:
    """The content of a file that may be evidence. Raises BadInput."""
    name = clean_line(path.name)
    with _speaking(name):
        # Looked at first: merely opening a device can do something.
        _require_file(path.stat(), name)
        file = path.open("rb", buffering=0)
    with file:
        yield _chunks(file, name)


def _require_file(state: os.stat_result, name: str) -> None:
    if not stat.S_ISREG(state.st_mode):
        raise BadInput("“{name}” is not a file. Name one file as evidence.", name=name)
    if state.st_size > LIMIT * 10**6:
        raise _too_large(name)


def _too_large(name: str) -> BadInput:
    return BadInput(
        "“{name}” is larger than {limit} MB. Enclose a smaller copy.", name=name, limit=LIMIT
    )


def _chunks(file: BinaryIO, name: str) -> Iterator[bytes]:
    size = 0
    while True:
        with _speaking(name):
            chunk = file.read(_CHUNK)
        if not chunk:
            return
        size += len(chunk)
        if size > LIMIT * 10**6:  # it grew, or never told its size
            raise _too_large(name)
        yield chunk


@contextmanager
def _speaking(name: str) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise BadInput("There is no file “{name}”.", name=name) from None
    except (OSError, ValueError) as error:
        problem = reason(error) if isinstance(error, OSError) else str(error)
        raise BadInput("“{name}” cannot be read: {problem}.", name=name, problem=problem) from None
