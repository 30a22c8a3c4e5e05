"""Opening the app on the book. Without a verb no parser of the command line is needed for it."""

from __future__ import annotations

import os

from tui.cli.session import Session


def board(session: Session) -> int:
    """Open the board, if there is a terminal for it."""
    from tui.terminal.guard import prepare

    prepare(os.environ)
    desk = session.desk
    from tui.opening import open_app

    # Of another day, or in another language than usual, it is no picture for the next time.
    is_usual = not session.given.keys() - {"data"}
    folder = session.folder if is_usual else None
    return open_app(desk, session.words, first=session.first, folder=folder, demo=False)
