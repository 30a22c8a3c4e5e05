"""Runs the application on a terminal and gives that back as it was, whatever happens."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress

from tui.terminal.app import SafeApp
from tui.terminal.signals import Leaving

CRASHED = 70
"""Exit status after a fault of our own (EX_SOFTWARE); after a signal, 128 and its number."""


def run_app(app: SafeApp, *, mouse: bool) -> int:
    """The exit status, when the application has ended. `mouse`: whether it takes the mouse.

    `guard.prepare` has been called before Textual was imported.
    """
    status = 0
    with Leaving(app) as leaving:
        try:
            app.run(mouse=mouse)
        except SystemExit as early:
            status = early.code if isinstance(early.code, int) else 1
        except Exception as error:
            app.fault(error)
        finally:
            app.wire.restore()
        _tell_shell(app.last_words)
    if leaving.status:
        return leaving.status
    return CRASHED if app.faulty else status or app.return_code or 0


def _tell_shell(lines: Iterable[str]) -> None:
    encoding = (sys.__stderr__ and sys.__stderr__.encoding) or "utf-8"
    # Not through the stream: what it could not write to a lost line would fail again at exit.
    with suppress(OSError):
        for line in lines:
            os.write(2, f"{line}\n".encode(encoding, "replace"))
