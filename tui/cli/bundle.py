"""`upheld export ID --bundle`: a case for a regulator, a lawyer or a court."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.cases.errors import BadInput
from tui.cli.files import INPUT
from tui.cli.session import Session

if TYPE_CHECKING:
    from tui.desk.evidence.bundle import Gathered

_IN_MEMORY = 2**20  # bytes


class Asked(NamedTuple):
    """What the line says of a bundle."""

    bundle: bool
    redacted: bool
    chosen: tuple[int, ...]


def check(asked: Asked, case_ids: Sequence[int]) -> None:
    """Raises BadInput for options that have no bundle, and for a bundle of nobody knows which."""
    if not asked.bundle and (asked.redacted or asked.chosen):
        raise BadInput("--redacted and --with are for a bundle: add --bundle.")
    if asked.bundle and not case_ids:
        raise BadInput("A bundle is one case: name its number, or several for a bundle each.")
    if asked.chosen and len(case_ids) > 1:
        raise BadInput("--with is for the enclosures of one case: name that alone.")


def export_bundles(session: Session, case_ids: Sequence[int], asked: Asked, output: str) -> int:
    """A bundle of each into the folder that the line names; all or none."""
    from tui.desk.evidence.bundle import BundleWish

    if output == INPUT:
        raise BadInput("Several bundles go into a folder: name it with -o.")
    wish = BundleWish(asked.redacted, (), session.given.get("lang", ""))
    gathered = session.desk.gather_bundles(dict.fromkeys(case_ids), wish)
    written = session.desk.write_bundles(gathered, output)
    if session.as_json:
        session.out.json([{"file": str(path), "redacted": asked.redacted} for path in written])
    else:
        for path in written:
            session.out.line(session.words.t("Written to {file}.", file=str(path)))
    _mind(session, gathered)
    return 0


def export_bundle(session: Session, case_id: int, asked: Asked, output: str) -> int:
    """Write it where the line says, or into a pipe; then say where, and what to mind."""
    from tui.desk.evidence.bundle import BundleWish

    language = session.given.get("lang", "")
    wish = BundleWish(asked.redacted, asked.chosen, language)
    gathered = session.desk.gather_bundle(case_id, wish)
    if output == INPUT:
        _to_pipe(session, gathered)
    else:
        _to_disk(session, gathered, output)
    _mind(session, (gathered,))
    return 0


def _mind(session: Session, gathered: Sequence[Gathered]) -> None:
    """What may stand in it that nobody should read."""
    for secret in (secret for one in gathered for secret in one.secrets):
        session.out.note(session.words.say(secret))
    if any(one.bundle.redacted for one in gathered):
        session.out.note(
            session.words.t(
                "A name that Upheld does not know may still stand in a text: read it all before "
                "you hand it on."
            )
        )


def _to_disk(session: Session, gathered: Gathered, output: str) -> None:
    path = session.desk.write_bundle(gathered, output)
    if session.as_json:
        enclosed = [piece.number for piece in gathered.bundle.enclosures if piece.file]
        session.out.json(
            {"file": str(path), "redacted": gathered.bundle.redacted, "enclosures": enclosed}
        )
    else:
        session.out.line(session.words.t("Written to {file}.", file=str(path)))


def _to_pipe(session: Session, gathered: Gathered) -> None:
    """Made whole first: a pipe never gets half of one."""
    if session.as_json:
        raise BadInput("A bundle is no JSON: name a file or a folder with -o.")
    if sys.stdout.isatty():
        raise BadInput("This is no text for a terminal. Write it to a file: -o {file}",
                       file=gathered.name)  # fmt: skip
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as whole:
        session.desk.pack_bundle(gathered, whole)
        whole.seek(0)
        sys.stdout.flush()
        shutil.copyfileobj(whole, sys.stdout.buffer)
