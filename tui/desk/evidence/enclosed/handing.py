"""Copies of enclosed files to hand out, under their own names."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from tui.cases.errors import BadInput
from tui.desk.evidence.enclosed.bare import bare
from tui.desk.keeping.new_files import put_new

_LONGEST = 200  # bytes of a name; most file systems take 255
# What other systems do not take in a name, beside what cannot be seen.
_FORBIDDEN = frozenset('/\\:*?"<>|\ufffd')


def hand_out(wanted: Iterable[tuple[str, Path]], folder: Path, hidden: bool) -> tuple[Path, ...]:
    """Copy files into `folder` by these names: all of them, or none.

    JPEG, PNG and WebP go without hidden data, unless it is to stay (`hidden`). A file that is
    there is never overwritten: name-2 is taken then. Raises BadInput.
    """
    written: list[Path] = []
    try:
        if not folder.is_dir():
            folder.mkdir(0o700)
        for name, path in wanted:
            written.append(_put(folder, safe_name(name), _content(name, path, hidden)))
    except (OSError, ValueError, BadInput) as error:
        for path in written:
            with suppress(OSError):
                path.unlink()
        raise _said(error, folder) from error
    return tuple(written)


def safe_name(name: str) -> str:
    """A name that every system takes, and that stays in its folder."""
    shown = "".join("_" if c in _FORBIDDEN or "\u2400" <= c <= "\u2421" else c for c in name)
    stem, dot, ending = shown.strip(" .").rpartition(".")
    if not dot or len(ending) > 10:
        stem, dot, ending = shown.strip(" ."), "", ""
    room = _LONGEST - len(ending.encode()) - 1
    return stem.encode(errors="replace")[:room].decode(errors="ignore").rstrip() + dot + ending


def _content(name: str, path: Path, hidden: bool) -> bytes:
    data = path.read_bytes()
    if hidden:
        return data
    try:
        return bare(data)
    except ValueError as error:
        raise BadInput(
            "“{name}” is no whole picture, so what it hides cannot be taken out. "
            "To have it as it is, ask for hidden data too.",
            name=name,
        ) from error


def _put(folder: Path, name: str, data: bytes) -> Path:
    return put_new(lambda out: out.write(data), folder, name)


def _said(error: Exception, folder: Path) -> BadInput:
    if isinstance(error, BadInput):
        return error
    return BadInput(
        "{path} cannot be written: {reason}.",
        path=str(folder),
        reason=getattr(error, "strerror", None) or str(error),
    )
