"""Evidence: files copied in, each named by what is in it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from tui.cases.event import Evidence
from tui.store.disk import fresh_file, private_folder, reading_from, sync_folder, writing_to
from tui.store.errors import StoreError
from tui.store.incoming import opened
from tui.terminal.clean import clean_line

_AT_ONCE = 8  # files that are settled side by side
_NAME = re.compile(r"[0-9a-f]{64}")  # a book from elsewhere may name anything


class EvidenceShelf(Protocol):
    """Where evidence lies."""

    def put(self, path: Path, number: int) -> tuple[Evidence, bool]:
        """Copy a file in: what it is, and whether it was not there before."""

    def put_content(self, content: bytes, name: str, number: int) -> tuple[Evidence, bool]:
        """The same with bytes, whatever there are; on the disk for sure once it is `settled`."""

    def settle(self) -> None:
        """Have the disk hold what `put_content` wrote: many files at once cost little more than
        one.
        """

    def drop(self, sha256: str) -> None:
        """Take away what was put there for nothing."""

    def path(self, sha256: str) -> Path | None:
        """The copy, to read; None where it is missing. Raises StoreError where it was changed."""


class EvidenceFolder:
    """Files called by their SHA-256, written before the case that names them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._whole: dict[str, tuple[int, int, int]] = {}  # how a file stood when it was whole
        self._unsettled: set[Path] = set()

    def put(self, path: Path, number: int) -> tuple[Evidence, bool]:
        """See EvidenceShelf. Only for whoever has the turn to write."""
        with opened(path) as chunks:
            sha256, size, is_new = self._keep(chunks)
        return evidence_of(path.name, number, sha256, size), is_new

    def put_content(self, content: bytes, name: str, number: int) -> tuple[Evidence, bool]:
        """See EvidenceShelf."""
        sha256 = sha256_of(content)
        target = self._folder / sha256
        is_new = not target.exists()
        if is_new or target.read_bytes() != content:  # half of it may be there after a power cut
            with writing_to(self._folder):
                private_folder(self._folder)
                tmp = self._folder / "incoming.tmp"
                with fresh_file(tmp) as descriptor:
                    write_all(descriptor, content)
                    tmp.replace(target)
            self._unsettled.add(target)
        return evidence_of(name, number, sha256, len(content)), is_new

    def settle(self) -> None:
        """See EvidenceShelf."""
        if not self._unsettled:
            return
        from concurrent.futures import ThreadPoolExecutor  # few changes bring files

        with writing_to(self._folder), ThreadPoolExecutor(_AT_ONCE) as several:
            # Asked for several at once, a disk writes them together.
            list(several.map(_settle, self._unsettled))
            sync_folder(self._folder)
        self._unsettled.clear()

    def _keep(self, chunks: Iterator[bytes]) -> tuple[str, int, bool]:
        """Write a file under its SHA-256: that, its size, and whether it was not there before."""
        with writing_to(self._folder):
            private_folder(self._folder)
            tmp = self._folder / "incoming.tmp"
            with fresh_file(tmp) as descriptor:
                size = sum(write_all(descriptor, chunk) for chunk in chunks)
                os.fsync(descriptor)
                sha256 = _sha256_in(tmp)
                is_new = not (self._folder / sha256).exists()
                tmp.replace(self._folder / sha256)
            sync_folder(self._folder)
        return sha256, size, is_new

    def drop(self, sha256: str) -> None:
        """See EvidenceShelf. A file that cannot be taken away does no harm."""
        self._unsettled.discard(self._folder / sha256)
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


def _settle(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _require_whole(path: Path) -> None:
    """Evidence that was tampered with proves nothing, and is not passed on as if it did."""
    if _sha256_in(path) == path.name:
        return
    raise StoreError(
        "“{file}” is not what was copied in: it was changed since. Copy it in again, or bring "
        "back a copy of the book. See: upheld doctor",
        file=f"evidence/{path.name}",
    )


def sha256_of(content: bytes) -> str:
    """By what a file of evidence is known."""
    from hashlib import sha256  # slow to load, and only who copies a file in or out needs it

    return sha256(content).hexdigest()


def _sha256_in(path: Path) -> str:
    from hashlib import file_digest

    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def evidence_of(name: str, number: int, sha256: str, size: int) -> Evidence:
    """What a case keeps of a file."""
    return Evidence(number=number, name=clean_line(name), sha256=sha256, size=size)


def write_all(descriptor: int, data: bytes) -> int:
    """Write all of it; how many bytes."""
    with memoryview(data) as rest:
        done = 0
        while done < len(rest):
            done += os.write(descriptor, rest[done:])
    return done
