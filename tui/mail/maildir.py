"""Mails of a Maildir that another program fills. Only read: nothing is moved or marked."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

from tui.cases.errors import BadInput
from tui.mail.source import LARGEST, Batch, Mark, portioned

_FOLDERS = ("new", "cur")
_MARGIN = 24 * 3600 * 10**9  # ns that are looked at again: clocks of machines differ, and jump


class Maildir:
    """A folder with `new` and `cur`. Its mark: when the last file came or was renamed, in ns."""

    def __init__(self, folder: Path) -> None:
        self.name = f"maildir {folder}"
        self._folder = folder

    def batches(self, mark: Mark | None, since: date) -> Iterator[Batch]:
        """See Source. Raises BadInput where it is no Maildir."""
        if not is_maildir(self._folder):
            raise BadInput("{folder} is no Maildir: it has no new and cur.",
                           folder=str(self._folder))  # fmt: skip
        first = int(datetime.combine(since, time(), UTC).timestamp() * 10**9)
        found = sorted(self._files(mark["at"] - _MARGIN if mark else None, first))
        sizes = ((place, size) for place, (_, size, _) in enumerate(found))
        for group in portioned(sizes):
            raws = (read_mail(found[place][2]) for place in group)
            yield Batch(tuple(filter(None, raws)), {"at": found[group[-1]][0]})

    def _files(self, after: int | None, first: int) -> Iterator[tuple[int, int, Path]]:
        """When it came here, its size, and where it is; a first time by when it was delivered."""
        for name in _FOLDERS:
            with os.scandir(self._folder / name) as entries:
                for entry in entries:
                    if entry.name.startswith(".") or not entry.is_file(follow_symlinks=False):
                        continue
                    state = entry.stat(follow_symlinks=False)
                    is_new = state.st_mtime_ns >= first if after is None else True
                    if is_new and state.st_ctime_ns >= (after or 0):
                        yield state.st_ctime_ns, state.st_size, Path(entry.path)


def is_maildir(folder: Path) -> bool:
    """Whether mails are kept there one a file."""
    return all((folder / name).is_dir() for name in _FOLDERS)


def read_mail(path: Path) -> bytes | None:
    """As much of it as can be kept; None where it is gone: a mail program has moved it since."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST)
    except FileNotFoundError:
        return None
