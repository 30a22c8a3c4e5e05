"""The search in mails of no case: those that wait in the Inbox, and those that were put aside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.desk.board.query import query_of
from tui.desk.board.searching import excerpt, sought
from tui.desk.mail.aside import mails_aside
from tui.desk.mail.inbox import InboxRow, inbox
from tui.store.queries import marks
from tui.store.queries import query_of as query_of_words

if TYPE_CHECKING:
    from tui.desk.office import Office
    from tui.store.queries import Query, Span

_MOST = 300  # mails of each kind, the newest: what a person looks for is seldom older


class FoundMail(Struct, frozen=True):
    """A mail that a search found. `snippet`: one line of what fits best, with `marks` in it."""

    row: InboxRow
    is_aside: bool
    snippet: str
    marks: tuple[Span, ...]


def search_mails(office: Office, text: str, *, begun: bool = False) -> tuple[FoundMail, ...]:
    """Those in which all the words of a query occur, the newest first; none for a query that asks
    something of a case. What lies at a case is found with the case.

    `begun`: it is being typed, and its last word is not yet whole.
    """
    asked = query_of(text)
    words = query_of_words(sought(asked, text if begun else ""))
    if asked.tests or not words.every:
        return ()
    return tuple(_found(office, words))


def _found(office: Office, words: Query) -> Iterator[FoundMail]:
    waiting = [row for row in inbox(office) if not row.is_attached]
    for rows, is_aside in ((waiting, False), (mails_aside(office), True)):
        for row in rows[:_MOST]:
            mail = row.kept.mail
            text = " · ".join((mail.subject, mail.sender.name, mail.sender.address, mail.new))
            if all(marks(text, (term,)) for term in words.every) and not marks(text, words.never):
                yield FoundMail(row, is_aside, *excerpt(text, marks(text, words.every)))
