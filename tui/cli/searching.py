"""`upheld search`."""

from __future__ import annotations

from collections.abc import Sequence

import click

from tui.cli.cases import row_of, summary_of
from tui.cli.session import Session
from tui.cli.verb import argument, option, verb
from tui.wording.mark import N_


@verb("search", context_settings={"ignore_unknown_options": True})
@argument(
    "text",
    metavar=N_("TEXT..."),
    nargs=-1,
    required=True,
    help=N_("Words in any form, “a phrase” in quotation marks, begin*; with - before: without."),
)
@option("--limit", type=click.IntRange(1, 1000), default=20, help=N_("How many at most."))
def search(session: Session, text: Sequence[str], limit: int) -> int:
    """Search all texts of the cases, in Russian and English word forms."""
    found = session.desk.search(_query(text), limit)
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


def _query(words: Sequence[str]) -> str:
    """One argument is a query as it is; of several each is a word of it, or a phrase."""
    unknown = next((word for word in words if word.startswith("--")), None)
    if unknown:
        raise click.NoSuchOption(unknown, ctx=click.get_current_context())
    if len(words) == 1:
        return words[0]
    return " ".join(_term(word) for word in words)


def _term(word: str) -> str:
    if not any(map(str.isspace, word)) or '"' in word:
        return word
    minus = "-" if word.startswith("-") else ""
    return f'{minus}"{word.lstrip("-")}"'
