"""Opens the app: its board is on the terminal before Textual is imported, which takes it over."""

from __future__ import annotations

import gc
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tui import __version__
from tui.cases.errors import UpheldError
from tui.clock import second
from tui.desk.desk import Desk
from tui.first_board import Begun, FirstBoard
from tui.settings.paths import config_file
from tui.terminal.early import EarlyKeys
from tui.terminal.first import FirstFrame, drawn
from tui.terminal.kept import ALWAYS, keep, kept_bytes, key_of
from tui.terminal.kept_cells import packed, unpacked
from tui.terminal.patterns import Patterns
from tui.terminal.pen import Cell
from tui.terminal.unneeded import OF_TEXTUAL, instead
from tui.wording.wording import Wording

_AS_USUAL = 700, 10, 10  # as CPython begins
_CELLS, _BRIEFS = "cells", "briefs"


class Keeping(NamedTuple):
    """What is kept for the next time: in which folder, if in any, and whether as a picture, too.

    `patterns`: those that are at hand.
    """

    folder: Path | None = None
    is_usual: bool = False
    patterns: Patterns | None = None


def open_app(
    desk: Desk, words: Wording, keeping: Keeping, *, demo: bool, first: FirstFrame | None = None
) -> int:
    """The exit status, when the application is left. `guard.prepare` came before.

    `first`: what the terminal shows already.
    """
    folder = keeping.folder
    environ = dict(os.environ)  # Textual takes NO_COLOR away
    if folder is None or not _took_briefs(desk, str(folder)):
        desk.read_through()  # a book that cannot be read is said before the screen is taken
    with first or FirstFrame() as frame:
        board = FirstBoard(desk, words, frame.size, environ, demo=demo)
        kept_rows = _kept_rows(str(folder), frame.size) if first and folder else []
        frame.show(kept_rows or board.rows())
        with EarlyKeys(frame, board.meanings, board.after) as early, instead(OF_TEXTUAL):
            from tui.terminal.character_names import put_names_at_hand

            put_names_at_hand()  # before anything asks for a key by its name
            from tui.app import run
        gc.freeze()  # what was imported stays: it need not be looked through again and again
        gc.set_threshold(*_AS_USUAL)  # see `cli.start`: more often now, and so for a shorter time
        begun = Begun(frame, early.left, board.plan)
        if patterns := keeping.patterns:
            patterns.remember()  # now, in case nobody lets it come to rest
            begun = begun._replace(at_rest=(patterns.remember,))
        status = run(desk, words, begun, demo=demo)
    if patterns:
        patterns.keep()
    if folder is not None and status == 0:
        with suppress(UpheldError):  # the book is gone: then nothing of it is kept
            if keeping.is_usual:
                _keep_picture(desk, words, frame.size, environ, str(folder))
            if briefs := desk.packed_briefs(__version__):
                keep(str(folder), _BRIEFS, __version__, briefs, ALWAYS)
    return status


def _kept_rows(folder: str, size: tuple[int, int]) -> list[list[Cell]]:
    """The cells of the board as it was left; none where that is not what is shown."""
    key = key_of(folder, str(config_file()), size, os.environ, __version__)
    return unpacked(kept_bytes(folder, _CELLS, key, second())) if key else []


def _took_briefs(desk: Desk, folder: str) -> bool:
    briefs = kept_bytes(folder, _BRIEFS, __version__, second())
    return bool(briefs) and desk.take_briefs(briefs, __version__)


def _keep_picture(
    desk: Desk, words: Wording, size: tuple[int, int], environ: Mapping[str, str], folder: str
) -> None:
    """Keep the board, if nobody changes the book meanwhile."""
    key, began = key_of(folder, str(config_file()), size, environ, __version__), second()
    if not key:
        return
    desk.look_again()
    rows = FirstBoard(desk, words, size, environ, demo=False).rows()
    if rows and key == key_of(folder, str(config_file()), size, environ, __version__):
        holds = began, desk.board_holds_until
        keep(folder, "board", key, drawn(rows), holds)
        keep(folder, _CELLS, key, packed(rows), holds)
