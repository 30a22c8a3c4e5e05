"""Folders of this machine, for a person who looks for a file."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path

from msgspec import Struct

_DOCUMENTS = re.compile(r'^XDG_DOCUMENTS_DIR="([^"]*)"', re.MULTILINE)
_MOST = 5000  # names of a folder that are looked at


class Entry(Struct, frozen=True):
    """A name in a folder. `modified` is local time; both are empty for what cannot be looked at.

    A name may be no text: what is shown of it has to be cleaned, `path` is what is there.
    """

    path: Path
    is_folder: bool
    size: int = 0
    modified: datetime | None = None

    @property
    def is_hidden(self) -> bool:
        return self.path.name.startswith(".")


class Folder(Struct, frozen=True):
    """What is in a folder: folders first, then files, each by name. `problem`: of the system."""

    path: Path
    entries: tuple[Entry, ...] = ()
    problem: str = ""


def look_into(path: Path) -> Folder:
    """What is in a folder, links followed. Never raises."""
    try:
        path = path.absolute()
        with os.scandir(path) as found:
            entries = [_entry(item) for item in islice(found, _MOST)]
    except (OSError, ValueError) as error:
        return Folder(path, problem=getattr(error, "strerror", None) or str(error))
    return Folder(path, tuple(sorted(entries, key=_order)))


def _entry(found: os.DirEntry[str]) -> Entry:
    path = Path(found.path)
    try:
        state = found.stat()
    except (OSError, ValueError):  # a link to nowhere
        return Entry(path, is_folder=False)
    modified = _moment(state.st_mtime)
    return Entry(path, stat.S_ISDIR(state.st_mode), state.st_size, modified)


def _moment(seconds: float) -> datetime | None:
    try:
        return datetime.fromtimestamp(seconds).astimezone()
    except (OSError, ValueError, OverflowError):  # a disk may tell any number
        return None


def _order(entry: Entry) -> tuple[bool, str, str]:
    return not entry.is_folder, entry.path.name.casefold(), entry.path.name


def completions(typed: str) -> tuple[str, ...]:
    """Each way that a typed path could go on, as a shell has it: folders end in /.

    `~` is the home folder; hidden names are offered where a dot is typed; names that are no
    text cannot be typed and are left out.
    """
    head, slash, start = typed.rpartition("/")
    folder = look_into(expanded(head + slash) if slash else Path())
    return tuple(
        f"{head}{slash}{entry.path.name}{'/' if entry.is_folder else ''}"
        for entry in _visible(folder.entries, start)
        if entry.path.name.startswith(start) and entry.path.name.isprintable()
    )


def _visible(entries: tuple[Entry, ...], start: str) -> Iterator[Entry]:
    return (entry for entry in entries if not entry.is_hidden or start.startswith("."))


def expanded(typed: str) -> Path:
    """A typed path, with ~ as the home folder."""
    try:
        return Path(typed).expanduser()
    except RuntimeError:  # no such person
        return Path(typed)


def last_folder(kept: str) -> Path:
    """The folder that was kept, else the one where this was started, else the home folder."""
    try:
        return Path(kept) if kept else Path.cwd()
    except OSError:  # it was taken away meanwhile
        return expanded("~")


def folder_out(kept: str) -> Path:
    """Where files are written: the folder that was kept, else the one where this was started.

    Started at home, or where nothing can be written, it is the folder of documents there, if
    there is one, else the home folder itself.
    """
    home, here = expanded("~"), last_folder(kept)
    if kept or (here != home and os.access(here, os.W_OK)):
        return here
    documents = _documents(home)
    return documents if documents.is_dir() else home


def _documents(home: Path) -> Path:
    """As the desktop names it: https://www.freedesktop.org/wiki/Software/xdg-user-dirs/."""
    config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "user-dirs.dirs"
    try:
        named = _DOCUMENTS.search(config.read_text("utf-8", errors="replace"))
    except OSError:
        named = None
    path = named[1].replace("$HOME", str(home)) if named else ""
    return Path(path) if path.startswith("/") else home / "Documents"
