"""The files of a person's own rules and playbooks, and whether they have changed."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from tui.cases.errors import BadInput
from tui.cases.sentence import Sentence, say


class Stamp(NamedTuple):
    """A file in one state of it: whatever is written to it makes another stamp."""

    file: Path
    state: tuple[int, ...]


def stamps_of(folder: Path) -> tuple[Stamp, ...]:
    """The TOML files of a folder, by name; none where there is no folder. Raises BadInput."""
    try:
        # Hidden files are the locks and the leavings of editors.
        files = [f for f in folder.iterdir() if f.suffix == ".toml" and not f.name.startswith(".")]
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise _unreadable(folder, error.strerror or str(error)) from error
    return tuple(Stamp(file, _state(file)) for file in sorted(files))


def _state(file: Path) -> tuple[int, ...]:
    try:
        found = file.stat()
    except OSError:
        return ()  # reading it will say why
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def text_of(file: Path) -> str:
    """What stands in a file. Raises BadInput, which names it and why it cannot be read."""
    try:
        if file.exists() and not file.is_file():
            raise _unreadable(file, say("it is no file"))  # a pipe would never end
        return file.read_text("utf-8-sig")
    except OSError as error:
        raise _unreadable(file, error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise _unreadable(file, say("it is not UTF-8")) from error


def _unreadable(file: Path, problem: str | Sentence) -> BadInput:
    return BadInput("{file} cannot be read: {problem}.", file=str(file), problem=problem)
