"""When a change can be taken back, and why not."""

from __future__ import annotations

from tui.store.errors import Conflict
from tui.store.journal import Entry, Journal
from tui.store.names import CASES, COMPANIES, MAIL
from tui.store.replacing import Replacing


def require_unchanged(book: Replacing, journal: Journal, seq: int, entry: Entry) -> None:
    """Nobody changed what the entry left, but for changes that were taken back since.

    Raises Conflict, which names whoever did.
    """
    for later in journal.resting_on(seq):
        for table, key in sorted(entry.places & later.places):
            if not later.change.undoable:
                raise _for_good(table, int(key))
            raise _changed_since(table, int(key), later.change.who)
    others = {
        (table, key)
        for table, key in entry.places
        if book.mark(table, int(key)) != entry.after[table][key]
    }
    known = journal.marks_of(others) if others else {}
    for table, key in sorted(others):
        if book.mark(table, int(key)) != known.get((table, key)):
            raise _changed_since(table, int(key), "")


def _for_good(table: str, number: int) -> Conflict:
    if table != CASES:
        return Conflict("The last change cannot be taken back: something rests on it that cannot.")
    return Conflict(
        "The last change cannot be taken back: what came after it in case #{id} cannot be, such "
        "as a mail that went out.",
        id=number,
    )


def _changed_since(table: str, number: int, who: str) -> Conflict:
    if table not in (CASES, COMPANIES):
        return Conflict(
            "The last change cannot be taken back: what it changed was changed again since."
        )
    if table == COMPANIES:
        return Conflict(
            "The last change cannot be taken back: another program changed a company since."
        )
    if who == MAIL:
        return Conflict(
            "Your last change cannot be taken back: a mail came into case #{id} since.", id=number
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
