"""Where the command `upheld` begins."""

from __future__ import annotations

import atexit
import gc
import os
import sys
import threading
from collections.abc import Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, NoReturn

from tui.terminal.unneeded import OF_PATHS, OF_RECORDS, instead

if TYPE_CHECKING:
    from tui.cli.session import Session
    from tui.terminal.first import FirstFrame

COMPLETE = "_UPHELD_COMPLETE"
"""The variable with which a shell asks for completions, named as click does."""
_INTERRUPTED = 130
_ZONES = "PYTHONTZPATH"
_USUAL = (
    "/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo",
)  # fmt: skip
_SELDOM = 200_000  # objects until rings are looked for: imports make many, and hardly a ring


def run() -> NoReturn:
    """The command `upheld`: ends with the exit status of `main`.

    Python would take its modules apart first, one by one: that takes longer than many a verb.
    """
    gc.set_threshold(_SELDOM)
    _open_streams()
    status = main()
    if threading.active_count() > 1:
        sys.exit(status)  # which waits for them
    atexit._run_exitfuncs()
    os._exit(status)


def _open_streams() -> None:
    """Who closed one of them wants to hear nothing; no file that is opened may take its place."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123


def main(args: Sequence[str] | None = None) -> int:
    """Run one command, and give its exit status. Never raises."""
    given = list(sys.argv[1:] if args is None else args)
    with instead(OF_PATHS):
        import pathlib  # noqa: F401 - from now on for all
    if given == ["today", "--count"] and (status := _count_at_once()) is not None:
        return status
    with ExitStack() as leaving:
        return _main(given, leaving)


def _main(given: list[str], leaving: ExitStack) -> int:
    try:
        first = None if given or COMPLETE in os.environ else _board_at_once()
        if first is not None:
            leaving.push(first.__exit__)
        _import_zones()
        with instead(OF_RECORDS):
            import msgspec  # noqa: F401 - as above
        from tui.cli.language import speak

        session = speak(given)
        session.first = first
    except KeyboardInterrupt:
        return _INTERRUPTED
    try:
        return _run(session, given)
    except (Exception, KeyboardInterrupt) as error:
        leaving.close()  # what is said now is for the shell
        from tui.cli.errors import report

        return report(error, session)


def _import_zones() -> None:
    """Where zones are looked for is the same with nearly every build of Python; to be told so, it
    reads all settings of its own, which takes longer than all that follows.
    """
    if _ZONES in os.environ:
        return
    os.environ[_ZONES] = os.pathsep.join(_USUAL)
    try:
        import zoneinfo  # noqa: F401 - it reads that now
    finally:
        del os.environ[_ZONES]


def _count_at_once() -> int | None:
    from tui.cli.at_once import count_at_once

    try:
        return count_at_once()
    except (OSError, ValueError, KeyboardInterrupt):
        return None  # the whole way says what is wrong


def _board_at_once() -> FirstFrame | None:
    from tui.cli.at_once import board_at_once

    return board_at_once()


def _run(session: Session, args: list[str]) -> int:
    _make_printable()
    if not args and COMPLETE not in os.environ:
        from tui.cli.board import board

        return board(session)
    from click.exceptions import Exit

    from tui.cli.root import root

    _refuse_other_bytes(args)
    upheld = root(session.words)
    asked = os.environ.get(COMPLETE)
    if asked:
        from click.shell_completion import shell_complete

        return shell_complete(upheld, {"obj": session}, "upheld", COMPLETE, asked)
    try:
        # Not `main` of click, which ends the process with statuses of its own.
        with upheld.make_context("upheld", args, obj=session) as context:
            status = upheld.invoke(context)
    except Exit as done:
        status = done.exit_code
    sys.stdout.flush()
    return status if isinstance(status, int) else 0


def _make_printable() -> None:
    """A terminal of another encoding gets what it has instead of a failure."""
    from tui.terminal.glyphs import ENCODING_ERRORS, register

    register()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors=ENCODING_ERRORS)


def _refuse_other_bytes(args: Sequence[str]) -> None:
    """What is not text cannot be kept as text."""
    from tui.cases.errors import BadInput

    for arg in args:
        try:
            arg.encode()
        except UnicodeEncodeError:
            raise BadInput("“{value}” is not text in UTF-8.", value=arg) from None
