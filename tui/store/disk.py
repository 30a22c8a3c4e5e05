"""Files that are written whole or not at all, for their owner only."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from tui.cases.errors import UpheldError
from tui.store.errors import StoreError, StoreFull, StoreReadOnly
from tui.store.reasons import reason

# EFBIG: a limit on the size of files, as `ulimit -f` sets it.
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_READ_ONLY = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
# Many a home folder lets its group write; only one that hands its group on is meant for it.
_GROUP = stat.S_IWGRP | stat.S_ISGID
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


@contextmanager
def writing_to(path: Path) -> Iterator[None]:
    """Tell errors of the system in words that a person can act on."""
    try:
        yield
    except OSError as error:
        raise _unwritten(error, path) from error


@contextmanager
def reading_from(path: Path) -> Iterator[None]:
    """Tell errors of the system in words that a person can act on."""
    try:
        yield
    except OSError as error:
        raise StoreError(
            "“{file}” cannot be read: {problem}.", file=str(path), problem=reason(error)
        ) from error


def _unwritten(error: OSError, path: Path) -> UpheldError:
    if error.errno in _FULL:
        return StoreFull(
            "No room to write “{file}”. What was stored before is whole: free some space, "
            "then try again.",
            file=str(path),
        )
    if error.errno in _READ_ONLY:
        return StoreReadOnly(
            "“{file}” cannot be written: it is read-only for you. Reading works; to save, "
            "choose a folder of your own.",
            file=str(path),
        )
    return StoreError(
        "“{file}” was not written: {problem}. What was stored before is whole.",
        file=str(path),
        problem=reason(error),
    )


def is_there(path: Path) -> bool:
    """Whether there is such a file. Raises StoreError where the folder is closed to us."""
    with reading_from(path):
        return path.exists()


def paths_in(folder: Path) -> list[Path]:
    """What lies in a folder, by name; nothing where there is none. Raises StoreError.

    `Path.glob` finds nothing in a folder that it may not read, and does not say so.
    """
    with reading_from(folder), suppress(FileNotFoundError):
        return sorted(folder.iterdir())
    return []


class Modes(NamedTuple):
    """Who may read and write what is made: the owner, or the group of a shared folder, too."""

    file: int
    folder: int


def modes_in(folder: Path) -> Modes:
    """The modes of what is made in `folder`.

    Only its owner may read it, unless the folder was given to a group (`chmod 2770`): such a
    board is shared by several people on one host.
    """
    return Modes(0o660, 0o2770) if is_shared(folder) else Modes(0o600, 0o700)


def is_shared(folder: Path) -> bool:
    """Whether the folder was given to a group."""
    try:
        return folder.stat().st_mode & _GROUP == _GROUP
    except OSError:
        return False


def private_folder(path: Path) -> None:
    """Make the folder and those above it that are missing, each 0700; see `modes_in`."""
    if path.is_dir():
        return
    if path.parent != path:
        private_folder(path.parent)
    with suppress(FileExistsError):
        path.mkdir(mode=0o700)
        if (mode := modes_in(path.parent).folder) != 0o700:
            path.chmod(mode)
        sync_folder(path.parent)


def replace_file(path: Path, data: bytes, tmp: Path) -> os.stat_result:
    """Put `data` where `path` is: after a crash the old bytes are there, or the new ones.

    `tmp` lies in the same folder; one that a killed process left there is taken away. The
    caller sees to it that nobody else uses the same `tmp` now.
    """
    with fresh_file(tmp) as descriptor:
        with open(descriptor, "wb", closefd=False) as file:
            file.write(data)
        os.fsync(descriptor)
        state = os.fstat(descriptor)
        tmp.replace(path)
    sync_folder(path.parent)
    return state


@contextmanager
def fresh_file(tmp: Path, *, keep: bool = False) -> Iterator[int]:
    """A new private file, open for writing. It is gone afterwards, unless it was renamed, or
    nothing went wrong and it is to `keep` its name.
    """
    tmp.unlink(missing_ok=True)
    descriptor = os.open(tmp, _CREATE, 0o600)
    if (mode := modes_in(tmp.parent).file) != 0o600:
        os.fchmod(descriptor, mode)
    is_kept = False
    try:
        yield descriptor
        is_kept = keep
    finally:
        os.close(descriptor)
        if not is_kept:
            with suppress(OSError):
                tmp.unlink(missing_ok=True)


def sync_folder(path: Path) -> None:
    """Make the names in a folder survive a power cut."""
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_empty(path: Path) -> None:
    """An empty file, unless there is one, for those only who may use its folder."""
    private_folder(path.parent)
    with suppress(FileExistsError):
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            os.fchmod(descriptor, modes_in(path.parent).file)
        finally:
            os.close(descriptor)
        sync_folder(path.parent)
