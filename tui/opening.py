"""Opens the app: its board is on the terminal before Textual is imported, which takes it over."""

from __future__ import annotations

import gc
import os
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

from tui import __version__
from tui.clock import second
from tui.desk.desk import Desk
from tui.settings.paths import config_file
from tui.terminal.first import FirstFrame, drawn
from tui.terminal.kept import keep, kept_bytes, key_of
from tui.terminal.kept_cells import packed, unpacked
from tui.terminal.pen import Cell
from tui.wording.wording import Wording

_AS_USUAL = 700, 10, 10  # as CPython begins
_CELLS, _BRIEFS, _ALWAYS = "cells", "briefs", (0, 1 << 62)


def open_app(
    desk: Desk, words: Wording, *, first: FirstFrame | None = None, folder: Path | None = None
) -> int:
    """The exit status, when the application is left. `guard.prepare` came before.

    `first`: what the terminal shows already. `folder`: where the board is kept for the next time;
    without one it is a demonstration.
    """
    environ = dict(os.environ)  # Textual takes NO_COLOR away
    if folder is None or not _took_briefs(desk, str(folder)):
        desk.read_through()  # a book that cannot be read is said before the screen is taken
    with first or FirstFrame() as frame:
        kept_rows = _kept_rows(str(folder), frame.size) if first and folder else []
        frame.show(kept_rows or first_rows(desk, words, frame.size, environ, demo=folder is None))
        from tui.app import run

        gc.freeze()  # what was imported stays: it need not be looked through again and again
        gc.set_threshold(*_AS_USUAL)  # see `cli.start`: more often now, and so for a shorter time
        status = run(desk, words, demo=folder is None, first=frame)
    if folder is not None and status == 0:
        _keep(desk, words, frame.size, environ, str(folder))
    return status


def _kept_rows(folder: str, size: tuple[int, int]) -> list[list[Cell]]:
    """The cells of the board as it was left; none where that is not what is shown."""
    key = key_of(folder, str(config_file()), size, os.environ, __version__)
    return unpacked(kept_bytes(folder, _CELLS, key, second())) if key else []


def _took_briefs(desk: Desk, folder: str) -> bool:
    briefs = kept_bytes(folder, _BRIEFS, __version__, second())
    return bool(briefs) and desk.take_briefs(briefs, __version__)


def _keep(
    desk: Desk, words: Wording, size: tuple[int, int], environ: Mapping[str, str], folder: str
) -> None:
    """Keep the board, if nobody changes the book meanwhile."""
    key, began = key_of(folder, str(config_file()), size, environ, __version__), second()
    if not key:
        return
    desk.look_again()
    rows = first_rows(desk, words, size, environ, demo=False)
    if rows and key == key_of(folder, str(config_file()), size, environ, __version__):
        holds = began, desk.board_holds_until
        keep(folder, "board", key, drawn(rows), holds)
        keep(folder, _CELLS, key, packed(rows), holds)
        if briefs := desk.packed_briefs(__version__):
            keep(folder, _BRIEFS, __version__, briefs, _ALWAYS)


def first_rows(
    desk: Desk, words: Wording, size: tuple[int, int], environ: Mapping[str, str], *, demo: bool
) -> list[list[Cell]]:
    """The board in cells; none where it cannot be drawn: the app will show or say what there is."""
    from tui.cases.errors import UpheldError
    from tui.screens.board.boardlines import board_picture
    from tui.styles.first_looks import first_look
    from tui.styles.palettes import palette_in_force
    from tui.terminal.glyphs import Glyphs, terminal_encoding
    from tui.terminal.pen import cells_of_text
    from tui.terminal.widths import cell_len

    if not all(size):
        return []
    try:
        picture = board_picture(desk, words, *size, demo=demo)
    except UpheldError:
        return []
    palette = palette_in_force(desk.theme, environ)
    written = Glyphs(terminal_encoding(), is_ascii=desk.draws_ascii).of
    return [
        list(
            chain.from_iterable(
                cells_of_text(written(text), first_look(tone, ground, palette), cell_len(text))
                for text, tone, ground in line
            )
        )
        for line in picture
    ]
