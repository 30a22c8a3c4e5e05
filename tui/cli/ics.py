"""`upheld ics`: the dates of the book for other calendars."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tui.cases.errors import BadInput
from tui.cli.files import INPUT
from tui.cli.session import Session
from tui.cli.ticked import asked, of_done
from tui.cli.verb import option, verb
from tui.store.reasons import reason
from tui.wording.mark import N_

_ENDING = ".ics"


@verb("ics", takes=("data", "lang", "json"), refuses=("on",))
@option(
    "-o",
    "--output",
    metavar=N_("FILE|DIR"),
    type=click.Path(allow_dash=True),
    default=INPUT,
    help=N_(
        "FILE.ics: a calendar file. DIR/, or a folder that is there: a file for each date (a vdir,"
        " as khal, todoman and vdirsyncer use it). Else standard output."
    ),
)
def ics(session: Session, output: str) -> int:
    """Write the running dates for a calendar; read back what was ticked off there."""
    if output == INPUT:
        return _print(session)
    synced = session.desk.sync_calendar(_place(output), session.words)
    done = session.desk.done_there(session.words)
    if session.as_json:
        counts = {"written": synced.written, "removed": synced.removed, "same": synced.same}
        session.out.json({**counts, "done_there": [of_done(one) for one in done]})
        return 0
    session.out.line(
        session.words.t(
            "Written: {written}, taken away: {removed}, the same: {same}.",
            written=synced.written,
            removed=synced.removed,
            same=synced.same,
        )
    )
    for one in done:
        session.out.line(asked(session, one))
    return 0


def _place(output: str) -> Path:
    """The file that is meant, or the folder, which is made. Raises BadInput where it is unclear."""
    path = Path(output).expanduser()
    if output.endswith("/"):
        try:
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise BadInput("{file} cannot be used: {reason}.",
                           file=output, reason=reason(error)) from error  # fmt: skip
    elif not path.exists() and path.suffix.lower() != _ENDING:
        raise BadInput(
            "“{name}” is not there: is it to be a folder or a file? Write {name}/ or {name}.ics",
            name=output,
        )
    return path


def _print(session: Session) -> int:
    content = session.desk.calendar(session.words)
    if session.as_json:
        session.out.json({"ics": content.decode()})
    elif sys.stdout.isatty():
        session.out.text(content.decode().replace("\r\n", "\n"))
    else:
        session.out.data(content)
    return 0
