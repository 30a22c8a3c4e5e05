"""Mails in files: .eml, mbox, a Maildir."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tui.mail.maildir import Maildir, is_maildir, read_mail
from tui.mail.sameness import is_mail
from tui.mail.source import LARGEST, MANY, MUCH, Batch, Mark, Source

_FROM = b"From "
_HEAD = 64 * 1024  # bytes by which a file is known
ENDINGS = (".eml", ".mbox")


def file_source(path: Path) -> Source | None:
    """What a file or a folder holds; None where it is neither of these."""
    if path.is_dir():
        return _Whole(path) if is_maildir(path) else None
    ending = path.suffix.lower()
    head = _head(path)
    if ending != ".json" and head.lstrip().startswith(_FROM):  # as a mbox does (RFC 4155)
        return Mbox(path)
    if ending == ".mbox" and not head:  # a folder in which there is nothing
        return Mbox(path)
    return Eml(path) if ending == ".eml" and (is_mail(head) or not path.exists()) else None


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEAD)
    except OSError:
        return b""


class _Whole(Maildir):
    """All of a Maildir: whoever names it wants what is in it."""

    def batches(self, mark: Mark | None, since: date) -> Iterator[Batch]:
        """See Source."""
        return super().batches(None, date.min.replace(year=1970))


class Eml:
    """One mail in a file."""

    def __init__(self, path: Path) -> None:
        self.name = f"file {path}"
        self._path = path

    def batches(self, mark: Mark | None, since: date) -> Iterator[Batch]:
        """See Source."""
        raw = read_mail(self._path)
        if raw is None:
            raise FileNotFoundError(2, "No such file or directory", str(self._path))
        yield Batch((raw,))


class Mbox:
    """Many mails in one file, each behind a line that begins with “From ”.

    A mail is as it stands there, without that line; where “>From ” was written for “From ”
    cannot be known, so it stays.
    """

    def __init__(self, path: Path) -> None:
        self.name = f"file {path}"
        self._path = path

    def batches(self, mark: Mark | None, since: date) -> Iterator[Batch]:
        """See Source."""
        group: list[bytes] = []
        for raw in self._mails():
            group.append(raw)
            if len(group) >= MANY or sum(map(len, group)) > MUCH:
                yield Batch(tuple(group))
                group = []
        if group:
            yield Batch(tuple(group))

    def _mails(self) -> Iterator[bytes]:
        lines: list[bytes] = []
        size, is_after_blank = 0, True
        with self._path.open("rb") as file:
            while line := file.readline(LARGEST):
                if line.startswith(_FROM) and is_after_blank:
                    yield from _mail(lines)
                    lines, size = [], 0
                elif size < LARGEST:
                    lines.append(line)
                    size += len(line)
                is_after_blank = not line.strip()
        yield from _mail(lines)


def _mail(lines: list[bytes]) -> Iterator[bytes]:
    """The blank line before the next “From ” belongs to the file."""
    if lines and not lines[-1].strip():
        lines = lines[:-1]
    if lines:
        yield b"".join(lines)
