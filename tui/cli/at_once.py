"""What is answered before anything heavy is imported: the board, and how many for a shell prompt.

Both from what was kept the last time, while all that it was made from is as it was.
"""

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
    from tui.clock import second
    from tui.settings.paths import config_file, data_folder
    from tui.terminal.first import FirstFrame
    from tui.terminal.kept import kept, key_of

    try:
        folder, config = str(data_folder()), str(config_file())
    except RuntimeError:  # no home: the session will say so
        return None
    first = FirstFrame()
    key = key_of(folder, config, first.size, os.environ, __version__)
    text = kept(folder, "board", key, second()) if key and all(first.size) else ""
    if not text:
        return None
    first.__enter__()
    first.show_kept(text)
    return first


def count_at_once() -> int | None:
    """Print what `upheld today --count` printed last; its exit status, or None if it is not to be.

    Asked before each prompt of a shell.
    """
    try:
        key, folder = count_key()
    except RuntimeError:
        return None
    from tui.clock import second
    from tui.terminal.kept import kept

    status, _, line = kept(folder, "count", key, second()).partition("\n")
    if not status:
        return None
    if line:
        os.write(1, line.encode())
    return int(status)


def keep_count(asked: tuple[str, str], status: int, line: str) -> None:
    """Keep what was printed, with its line feed, until the next quarter of an hour.

    `asked`: the key before the book was looked at for the last time.
    """
    from tui.clock import QUARTER, stretch
    from tui.terminal.kept import keep

    if asked[0] and asked == count_key():
        keep(asked[1], "count", asked[0], f"{status}\n{line}", stretch(QUARTER))


def count_key() -> tuple[str, str]:
    """What the count depends on, and the folder of the book. RuntimeError without a home."""
    from tui import __version__
    from tui.settings.paths import config_file, data_folder
    from tui.terminal.kept import key_of

    folder = str(data_folder())
    return key_of(folder, str(config_file()), (0, 0), os.environ, __version__), folder
