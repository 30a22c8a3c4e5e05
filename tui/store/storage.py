"""Where the book lies: in a file, or in memory."""

from __future__ import annotations

import os
import stat
import threading
from abc import abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tinydb.storages import Storage

from tui.cases.sentence import say
from tui.store.disk import keep_last, reading_from, replace_file, writing_to
from tui.store.errors import StoreError
from tui.store.lock import busy, only_writer
from tui.store.reading import broken, encode, parse
from tui.store.rows import Tables

_HEAD = 64  # bytes: holds the serial of the book, which no two states share


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells one state of a file from another without reading it all."""

    inode: int
    mtime_ns: int
    size: int
    head: bytes


class BookStorage(Storage):
    """A TinyDB storage that can be locked, and whose states can be told apart.

    `name`: what a person calls it. `last`: the stamp of what was last read or written here.
    """

    name: str
    last: Stamp | None = None

    @abstractmethod
    def read(self) -> Tables | None:
        """All tables; None where there is no book yet. Raises StoreError."""

    @abstractmethod
    def write(self, data: Tables) -> None:
        """All tables, whole or not at all. Raises StoreError."""

    @abstractmethod
    def stamp(self) -> Stamp | None:
        """Of what is there now, whoever wrote it; None where there is no book."""

    @abstractmethod
    def turn(self, patience: float) -> AbstractContextManager[None]:
        """Keep every other writer out. Raises StoreBusy after `patience` seconds."""


class FileStorage(BookStorage):
    """The book as one JSON file, which an unmodified TinyDB opens as well."""

    def __init__(self, path: Path) -> None:
        self.name = str(path)
        self._path = path

    def read(self) -> Tables | None:
        found = self._open(whole=True)
        self.last = found[0] if found else None
        return parse(found[1], self.name) if found else None

    def write(self, data: Tables) -> None:
        encoded, path = encode(data), self._real
        with writing_to(path):
            keep_last(path, path.with_name(f"{path.name}.bak"))
            state = replace_file(path, encoded, path.with_name(f"{path.name}.tmp"))
        self.last = _stamp(state, encoded[:_HEAD])

    def stamp(self) -> Stamp | None:
        found = self._open(whole=False)
        return found[0] if found else None

    def turn(self, patience: float) -> AbstractContextManager[None]:
        return only_writer(self._real.with_name("book.lock"), patience)

    @property
    def _real(self) -> Path:
        """Where a symbolic link leads: the file itself is replaced, and the link stays."""
        return Path(os.path.realpath(self._path))

    def _open(self, *, whole: bool) -> tuple[Stamp, bytes] | None:
        """The file's stamp, and its bytes or the first of them; None where there is no file."""
        try:
            with reading_from(self._path):
                return self._bytes(whole)
        except StoreError as error:
            if isinstance(error.__cause__, FileNotFoundError):
                return None
            raise

    def _bytes(self, whole: bool) -> tuple[Stamp, bytes]:
        # O_NONBLOCK: a named pipe would keep us waiting for ever.
        descriptor = os.open(self._path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            state = os.fstat(descriptor)
            if not stat.S_ISREG(state.st_mode):
                raise broken(self.name, say("it is not a file"))
            with open(descriptor, "rb", closefd=False) as file:
                head = file.read(_HEAD)
                return _stamp(state, head), head + file.read() if whole else head
        finally:
            os.close(descriptor)


def _stamp(state: os.stat_result, head: bytes) -> Stamp:
    return Stamp(state.st_ino, state.st_mtime_ns, state.st_size, head)


@dataclass(slots=True)
class Memory:
    """What several memory storages share, as several windows share a folder."""

    data: bytes | None = None
    writes: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)


class MemoryStorage(BookStorage):
    """The same bytes as in a file, in memory."""

    name = "book.json"

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def read(self) -> Tables | None:
        self.last = self.stamp()
        return parse(self._memory.data, self.name) if self._memory.data else None

    def write(self, data: Tables) -> None:
        self._memory.data = encode(data)
        self._memory.writes += 1
        self.last = self.stamp()

    def stamp(self) -> Stamp | None:
        if self._memory.data is None:
            return None
        return Stamp(0, self._memory.writes, len(self._memory.data), b"")

    @contextmanager
    def turn(self, patience: float) -> Iterator[None]:
        if not self._memory.lock.acquire(timeout=patience):
            raise busy()
        try:
            yield
        finally:
            self._memory.lock.release()
