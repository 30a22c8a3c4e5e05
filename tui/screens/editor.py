"""Writing a text in the person's own editor."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from textual.app import App, SuspendNotSupported

from tui.cases.errors import BadInput


def edit_outside(app: App[None], text: str) -> str | None:
    """The text after $VISUAL, $EDITOR or vi; None if the editor says that it failed.

    The file is private, and gone afterwards. Raises BadInput where no editor can be started.
    """
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8", delete=False) as file:
        file.write(text)
    path = Path(file.name)
    try:
        with app.suspend():
            status = subprocess.call([*shlex.split(command), str(path)])  # noqa: S603
        return path.read_text("utf-8").rstrip("\n") if status == 0 else None
    except (OSError, ValueError, SuspendNotSupported) as error:
        raise BadInput("The editor “{editor}” could not be started.", editor=command) from error
    finally:
        path.unlink(missing_ok=True)
