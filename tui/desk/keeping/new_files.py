"""Files that a person takes out: private, whole or not at all, and never over one that is there."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO

from tui.cases.errors import BadInput
from tui.desk.keeping.folders import expanded

Write = Callable[[IO[bytes]], object]

_MOST = 1000  # names that are tried


def write_where(write: Write, where: str, name: str, neither: BadInput) -> Path:
    """Write a new file; where it is.

    `where`: as it was typed, a folder that is there, in which the file gets the first free name
    like `name`, or a file with the ending of `name` that is not there yet. Raises `neither` where
    it is none of these, and BadInput.
    """
    target, ending = expanded(where), Path(name).suffix
    is_folder = target.is_dir()
    if not is_folder and target.suffix.lower() != ending:
        raise neither
    if not is_folder and (target.exists() or target.is_symlink()):
        raise _taken(target)
    try:
        if is_folder:
            return put_new(write, target, name)
        return put_new(write, target.parent, target.name, only=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadInput(
            "{path} cannot be written: {reason}.", path=where, reason=reason, name="where"
        ) from error


def put_new(write: Write, folder: Path, name: str, *, only: bool = False) -> Path:
    """A new file under the first free name: letter.txt, letter-2.txt ...; where it is.

    `only`: under this name or none. It is written under a name of its own first, so that nobody
    ever sees half of it. Raises OSError, and BadInput where no name is free.
    """
    descriptor, temporary = tempfile.mkstemp(dir=folder, prefix=".upheld-")  # 0600
    unfinished = Path(temporary)
    try:
        with os.fdopen(descriptor, "wb") as out:
            write(out)
            out.flush()
            os.fsync(out.fileno())
        return _moved(unfinished, _free(folder, name, 1 if only else _MOST))
    finally:
        with suppress(OSError):
            unfinished.unlink()


def _free(folder: Path, name: str, most: int) -> Path:
    """The first name that is free, which an empty file holds from now on."""
    stem, ending = Path(name).stem, Path(name).suffix
    for number in range(1, most + 1):
        path = folder / (name if number == 1 else f"{stem}-{number}{ending}")
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            return path
    if most == 1:
        raise _taken(folder / name)
    raise BadInput("There are too many files named {name} already.", name=name)


def _moved(unfinished: Path, free: Path) -> Path:
    try:
        return unfinished.replace(free)
    except OSError:
        free.unlink()
        raise


def _taken(path: Path) -> BadInput:
    return BadInput("{file} exists. Name another file, or a folder.", file=str(path), name="where")
