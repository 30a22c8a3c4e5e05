"""Letters on disk: private, and never over a file that is there."""

from __future__ import annotations

import os
from pathlib import Path

from tui.cases.errors import BadInput


def write_new_file(folder: Path, name: str, content: str | bytes) -> Path:
    """Write a private file under the first free name: letter.txt, letter-2.txt ...

    A text ends with a line feed more; bytes are written as they are.

    Raises BadInput where that is not possible; no half a file stays behind.
    """
    data = content if isinstance(content, bytes) else f"{content}\n".encode()
    stem, ending = Path(name).stem, Path(name).suffix
    for number in range(1, 1000):
        path = folder / (name if number == 1 else f"{stem}-{number}{ending}")
        try:
            _write(path, data)
        except FileExistsError:
            continue
        except OSError as error:
            raise BadInput(
                "{path} cannot be written: {reason}.", path=str(path), reason=error.strerror or "?"
            ) from error
        return path
    raise BadInput("There are too many files named {name} already.", name=name)


def _write(path: Path, data: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
    except OSError:
        path.unlink(missing_ok=True)
        raise
