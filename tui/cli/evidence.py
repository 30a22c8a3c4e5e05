"""`upheld evidence`: the files of a case."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tui.cases.errors import BadInput, NotFound
from tui.cli.kinds import CaseId
from tui.cli.session import Session
from tui.cli.verb import argument, option, verb
from tui.wording.mark import N_

if TYPE_CHECKING:
    from tui.desk.evidence.evidence import Piece

_AT_ONCE = 5000  # lines


@verb("evidence")
@argument("case_id", metavar="ID", type=CaseId(), help=N_("The number of the case."))
@argument(
    "number",
    metavar=N_("NUMBER"),
    type=int,
    required=False,
    help=N_("The number of the enclosure: its lines, or what is known of it."),
)
@option("--lines", metavar=N_("LINES"), help=N_("Quote these lines of a text: 120-134."))
@option(
    "--export",
    "folder",
    metavar=N_("DIR"),
    type=click.Path(file_okay=False, path_type=Path),
    help=N_("Copy the files there, under their own names; nothing is overwritten."),
)
@option(
    "--hidden",
    is_flag=True,
    help=N_("With --export: pictures with place, camera and comments too."),
)
def evidence(
    session: Session,
    case_id: int,
    number: int | None,
    lines: str | None,
    folder: Path | None,
    hidden: bool,
) -> int:
    """List what was copied in, read and quote texts, take copies out. To add: upheld record."""
    if lines and number is None:
        raise BadInput("Say which enclosure has these lines: upheld evidence ID NUMBER --lines")
    if folder:
        return _take_out(session, case_id, () if number is None else (number,), folder, hidden)
    if lines and number is not None:
        return _quote(session, case_id, number, lines)
    pieces = session.desk.evidence(case_id)
    if number is not None:
        return _one(session, case_id, _piece(case_id, number, pieces))
    if session.as_json:
        session.out.json([_plain(session, piece) for piece in pieces])
    else:
        _list(session, case_id, pieces)
    return 0


def _list(session: Session, case_id: int, pieces: tuple[Piece, ...]) -> None:
    session.out.table([_row(session, piece) for piece in pieces], give=[1])
    if not pieces:
        session.out.note(
            session.words.t("No evidence yet. To add it: upheld record {id} evidence --file FILE",
                            id=case_id)
        )  # fmt: skip


def _piece(case_id: int, number: int, pieces: tuple[Piece, ...]) -> Piece:
    for piece in pieces:
        if piece.number == number:
            return piece
    raise NotFound("Case #{id} has no enclosure {number}.", id=case_id, number=number)


def _take_out(
    session: Session, case_id: int, numbers: tuple[int, ...], folder: Path, hidden: bool
) -> int:
    written = session.desk.export_evidence(case_id, numbers, folder, hidden)
    for said in session.desk.secrets_of(case_id, numbers):
        session.out.note(session.words.say(said))
    if session.as_json:
        session.out.json({"files": [str(path) for path in written]})
    else:
        session.out.lines(str(path) for path in written)
    return 0


def _quote(session: Session, case_id: int, number: int, lines: str) -> int:
    from tui.desk.evidence.extracts import line_range

    first, last = line_range(lines)
    quote = session.desk.extract(case_id, number, first, last)
    for said in session.desk.secrets_of(case_id, (number,), (first, last)):
        session.out.note(session.words.say(said))
    if session.as_json:
        session.out.json({"number": number, "first": first, "last": last, "text": quote})
    else:
        session.out.text(quote)
    return 0


def _one(session: Session, case_id: int, piece: Piece) -> int:
    """The lines of a text; of another file what is known."""
    if session.as_json:
        session.out.json(_plain(session, piece))
        return 0
    if piece.lines:
        session.out.lines(_all_lines(session, case_id, piece))
        return 0
    session.out.line(f"{piece.number}. {piece.name}")
    session.out.line(f"{session.words.size(piece.size)}, SHA-256 {piece.sha256}")
    if piece.trouble:
        session.out.note(session.words.say(piece.trouble))
    return 1 if piece.trouble else 0


def _all_lines(session: Session, case_id: int, piece: Piece) -> Iterator[str]:
    for first in range(1, piece.lines + 1, _AT_ONCE):
        yield from session.desk.evidence_text(case_id, piece.number, first, most=_AT_ONCE)


def _row(session: Session, piece: Piece) -> tuple[str, ...]:
    words = session.words
    lines = words.n("{count} line", "{count} lines", piece.lines) if piece.lines else ""
    day = words.day(piece.at.date()) if piece.at else ""
    state = words.t("cannot be read") if piece.trouble else lines
    return str(piece.number), piece.name, words.size(piece.size), state, day


def _plain(session: Session, piece: Piece) -> dict[str, Any]:
    return {
        "number": piece.number,
        "name": piece.name,
        "kind": piece.kind,
        "size": piece.size,
        "lines": piece.lines,
        "sha256": piece.sha256,
        "event": piece.event,
        "at": piece.at,
        "trouble": session.words.say(piece.trouble) if piece.trouble else "",
    }
