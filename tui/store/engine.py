"""The store on a TinyDB storage that is written whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from types import MappingProxyType

from msgspec.structs import replace

from tui.cases.card import Card
from tui.cases.case import Case
from tui.cases.company import Company, name_key
from tui.store.book import OpenBook
from tui.store.contract import Book, Change, Drafts
from tui.store.errors import Conflict, StoreError
from tui.store.evidence import EvidenceShelf
from tui.store.journal import Entry
from tui.store.reading import CASES
from tui.store.state import State
from tui.store.storage import BookStorage


class BookStore:
    """See Store. `patience`: seconds to wait for another writer."""

    def __init__(
        self,
        storage: BookStorage,
        evidence: EvidenceShelf,
        drafts: Drafts,
        *,
        at: Callable[[], datetime],
        patience: float,
    ) -> None:
        self.drafts = drafts
        self._storage = storage
        self._evidence = evidence
        self._at = at
        self._patience = patience
        self._read()

    @property
    def cards(self) -> Mapping[int, Card]:
        """See Store."""
        return MappingProxyType(self._state.cards)

    def get(self, number: int) -> Case:
        """See Store."""
        return self._state.case(number)

    def all(self) -> Iterator[Case]:
        """See Store."""
        return map(self._state.case, tuple(self._state.cards))

    def companies(self) -> tuple[Company, ...]:
        """See Store."""
        found = sorted(self._state.companies.items())
        return tuple(company for _, (_, company) in found)

    def company(self, name: str) -> Company | None:
        """See Store."""
        found = self._state.companies.get(name_key(name))
        return found[1] if found else None

    def poll(self) -> bool:
        """See Store."""
        stamp = self._storage.stamp()
        if stamp == self._seen:
            return False
        if stamp is None:
            # A folder that was unmounted looks just like an empty one.
            raise StoreError(
                "“{file}” is gone. Put it back, or start Upheld again to begin an empty book.",
                file=self._storage.name,
            )
        self._read()
        return True

    @contextmanager
    def writing(self, change: Change) -> Iterator[Book]:
        """See Store."""
        with self._turn() as book:
            yield book
            if book.touched:
                self._commit(book, replace(book.entry(change), undone=not change.undoable))
            else:
                book.abandon()

    def undo(self) -> Change:
        """See Store."""
        with self._turn() as book:
            serial, entry = book.journal.last()
            _require_unchanged(book, entry)
            book.restore(entry)
            book.journal.strike(serial)
            change = Change(
                verb="undo", case=entry.change.case, detail=entry.change.verb, at=self._at()
            )
            self._commit(book, book.entry(change, undoes=serial))
        return entry.change

    @contextmanager
    def _turn(self) -> Iterator[OpenBook]:
        with self._storage.turn(self._patience):
            self.poll()
            book = OpenBook(self._state.copy(), self._evidence)
            try:
                yield book
            except BaseException:
                book.abandon()
                raise

    def _commit(self, book: OpenBook, entry: Entry) -> None:
        book.seal(entry)
        self._storage.write(book.state.pages.sheet)
        self._state, self._seen = book.state, self._storage.last

    def _read(self) -> None:
        state = State.read(self._storage.read(), self._storage.name)
        self._state, self._seen = state, self._storage.last


def _require_unchanged(book: OpenBook, entry: Entry) -> None:
    """What the entry left is still there, but for changes that were taken back since."""
    known = book.journal.marks()
    for table, images in entry.before.items():
        for key in images:
            row = book.state.pages.page(table).row(int(key))
            if (row.mark() if row else None) != known.get((table, key)):
                raise _changed_since(table, int(key))


def _changed_since(table: str, number: int) -> Conflict:
    if table == CASES:
        return Conflict(
            "The last change cannot be taken back: another program changed case #{id} since.",
            id=number,
        )
    return Conflict(
        "The last change cannot be taken back: another program changed a company since."
    )
