"""Text that was typed and not saved yet: one small file each."""

from __future__ import annotations

import itertools
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from tui.store import strict
from tui.store.disk import private_folder, replace_file, writing_to
from tui.store.windows import Window


class DraftFolder:
    """Drafts on disk, as one window has them: `<key>.<window>.json`.

    Files are written whole and no lock is waited for: a signal may interrupt `keep`, and its
    handler may call `keep` again. The text that was given last is the one that stays.
    What an earlier Upheld wrote names no window, and is taken for that of a dead one.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._window = Window(folder)
        self._count = itertools.count(1)
        self._latest: dict[str, bytes] = {}
        self._taken: dict[str, Path] = {}  # what a dead window left, until there is something newer

    def keep(self, key: str, fields: Mapping[str, str]) -> None:
        """See Drafts. Raises StoreFull, StoreReadOnly, StoreError."""
        data = json.dumps({"key": key, "fields": dict(fields)}).encode()
        self._latest[key] = data
        self._write(key, data)
        while (newest := self._latest.get(key, data)) is not data:
            data = newest
            self._write(key, data)
        if taken := self._taken.pop(key, None):
            with suppress(OSError):
                taken.unlink()

    def recall(self, key: str) -> dict[str, str] | None:
        """See Drafts. What is there but cannot be read is put aside, and kept."""
        for path in (self._path(key), self._taken.get(key)):
            if path and (fields := _read(path)) is not None:
                return fields
        return self._take_over(key)

    def drop(self, key: str) -> None:
        """See Drafts. Raises StoreReadOnly, StoreError."""
        self._latest.pop(key, None)
        path = self._path(key)
        with writing_to(self._folder):
            path.unlink(missing_ok=True)
            if taken := self._taken.get(key):
                taken.unlink(missing_ok=True)
        self._taken.pop(key, None)
        self._clear_up()

    def keys(self) -> tuple[str, ...]:
        """See Drafts."""
        return tuple(sorted(set(self._found())))

    def window(self) -> str:
        """See Drafts. Raises StoreFull, StoreReadOnly, StoreError."""
        with writing_to(self._folder):
            private_folder(self._folder)
            self._window.show()
        return self._window.name

    def lives(self, window: str) -> bool:
        """See Drafts."""
        return window == self._window.name or self._window.is_elsewhere(window)

    def _found(self) -> Iterator[str]:
        for path in self._folder.glob("*.json"):
            with suppress(OSError):
                draft = parse(path.read_bytes())
                if draft and not self._window.is_elsewhere(_window_of(path)):
                    yield draft[0]

    def _take_over(self, key: str) -> dict[str, str] | None:
        """The newest that a dead window left; from now on it is of this one, and of no other."""
        mine = self._path(key).with_suffix(".taken.json")
        for path, fields in self._left(key):
            self._taken[key] = mine
            try:
                self._window.show()
                path.replace(mine)
            except FileNotFoundError:  # another window was quicker
                del self._taken[key]
                continue
            except OSError:  # it can be read all the same
                self._taken[key] = path
            self._clear_up()
            return fields
        return None

    def _left(self, key: str) -> list[tuple[Path, dict[str, str]]]:
        """What dead windows left, the newest first; where all was erased, after the others."""
        left = []
        for path in self._folder.glob(f"{_digest(key)}.*json"):
            owner = _window_of(path)
            if owner == self._window.name or self._window.is_elsewhere(owner):
                continue
            if (fields := _read(path)) is not None:
                with suppress(OSError):
                    left.append((bool(fields), path.stat().st_mtime_ns, path.name, path, fields))
        return [(path, fields) for *_, path, fields in sorted(left, reverse=True)]

    def _clear_up(self) -> None:
        self._window.clear_up({_window_of(path) for path in self._folder.glob("*.json")})

    def _write(self, key: str, data: bytes) -> None:
        path = self._path(key)
        # Every call has its own: an interrupted one still needs the file it was writing.
        tmp = path.with_suffix(f".{os.getpid()}-{next(self._count)}.tmp")
        with writing_to(self._folder):  # the name of a draft says nothing to anybody
            private_folder(self._folder)
            self._window.show()
            replace_file(path, data, tmp)

    def _path(self, key: str) -> Path:
        return self._folder / f"{_digest(key)}.{self._window.name}.json"


class DraftsInMemory:
    """Drafts that end with the process."""

    def __init__(self) -> None:
        self._drafts: dict[str, dict[str, str]] = {}
        self._name = os.urandom(8).hex()

    def keep(self, key: str, fields: Mapping[str, str]) -> None:
        """See Drafts."""
        self._drafts[key] = dict(fields)

    def recall(self, key: str) -> dict[str, str] | None:
        """See Drafts."""
        found = self._drafts.get(key)
        return None if found is None else dict(found)

    def drop(self, key: str) -> None:
        """See Drafts."""
        self._drafts.pop(key, None)

    def keys(self) -> tuple[str, ...]:
        """See Drafts."""
        return tuple(sorted(self._drafts))

    def window(self) -> str:
        """See Drafts."""
        return self._name

    def lives(self, window: str) -> bool:
        """See Drafts. Windows on one memory end with it."""
        return bool(window)


def parse(data: bytes) -> tuple[str, dict[str, str]] | None:
    """The key and the fields of a draft; None where it is none."""
    try:
        found: Any = strict.loads(data)
        key, fields = found["key"], dict(found["fields"])
    except (strict.Unreadable, KeyError, TypeError, ValueError):
        return None
    texts = [key, *fields, *fields.values()]
    return (key, fields) if all(isinstance(text, str) for text in texts) else None


def _digest(key: str) -> str:
    """A name that any file system takes, whatever the key."""
    from hashlib import sha256  # slow to load

    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _window_of(path: Path) -> str:
    """The window whose draft it is; empty where none is named."""
    _, window, *more = path.name.split(".")
    return window if more else ""


def _read(path: Path) -> dict[str, str] | None:
    """The fields. What is there but is no draft is put aside."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    found = parse(data)
    if found is None:
        with suppress(OSError):
            path.replace(path.with_suffix(".damaged"))
    return found[1] if found else None
