"""What was shown last, kept so that it can stand there at once the next time: the board.

And what it was made from, so that this need not be made again before a key counts.

It is shown only if everything that it was made from is as it was: the book, to its last change, the
day wherever a company is, the terminal, the language. What is shown is drawn anew before anything
else happens, so that what a clock has changed meanwhile is right before a key can be pressed.
Imports nothing heavy.

The file lies beside the book, as private as that is. Its bytes go to the terminal as they are, so
it is read only if it is one's own and nobody else can have written it.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from tui.terminal.glyphs import terminal_encoding

if TYPE_CHECKING:
    from io import BufferedReader

_OF_TERMINAL = (
    "TERM", "COLORTERM", "COLORFGBG", "NO_COLOR", "LC_ALL", "LC_MESSAGES", "LANG", "TZ",
)  # fmt: skip
ALWAYS = 0, 1 << 62
"""For what holds until it is kept anew."""
_BOOK = "book.db"
_CHANGES = slice(24, 28)  # the file change counter of SQLite, https://sqlite.org/fileformat.html
_MOST = 1 << 20  # bytes
_MOST_OF_ANY = 1 << 26
_LARGE = 1 << 17


def _book_of(folder: str) -> str:
    """The state of the book in `folder`, on one line; empty where there is none at rest."""
    try:
        with open(os.path.join(folder, _BOOK), "rb") as book:  # noqa: PTH118, PTH123 - pathlib is slow
            changes, about = book.read(28)[_CHANGES].hex(), os.fstat(book.fileno())
        if os.stat(os.path.join(folder, _BOOK + "-journal")).st_size:  # noqa: PTH116, PTH118
            return ""  # somebody writes, or was cut off while writing
    except OSError:
        return ""
    return f"{changes} {about.st_ino} {about.st_size}"


def key_of(
    folder: str, config: str, size: tuple[int, int], environ: Mapping[str, str], version: str
) -> str:
    """What a picture depends on, on one line; empty where none can be kept or shown.

    `folder`: of the book. `config`: the file of settings, which need not be there.
    """
    book = _book_of(folder)
    if not book:
        return ""
    settings = 0
    with suppress(OSError):
        settings = os.stat(config).st_mtime_ns  # noqa: PTH116
    told = (*(environ.get(name) for name in _OF_TERMINAL), terminal_encoding())
    return repr((version, book, settings, size, *told))


def kept(folder: str, name: str, key: str, now: int) -> str:
    """The text that was kept under that name; empty if there is none for that key and second."""
    content = kept_bytes(folder, name, key, now)
    return bytes(content).decode("utf-8", "replace") if len(content) <= _MOST else ""


def kept_bytes(folder: str, name: str, key: str, now: int) -> bytes | memoryview:
    """What was kept under that name; nothing if there is none for that key and second."""
    try:
        descriptor = os.open(_path(folder, name), os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        return b""
    with open(descriptor, "rb") as file:  # noqa: PTH123
        about = os.fstat(descriptor)
        is_own = about.st_uid == os.geteuid() and stat.S_IMODE(about.st_mode) == 0o600
        if not is_own or not stat.S_ISREG(about.st_mode) or about.st_size > _MOST_OF_ANY:
            return b""
        head, content = file.readline().rstrip(b"\n"), _rest(file, about.st_size)
    span, _, of = head.decode("utf-8", "replace").partition(" ")
    return content if key and of == key and _is_in(span, now) else b""


def _rest(file: BufferedReader, size: int) -> bytes | memoryview:
    """What follows in a file of that size."""
    if size < _LARGE:
        return file.read()
    # Memory of its own, which goes back to the system: else it leaves a hole that is never filled.
    # Not the file itself: on a network file system that may be gone while it is read.
    from mmap import mmap

    memory = mmap(-1, size)
    return memoryview(memory)[: file.readinto(memory)]


def _is_in(span: str, now: int) -> bool:
    since, _, until = span.partition("-")
    return since.isdecimal() and until.isdecimal() and int(since) <= now < int(until)


def keep(folder: str, name: str, key: str, content: str | bytes, span: tuple[int, int]) -> None:
    """Keep `content` under that name, for that key and from which second to which it holds.

    Where that cannot be, there is none.
    """
    path = _path(folder, name)
    new = f"{path}.{os.getpid()}"
    with suppress(OSError):
        try:
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
            with open(os.open(new, flags, 0o600), "wb") as file:  # noqa: PTH123
                file.write(f"{span[0]}-{span[1]} {key}\n".encode())
                file.write(content if isinstance(content, bytes) else content.encode())
            os.replace(new, path)  # noqa: PTH105
        finally:
            with suppress(OSError):
                os.unlink(new)  # noqa: PTH108


def _path(folder: str, name: str) -> str:
    return os.path.join(folder, f"{name}.{os.geteuid()}.frame")  # noqa: PTH118
