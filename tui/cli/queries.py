"""A query as a command line gives it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import click

from tui.cli.session import Session

_PARTED = re.compile(r"(-*(?:[^\W\d_]+(?:<=|>=|[:<>=]))?)(.*)", re.DOTALL)


def query_of_words(words: Sequence[str]) -> str:
    """One argument is a query as it is; of several each is a word of it, or a phrase."""
    unknown = next((word for word in words if word.startswith("--")), None)
    if unknown:
        raise click.NoSuchOption(unknown, ctx=click.get_current_context())
    return words[0] if len(words) == 1 else " ".join(map(_term, words))


def _term(word: str) -> str:
    """A word with blanks in it stands in quotation marks, behind its sign."""
    found = _PARTED.fullmatch(word)
    if not found or not any(map(str.isspace, found[2])) or '"' in word:
        return word
    return f'{found[1]}"{found[2]}"'


def note_read_otherwise(session: Session, query: str) -> None:
    """Say what of the query is read as it may not be meant: fields that there are not, which are
    sought as words, and a quotation mark that is not closed.
    """
    desk = session.desk
    for sentence in (*desk.unknown_fields(query), *desk.unclosed(query)):
        session.out.note(session.words.say(sentence))
