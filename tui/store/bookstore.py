"""The store: what is read of a book, and changes of it in turns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.cases.errors import NotFound
from tui.store.beside import Backups, Drafts
from tui.store.book_contract import Book
from tui.store.contract import Allow, Change, Store
from tui.store.engine import Engine
from tui.store.errors import Conflict
from tui.store.evidence import EvidenceShelf
from tui.store.journal import Entry, Journal
from tui.store.names import CASES
from tui.store.reading import ReadBook

if TYPE_CHECKING:
    from tui.store.book import OpenBook


class BookStore(ReadBook):
    """See Store. `patience`: seconds to wait for another writer; `who`: who changes things;
    `again` opens the same book once more.

    What only a change needs is imported with the first one: most runs change nothing.
    """

    def __init__(
        self,
        engine: Engine,
        evidence: EvidenceShelf,
        drafts: Drafts,
        backups: Backups,
        *,
        at: Callable[[], datetime],
        patience: float,
        who: str,
        again: Callable[[], Store],
    ) -> None:
        self.drafts, self.backups = drafts, backups
        self._at, self._who, self.again = at, who, again
        super().__init__(engine, evidence, patience)

    @contextmanager
    def writing(self, change: Change) -> Iterator[Book]:
        """See Store."""
        change = change if change.who else replace(change, who=self._who)
        with self._turn() as book:
            yield book
            if book.touched:
                self._seal(book, book.entry(change), undone=not change.undoable)

    def take_in(self, data: bytes, file: str, change: Change) -> int:
        """See Store."""
        from tui.store.plain_book import parse
        from tui.store.takeover import copy_in

        tables = parse(data, file)
        with self._turn():
            if self._engine.tables():
                raise Conflict("There is something in this book already.")
            who = change.who or self._who
            copy_in(tables, self._engine, replace(change, who=who), file)
        self.poll()
        return len(tables.get(CASES, {}))

    def changes(self) -> tuple[Change, ...]:
        """See Store."""
        return tuple(entry.change for entry in Journal(self._engine).standing())[::-1]

    def undone_next(self) -> Change:
        """See Store."""
        journal = Journal(self._engine)
        _, entry = journal.last(self._who)
        return entry.change

    def undo(self, allow: Allow | None = None) -> Change:
        """See Store."""
        from tui.store.undoing import require_unchanged

        if not self._engine.is_there:
            raise NotFound("There is nothing to take back.")
        with self._turn() as book:
            journal = Journal(self._engine)
            seq, entry = journal.last(self._who)
            if allow is not None:
                allow(entry.change, journal.lasting(self._who, seq))
            require_unchanged(book, journal, seq, entry)
            book.restore(entry)
            self._engine.strike(seq)
            change = Change(
                verb="undo",
                case=entry.change.case,
                detail=entry.change.verb,
                at=self._at(),
                who=self._who,
            )
            self._seal(book, book.entry(change, undoes=seq), undone=True)
        return entry.change

    def preparations(self) -> tuple[Callable[[], object], ...]:
        """See Store."""

        def change() -> object:
            from tui.store import book, cards, stems, undoing

            cards.make_ready()
            return book, undoing, stems.stems_of("the 1st")

        def undo() -> object:
            with suppress(NotFound):  # so far there is nothing
                return self.undone_next()
            return None

        return change, partial(self.having, "by"), undo

    @contextmanager
    def _turn(self) -> Iterator[OpenBook]:
        from tui.store.book import Known, OpenBook

        book: OpenBook | None = None
        self.backups.before_change()
        try:
            with self._engine.turn(self._patience):
                self.poll()
                known = Known(self._cards, self._known_companies)
                book = OpenBook(self._engine, known, self._evidence)
                yield book
        except BaseException:
            if book is not None:
                book.abandon()
            raise
        if book.touched:
            self._follow(book)
        else:
            book.abandon()

    def _seal(self, book: OpenBook, entry: Entry, *, undone: bool) -> None:
        for card in self._kept.stale.values():
            if card.number not in book.cards:
                self._engine.put_card(card, book.seq)
        book.settle_evidence()
        Journal(self._engine).write(book.seq, entry, undone=undone)
        book.keep_evidence()

    def _follow(self, book: OpenBook) -> None:
        """The book was written: show what is in it now."""
        self._kept.stale.clear()
        self._having.clear()
        # Not what the engine says now: somebody else may have written since, and is to be read.
        self._state = self._state and self._state._replace(seq=book.seq)
        if book.has_companies:
            self._companies = None
        for number, card in book.cards.items():
            if card is None:
                self._cards.drop(number)
            else:
                self._cards.put(card)
