"""`upheld search`."""

from __future__ import annotations

from collections.abc import Sequence

import click

from tui.cli.cases import row_of, summary_of
from tui.cli.queries import note_unknown, query_of_words
from tui.cli.session import Session
from tui.cli.verb import argument, option, verb
from tui.wording.mark import N_


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
    """Search all texts of the cases, in Russian and English word forms."""
    query = query_of_words(text)
    note_unknown(session, query)
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
    if not found:
        session.out.note(session.words.t("Nothing was found."))
    return 0 if found else 1
