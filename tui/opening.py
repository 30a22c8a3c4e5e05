"""Opens the app: its board is on the terminal before Textual is imported, which takes it over."""

from __future__ import annotations

import gc
import os
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

from tui import __version__
from tui.clock import HOUR, stretch
from tui.desk.desk import Desk
from tui.settings.paths import config_file
from tui.terminal.first import FirstFrame, drawn
from tui.terminal.kept import keep, key_of
from tui.terminal.pen import Cell
from tui.wording.wording import Wording


def open_app(
    desk: Desk, words: Wording, *, first: FirstFrame | None = None, folder: Path | None = None
) -> int:
    """The exit status, when the application is left. `guard.prepare` came before.

    `first`: what the terminal shows already. `folder`: where the board is kept for the next time;
    without one it is a demonstration.
    """
    environ = dict(os.environ)  # Textual takes NO_COLOR away
    with first or FirstFrame() as frame:
        frame.show(first_rows(desk, words, frame.size, environ, demo=folder is None))
        from tui.app import run

        gc.freeze()  # what was imported stays: it need not be looked through again and again
        status = run(desk, words, demo=folder is None, first=frame)
    if folder is not None and status == 0:
        _keep(desk, words, frame.size, environ, str(folder))
    return status


def _keep(
    desk: Desk, words: Wording, size: tuple[int, int], environ: Mapping[str, str], folder: str
) -> None:
    """Keep the board, if nobody changes the book meanwhile."""
    key = key_of(folder, str(config_file()), size, environ, __version__, stretch(HOUR))
    if not key:
        return
    desk.look_again()
    rows = first_rows(desk, words, size, environ, demo=False)
    if rows and key == key_of(
        folder, str(config_file()), size, environ, __version__, stretch(HOUR)
    ):
        keep(folder, "board", key, drawn(rows))


def first_rows(
    desk: Desk, words: Wording, size: tuple[int, int], environ: Mapping[str, str], *, demo: bool
) -> list[list[Cell]]:
    """The board in cells; none where it cannot be drawn: the app will show or say what there is."""
    from tui.cases.errors import UpheldError
    from tui.screens.boardlines import board_picture
    from tui.styles.first_looks import depth_of, first_look
    from tui.terminal.pen import cells_of_text
    from tui.terminal.widths import cell_len

    if not all(size):
        return []
    try:
        picture = board_picture(desk, words, *size, demo=demo)
    except UpheldError:
        return []
    depth = depth_of(environ)
    return [
        list(
            chain.from_iterable(
                cells_of_text(text, first_look(tone, ground, depth), cell_len(text))
                for text, tone, ground in line
            )
        )
        for line in picture
    ]
