"""`upheld search`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from tui.cli.cases import row_of, summary_of
from tui.cli.mail_rows import mail_row
from tui.cli.queries import note_read_otherwise, query_of_words
from tui.cli.session import Session
from tui.cli.verb import argument, option, verb
from tui.wording.mark import N_

if TYPE_CHECKING:
    from tui.desk.mail.mail_search import FoundMail


@verb("search", context_settings={"ignore_unknown_options": True})
@argument(
    "text",
    metavar=N_("TEXT..."),
    nargs=-1,
    required=True,
    help=N_(
        "Words in any form, “a phrase” in quotation marks, begin*; is:late, due<7d and the rest as"
        " in list; with - before: without."
    ),
)
@option("--limit", type=click.IntRange(1, 1000), default=20, help=N_("How many at most."))
def search(session: Session, text: Sequence[str], limit: int) -> int:
    """Search all texts of the cases, in Russian and English word forms; and mails of no case."""
    query = query_of_words(text)
    note_read_otherwise(session, query)
    found = session.desk.search(query, limit)
    if session.as_json:
        session.out.json(
            [
                {**summary_of(session, hit.view), "score": hit.score, "snippet": hit.snippet}
                for hit in found
            ]
        )
    else:
        rows = [row_of(session, hit.view) for hit in found]
        session.out.table(rows, give=(1, 2), under=[hit.snippet for hit in found])
    mails = session.desk.search_mails(query)
    if mails:
        _say_mails(session, mails[:limit])
    elif not found:
        session.out.note(session.words.t("Nothing was found."))
    return 0 if found or mails else 1


def _say_mails(session: Session, mails: Sequence[FoundMail]) -> None:
    """Mails of no case, beside the cases; a document is of cases alone."""
    words, out = session.words, session.out
    if session.as_json:
        numbers = ", ".join(str(one.row.number) for one in mails)
        out.note(words.t("Mails of no case have it, too: {numbers}. See: upheld inbox NUMBER",
                         numbers=numbers))  # fmt: skip
        return
    out.line(words.t("Mails of no case; to read one: upheld inbox NUMBER"))
    rows = [mail_row(session, one.row, is_aside=one.is_aside) for one in mails]
    out.table(rows, give=(2, 3), under=[one.snippet for one in mails])
