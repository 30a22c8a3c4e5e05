"""Reading what a person hands over, writing what they asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from tui.cases.errors import BadInput

INPUT = "-"


def read_input() -> str:
    """Standard input as text. Raises BadInput if it is none."""
    if sys.stdin is None:
        raise BadInput("There is nothing on standard input.")
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput("Standard input is not a text in UTF-8.") from None


def read_file(name: str) -> str:
    """A text file, or standard input for “-”. Raises BadInput."""
    if name == INPUT:
        return read_input()
    from tui.desk.cases.exchange import read_text

    return read_text(Path(name))


def with_input(texts: Mapping[str, str]) -> dict[str, str]:
    """The texts, with standard input in the place of “-”."""
    asking = [name for name, text in texts.items() if text == INPUT]
    if len(asking) > 1:
        raise BadInput(
            "Standard input can be read once: for {first} or for {second}.",
            first=asking[0],
            second=asking[1],
        )
    read = {name: read_input().rstrip("\n") for name in asking}
    return {**texts, **read}


def assignments(words: Iterable[str]) -> dict[str, str]:
    """`field=value` words by field. Raises BadInput."""
    texts: dict[str, str] = {}
    for word in words:
        name, mark, value = word.partition("=")
        if not mark or not name.strip():
            raise BadInput("“{word}” is not field=value.", word=word)
        texts[name.strip().replace("-", "_")] = value
    return with_input(texts)


def write_private(path: Path, content: str | bytes, *, replace: bool) -> None:
    """Write a file that only its owner can read, whole or not at all. Raises BadInput."""
    import tempfile  # slow to load: it knows archives too

    if path.exists() and not replace:
        raise BadInput("{file} exists. To overwrite it: --force", file=str(path))
    try:
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".upheld-")  # 0600
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        with os.fdopen(descriptor, "wb") as out:
            out.write(content if isinstance(content, bytes) else content.encode())
            out.flush()
            os.fsync(out.fileno())
        Path(temporary).replace(path)
    except OSError as error:
        Path(temporary).unlink(missing_ok=True)
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> BadInput:
    return BadInput(
        "{file} cannot be written: {reason}.", file=str(path), reason=error.strerror or "?"
    )
