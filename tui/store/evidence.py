"""Evidence: files copied in, each named by what is in it."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import stat
import tempfile
import weakref
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Protocol

from tui.cases.errors import BadInput
from tui.cases.event import Evidence
from tui.store.disk import fresh_file, private_folder, reading_from, sync_folder, writing_to
from tui.store.errors import StoreError
from tui.store.reasons import reason
from tui.terminal.clean import clean_line

LIMIT = 50  # MB
_CHUNK = 2**20
_NAME = re.compile(r"[0-9a-f]{64}")  # a book from elsewhere may name anything


class EvidenceShelf(Protocol):
    """Where evidence lies."""

    def put(self, path: Path, number: int) -> tuple[Evidence, bool]:
        """Copy a file in: what it is, and whether it was not there before."""

    def drop(self, sha256: str) -> None:
        """Take away what was put there for nothing."""

    def path(self, sha256: str) -> Path | None:
        """The copy, to read; None where it is missing. Raises StoreError where it was changed."""


class EvidenceFolder:
    """Files called by their SHA-256, written before the case that names them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._whole: dict[str, tuple[int, int, int]] = {}  # how a file stood when it was whole

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

    def path(self, sha256: str) -> Path | None:
        """See EvidenceShelf. It is read whole, once as long as nobody touches it."""
        if not _NAME.fullmatch(sha256):
            return None
        path = self._folder / sha256
        with reading_from(path):
            if not path.is_file():
                return None
            state = path.stat()
            stands = (state.st_ino, state.st_size, state.st_mtime_ns)
            if self._whole.get(sha256) != stands:
                _require_whole(path)
                self._whole[sha256] = stands
        return path


class EvidenceInMemory:
    """Evidence of a book in memory, by SHA-256. A file is made when somebody wants to read it."""

    def __init__(self, kept: dict[str, bytes]) -> None:
        self._kept = kept
        self._folder: Path | None = None

    def put(self, path: Path, number: int) -> tuple[Evidence, bool]:
        """See EvidenceShelf."""
        with _opened(path) as chunks:
            content = b"".join(chunks)
        sha256 = hashlib.sha256(content).hexdigest()
        is_new = sha256 not in self._kept
        self._kept[sha256] = content
        return _evidence(path, number, sha256, len(content)), is_new

    def drop(self, sha256: str) -> None:
        """See EvidenceShelf."""
        self._kept.pop(sha256, None)

    def path(self, sha256: str) -> Path | None:
        """See EvidenceShelf."""
        if sha256 not in self._kept:
            return None
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="upheld-"))  # 0700
            weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        path = self._folder / sha256
        if not path.exists():
            with fresh_file(path, keep=True) as descriptor:
                _write_all(descriptor, self._kept[sha256])
        return path


def _require_whole(path: Path) -> None:
    """Evidence that was tampered with proves nothing, and is not passed on as if it did."""
    with path.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() == path.name:
            return
    raise StoreError(
        "“{file}” is not what was copied in: it was changed since. Copy it in again, or bring "
        "back a copy of the book. See: upheld doctor",
        file=f"evidence/{path.name}",
    )


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
        problem = reason(error) if isinstance(error, OSError) else str(error)
        raise BadInput("“{name}” cannot be read: {problem}.", name=name, problem=problem) from None


def _write_all(descriptor: int, data: bytes) -> int:
    with memoryview(data) as rest:
        done = 0
        while done < len(rest):
            done += os.write(descriptor, rest[done:])
    return done
