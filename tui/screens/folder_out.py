"""The folder into which files were written last, until Upheld is left."""

from __future__ import annotations

from pathlib import Path

from tui.desk.keeping.folders import folder_out
from tui.screens.context import Context

_KEPT = "folder out"


def first_folder(context: Context) -> str:
    """What a form proposes."""
    return str(folder_out(context.kept.get(_KEPT, "")))


def keep_folder(context: Context, folder: Path) -> None:
    """Propose it from now on."""
    context.kept[_KEPT] = str(folder.absolute())
