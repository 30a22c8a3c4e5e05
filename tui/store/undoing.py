"""When a change can be taken back, and why not."""

from __future__ import annotations

from tui.store.book import OpenBook
from tui.store.errors import Conflict
from tui.store.journal import Entry, Journal
from tui.store.names import CASES


def require_unchanged(book: OpenBook, journal: Journal, seq: int, entry: Entry) -> None:
    """Nobody changed what the entry left, but for changes that were taken back since.

    Raises Conflict, which names whoever did.
    """
    for later in journal.since(seq):
        for table, key in sorted(entry.places & later.places):
            raise _changed_since(table, int(key), later.change.who)
    known = journal.marks()
    for table, key in entry.places:
        if book.mark(table, int(key)) != known.get((table, key)):
            raise _changed_since(table, int(key), "")


def _changed_since(table: str, number: int, who: str) -> Conflict:
    if table != CASES:
        return Conflict(
            "The last change cannot be taken back: another program changed a company since."
        )
    if who:
        return Conflict(
            "Your last change cannot be taken back: {who} changed case #{id} since.",
            who=who,
            id=number,
        )
    return Conflict(
        "The last change cannot be taken back: another program changed case #{id} since.",
        id=number,
    )
