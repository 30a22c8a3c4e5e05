"""Letters on disk: private, and never over a file that is there."""

from __future__ import annotations

import os
from pathlib import Path

from tui.cases.errors import BadInput


def write_new_file(folder: Path, name: str, text: str) -> Path:
    """Write a private file under the first free name: letter.txt, letter-2.txt ..."""
    stem, dot, ending = name.rpartition(".")
    for number in range(1, 1000):
        path = folder / (name if number == 1 else f"{stem}-{number}{dot}{ending}")
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            continue
        except OSError as error:
            raise BadInput(
                "{path} cannot be written: {reason}.", path=str(path), reason=error.strerror or "?"
            ) from error
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text + "\n")
        return path
    raise BadInput("There are too many files named {name} already.", name=name)
