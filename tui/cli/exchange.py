"""`upheld export` and `upheld import`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tui.cases.errors import BadInput
from tui.cli.bundle import Asked, check, export_bundle, export_bundles
from tui.cli.files import INPUT, read_file, write_private
from tui.cli.kinds import CaseId
from tui.cli.session import Session
from tui.cli.verb import argument, option, verb
from tui.wording.mark import N_

if TYPE_CHECKING:
    from tui.desk.cases.exchange import Counts

_ENDING, _TABLE = ".json", ".csv"


@verb("export")
@argument(
    "case_ids", metavar="[ID]...", type=CaseId(), nargs=-1, help=N_("The numbers of the cases.")
)
@option("--all", "every", is_flag=True, help=N_("All cases and all companies."))
@option(
    "--bundle",
    is_flag=True,
    help=N_(
        "A case as a .zip for a regulator, a lawyer or a court: a PDF with the letter, the "
        "chronology and the deadlines, and the enclosures; in the language of --lang. Of several "
        "one each."
    ),
)
@option("--redacted", is_flag=True, help=N_("A bundle without personal data and enclosures."))
@option(
    "--with",
    "chosen",
    metavar=N_("NUMBER"),
    type=int,
    multiple=True,
    help=N_("This enclosure goes along with a redacted bundle all the same."),
)
@option(
    "-o",
    "--output",
    metavar=N_("FILE"),
    type=click.Path(allow_dash=True),
    default=INPUT,
    help=N_(
        "Write to this .json or .csv file, private and whole; else JSON to standard output. A "
        "bundle goes to a .zip file that is not there yet, or into a folder; several into a folder."
    ),
)
def export(
    session: Session,
    case_ids: Sequence[int],
    every: bool,
    bundle: bool,
    redacted: bool,
    chosen: tuple[int, ...],
    output: str,
) -> int:
    """Take cases out as JSON, with their companies, as a CSV table, or as bundles."""
    if every == bool(case_ids):
        raise BadInput("Say which cases by their numbers, or --all.")
    asked = Asked(bundle, redacted, chosen)
    check(asked, case_ids)
    if bundle and len(case_ids) > 1:
        return export_bundles(session, case_ids, asked, output)
    if bundle:
        return export_bundle(session, case_ids[0], asked, output)
    return _export_cases(session, tuple(dict.fromkeys(case_ids)), output)


def _export_cases(session: Session, case_ids: tuple[int, ...], output: str) -> int:
    if output == INPUT:
        session.out.json(session.desk.export(case_ids))
        return 0
    if Path(output).suffix.lower() == _TABLE:
        count = len(case_ids) or len(session.desk.listed())
        write_private(Path(output), session.desk.cases_as(case_ids, _TABLE), replace=True)
        return _told(session, {"cases": count}, output)
    if Path(output).suffix.lower() != _ENDING:
        raise BadInput("Cases are written as JSON or CSV: name a .json or .csv file, not {file}.",
                       file=output)  # fmt: skip
    document = session.desk.export(case_ids)
    write_private(Path(output), json.dumps(document, indent=1) + "\n", replace=True)
    counts = {name: len(document[name]) for name in ("cases", "companies")}
    return _told(session, counts, output)


def _told(session: Session, counts: dict[str, int], output: str) -> int:
    if session.as_json:
        session.out.json(counts)
    else:
        words = session.words
        session.out.line(
            words.n(
                "{count} case written to {file}.",
                "{count} cases written to {file}.",
                counts["cases"],
                file=output,
            )
        )
    return 0


@verb("import")
@argument(
    "files",
    metavar=N_("FILE..."),
    nargs=-1,
    required=True,
    help=N_(
        "JSON: an export, a list of cases or one case; - reads it. Or replies: .eml, .mbox, a"
        " Maildir."
    ),
)
def import_(session: Session, files: Sequence[str]) -> int:
    """Take cases in, from all files or from none."""
    if any(map(_is_mail, files)):
        return _mails(session, files)
    counts = _taken_in(session, files)
    if session.as_json:
        session.out.json(
            {"added": counts.added, "updated": counts.updated, "unchanged": counts.unchanged}
        )
        return 0
    session.out.line(
        session.words.t(
            "Added: {added}. Brought up to date: {updated}. Unchanged: {unchanged}.",
            added=counts.added,
            updated=counts.updated,
            unchanged=counts.unchanged,
        )
    )
    return 0


def _is_mail(name: str) -> bool:
    return Path(name).suffix.lower() in (".eml", ".mbox") or Path(name).is_dir()


def _mails(session: Session, names: Sequence[str]) -> int:
    """Take replies in, as if they had been fetched."""
    from tui.cli.mail_fetch import say_taken

    if not all(map(_is_mail, names)):
        raise BadInput("Cases and mails are taken in one after the other, not together.")
    say_taken(session, session.desk.take_mail_files(map(Path, names)))
    return 0


def _taken_in(session: Session, files: Sequence[str]) -> Counts:
    """A copy of a book is taken in by itself; anything else together, or not at all."""
    from tui.desk.keeping.plain_copy import is_plain_copy

    texts = [_text(name) for name in files]
    documents = [_read(text, name) for text, name in zip(texts, files, strict=True)]
    if not any(map(is_plain_copy, documents)):
        return session.desk.import_document(_joined(session, documents, files))
    if len(files) > 1:
        raise BadInput("The copy of a book is taken in alone: name no other file.")
    return session.desk.import_copy(texts[0], files[0])


def _text(name: str) -> str:
    if name != INPUT and Path(name).suffix.lower() != _ENDING:
        raise BadInput("Only .json, .eml and .mbox files can be taken in, not {file}.", file=name)
    return read_file(name)


def _read(text: str, name: str) -> Any:
    from tui.desk.cases.exchange import read_json

    return read_json(text, name)


def _joined(session: Session, documents: Sequence[Any], names: Sequence[str]) -> Any:
    """Several files as one document, so that they are taken in together or not at all."""
    if len(documents) == 1:
        return documents[0]
    whole: dict[str, list[Any]] = {"cases": [], "companies": []}
    for document, name in zip(documents, names, strict=True):
        exported = isinstance(document, dict) and "cases" in document
        cases = document["cases"] if exported else document
        try:  # while it is known from which file they are
            session.desk.cases_of_json(cases)
        except BadInput as error:
            raise BadInput("{file}: {reason}", file=name, reason=error.sentence) from error
        whole["cases"] += cases if isinstance(cases, list) else [cases]
        whole["companies"] += document.get("companies", []) if exported else []
    return whole
