"""A bundle on disk: private, whole or not at all, and never over a file that is there."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tui.cases.errors import BadInput
from tui.desk.bundle import Gathered
from tui.desk.bundle_archive import pack
from tui.desk.folders import expanded

ENDING = ".zip"
_MOST = 1000  # names that are tried


def write_bundle(gathered: Gathered, where: str) -> Path:
    """Write the archive, private and whole or not at all; where it is.

    `where` is a .zip file that is not there yet, or a folder, in which the first free name is
    taken. Raises BadInput, and LibraryMissing where no PDF can be made.
    """
    target = expanded(where)
    is_folder = target.is_dir()
    if not is_folder and target.suffix.lower() != ENDING:
        raise BadInput("A bundle is a .zip file, or goes into a folder that is there: {file} is "
                       "neither.", file=where, name="where")  # fmt: skip
    if not is_folder and (target.exists() or target.is_symlink()):
        raise _taken(target)
    folder = target if is_folder else target.parent
    names = _free_names(gathered.name) if is_folder else iter((target.name,))
    try:
        return _put(gathered, folder, names)
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadInput("{path} cannot be written: {reason}.", path=where, reason=reason,
                       name="where") from error  # fmt: skip


def _taken(path: Path) -> BadInput:
    return BadInput("{file} exists. Name another file, or a folder.", file=str(path), name="where")


def _free_names(name: str) -> Iterator[str]:
    stem, ending = Path(name).stem, Path(name).suffix
    yield name
    yield from (f"{stem}-{number}{ending}" for number in range(2, _MOST))


def _put(gathered: Gathered, folder: Path, names: Iterator[str]) -> Path:
    """Written under a name of its own first, so that nobody ever sees half of it."""
    descriptor, temporary = tempfile.mkstemp(dir=folder, prefix=".upheld-")  # 0600
    unfinished = Path(temporary)
    try:
        with os.fdopen(descriptor, "wb") as out:
            pack(gathered, out)
            out.flush()
            os.fsync(out.fileno())
        return _named(unfinished, folder, names)
    finally:
        with suppress(OSError):
            unfinished.unlink()


def _named(unfinished: Path, folder: Path, names: Iterator[str]) -> Path:
    """Moved to the first name that is free, which an empty file holds until then."""
    path = folder
    for name in names:
        path = folder / name
        try:
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        except FileExistsError:
            continue
        try:
            return unfinished.replace(path)
        except OSError:
            path.unlink()
            raise
    raise _taken(path)
