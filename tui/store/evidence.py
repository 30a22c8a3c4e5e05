"""Evidence: files copied in, each named by what is in it."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Protocol

from tui.cases.errors import BadInput
from tui.cases.event import Evidence
from tui.store.disk import fresh_file, private_folder, sync_folder, writing_to
from tui.terminal.clean import clean_line

LIMIT = 50  # MB
_CHUNK = 2**20


class EvidenceShelf(Protocol):
    """Where evidence lies."""

    def put(self, path: Path, number: int) -> tuple[Evidence, bool]:
        """Copy a file in: what it is, and whether it was not there before."""

    def drop(self, sha256: str) -> None:
        """Take away what was put there for nothing."""


class EvidenceFolder:
    """Files called by their SHA-256, written before the case that names them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, path: Path, number: int) -> tuple[Evidence, bool]:
        """See EvidenceShelf. Only for whoever has the turn to write."""
        with _opened(path) as chunks, writing_to(self._folder):
            private_folder(self._folder)
            tmp = self._folder / "incoming.tmp"
            with fresh_file(tmp) as descriptor:
                size = sum(_write_all(descriptor, chunk) for chunk in chunks)
                os.fsync(descriptor)
                with tmp.open("rb") as copy:
                    sha256 = hashlib.file_digest(copy, "sha256").hexdigest()
                is_new = not (self._folder / sha256).exists()
                tmp.replace(self._folder / sha256)
            sync_folder(self._folder)
        return _evidence(path, number, sha256, size), is_new

    def drop(self, sha256: str) -> None:
        """See EvidenceShelf. A file that cannot be taken away does no harm."""
        with suppress(OSError):
            (self._folder / sha256).unlink()


class EvidenceInMemory:
    """Checks and names evidence as the folder does, and keeps no copy."""

    def put(self, path: Path, number: int) -> tuple[Evidence, bool]:
        """See EvidenceShelf."""
        with _opened(path) as chunks:
            content = b"".join(chunks)
        sha256 = hashlib.sha256(content).hexdigest()
        return _evidence(path, number, sha256, len(content)), False

    def drop(self, sha256: str) -> None:
        """See EvidenceShelf. There is nothing to take away."""


def _evidence(path: Path, number: int, sha256: str, size: int) -> Evidence:
    return Evidence(number=number, name=clean_line(path.name), sha256=sha256, size=size)


@contextmanager
def _opened(path: Path) -> Iterator[Iterator[bytes]]:
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
        problem = getattr(error, "strerror", None) or str(error)
        raise BadInput("“{name}” cannot be read: {problem}.", name=name, problem=problem) from None


def _write_all(descriptor: int, data: bytes) -> int:
    with memoryview(data) as rest:
        done = 0
        while done < len(rest):
            done += os.write(descriptor, rest[done:])
    return done
