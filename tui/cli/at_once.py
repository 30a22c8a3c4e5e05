"""What `upheld` alone does before anything heavy is imported: the board of the last time."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.terminal.first import FirstFrame

_NO_SCREEN = ("", "dumb", "unknown")  # as the guard, which will say so


def board_at_once() -> FirstFrame | None:
    """The frame that shows the board as it was left; None if it is not to be shown."""
    if not all(map(os.isatty, (0, 1, 2))) or os.environ.get("TERM", "") in _NO_SCREEN:
        return None
    from tui import __version__
    from tui.settings.paths import config_file, data_folder
    from tui.terminal.first import FirstFrame
    from tui.terminal.kept_frame import kept_frame, key_of

    try:
        folder, config = str(data_folder()), str(config_file())
    except RuntimeError:  # no home: the session will say so
        return None
    first = FirstFrame()
    key = key_of(folder, config, first.size, os.environ, __version__)
    text = kept_frame(folder, key) if key and all(first.size) else ""
    if not text:
        return None
    first.__enter__()
    first.show_kept(text)
    return first
