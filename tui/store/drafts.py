"""Text that was typed and not saved yet: one small file each."""

from __future__ import annotations

import hashlib
import itertools
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from tui.store import strict
from tui.store.disk import private_folder, replace_file, writing_to


class DraftFolder:
    """Drafts on disk.

    Files are written whole and no lock is taken: a signal may interrupt `keep`, and its
    handler may call `keep` again. The text that was given last is the one that stays.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = itertools.count(1)
        self._latest: dict[str, bytes] = {}

    def keep(self, key: str, fields: Mapping[str, str]) -> None:
        """See Drafts. Raises StoreFull, StoreReadOnly, StoreError."""
        data = json.dumps({"key": key, "fields": dict(fields)}).encode()
        self._latest[key] = data
        self._write(key, data)
        while (newest := self._latest.get(key, data)) is not data:
            data = newest
            self._write(key, data)

    def recall(self, key: str) -> dict[str, str] | None:
        """See Drafts. What is there but cannot be read is put aside, and kept."""
        path = self._path(key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        found = parse(data)
        if found is None:
            with suppress(OSError):
                path.replace(path.with_suffix(".damaged"))
        return found[1] if found else None

    def drop(self, key: str) -> None:
        """See Drafts. Raises StoreReadOnly, StoreError."""
        self._latest.pop(key, None)
        path = self._path(key)
        with writing_to(path):
            path.unlink(missing_ok=True)

    def keys(self) -> tuple[str, ...]:
        """See Drafts."""
        return tuple(sorted(self._found()))

    def _found(self) -> Iterator[str]:
        for path in self._folder.glob("*.json"):
            with suppress(OSError):
                draft = parse(path.read_bytes())
                if draft:
                    yield draft[0]

    def _write(self, key: str, data: bytes) -> None:
        path = self._path(key)
        # Every call has its own: an interrupted one still needs the file it was writing.
        tmp = path.with_suffix(f".{os.getpid()}-{next(self._count)}.tmp")
        with writing_to(path):
            private_folder(self._folder)
            replace_file(path, data, tmp)

    def _path(self, key: str) -> Path:
        """A name that any file system takes, whatever the key."""
        digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / f"{digest[:32]}.json"


class DraftsInMemory:
    """Drafts that end with the process."""

    def __init__(self) -> None:
        self._drafts: dict[str, dict[str, str]] = {}

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


def parse(data: bytes) -> tuple[str, dict[str, str]] | None:
    """The key and the fields of a draft; None where it is none."""
    try:
        found: Any = strict.loads(data)
        key, fields = found["key"], dict(found["fields"])
    except (strict.Unreadable, KeyError, TypeError, ValueError):
        return None
    texts = [key, *fields, *fields.values()]
    return (key, fields) if all(isinstance(text, str) for text in texts) else None
