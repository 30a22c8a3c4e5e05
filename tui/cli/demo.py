"""The demonstration: the app on a throw-away copy of the sample book."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from tui.cli.session import Session
from tui.cli.verb import verb


@verb("demo", takes=("lang", "on"), refuses=("data", "json"))
def demo(session: Session) -> int:
    """Open the app on sample cases in a throw-away folder; your own book is not touched."""
    from tui.terminal.guard import prepare

    prepare(os.environ)
    words = session.words
    with tempfile.TemporaryDirectory(prefix="upheld-demo-") as folder:  # 0700
        session.out.note(
            words.t("A book of invented cases, in {folder}. Nothing of yours is touched.",
                    folder=folder)
        )  # fmt: skip
        status = _play(session, Path(folder))
    session.out.note(words.t("The demonstration is over and its cases are gone."))
    return status


def _play(session: Session, folder: Path) -> int:
    from tui.desk.entrance import open_sample

    on = session.given.get("on", "")
    desk = open_sample(folder, session.words.language, on=on, looks=session.looks)
    from tui.opening import Keeping, open_app

    return open_app(desk, session.words, Keeping(), demo=True)
