"""Opening the app on the book. Without a verb no parser of the command line is needed for it."""

from __future__ import annotations

import os

from tui.cli.session import Session


def board(session: Session) -> int:
    """Open the board, if there is a terminal for it."""
    from tui.terminal.guard import prepare

    prepare(os.environ)
    from tui import __version__
    from tui.terminal.patterns import Patterns

    patterns = Patterns(str(session.folder), __version__)
    desk = session.desk
    from tui.opening import Keeping, open_app

    given = session.given.keys()
    # Of another day, or in another language than usual, the board is no picture for the next time.
    folder = None if "on" in given else session.folder
    kept = Keeping(folder, is_usual=not given - {"data"}, patterns=patterns)
    return open_app(desk, session.words, kept, first=session.first, demo=False)
