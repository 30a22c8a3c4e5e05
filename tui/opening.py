"""Opens the app: its board is on the terminal before Textual is imported, which takes it over."""

from __future__ import annotations

import os
from itertools import chain

from tui.desk.desk import Desk
from tui.terminal.first import FirstFrame
from tui.terminal.pen import Cell
from tui.wording.wording import Wording


def open_app(desk: Desk, words: Wording, *, demo: bool = False) -> int:
    """The exit status, when the application is left. `guard.prepare` came before."""
    with FirstFrame() as first:
        rows = first_rows(desk, words, first.size, demo=demo)
        if rows:
            first.show(rows)
        from tui.app import run

        return run(desk, words, demo=demo, first=first)


def first_rows(
    desk: Desk, words: Wording, size: tuple[int, int], *, demo: bool
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
    depth = depth_of(os.environ)
    return [
        list(
            chain.from_iterable(
                cells_of_text(text, first_look(tone, ground, depth), cell_len(text))
                for text, tone, ground in line
            )
        )
        for line in picture
    ]
