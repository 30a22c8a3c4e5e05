"""Letters on disk."""

from __future__ import annotations

from pathlib import Path

from tui.cases.errors import BadInput
from tui.desk.keeping.new_files import put_new


def write_new_file(folder: Path, name: str, content: str | bytes) -> Path:
    """Write a file of its own under the first free name; see `put_new`.

    A text ends with a line feed more; bytes are written as they are. Raises BadInput where that
    is not possible.
    """
    data = content if isinstance(content, bytes) else f"{content}\n".encode()
    try:
        return put_new(lambda out: out.write(data), folder, name)
    except OSError as error:
        raise BadInput(
            "{path} cannot be written: {reason}.",
            path=str(folder / name),
            reason=error.strerror or "?",
        ) from error
