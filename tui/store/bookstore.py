"""The store: cards in memory, everything else in the rows of an engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from msgspec.structs import replace

from tui.cases.card import Card
from tui.cases.case import Case
from tui.cases.company import Company, name_key
from tui.cases.errors import NotFound
from tui.store.book import Known, OpenBook, companies_in
from tui.store.cards import card_in, keep_card, quick_card
from tui.store.contract import Backups, Book, Change, Drafts, Hit
from tui.store.engine import NOTHING, Engine, KeptCard, State
from tui.store.errors import Conflict
from tui.store.evidence import EvidenceShelf
from tui.store.journal import Entry, Journal
from tui.store.names import CASES
from tui.store.plain_book import parse
from tui.store.searching import having, search
from tui.store.takeover import copy_in
from tui.store.undoing import require_unchanged
from tui.store.values import read_case

_REMEMBERED = 64  # texts for which it is remembered who has them


class BookStore:
    """See Store. `patience`: seconds to wait for another writer; `who`: who changes things."""

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
    ) -> None:
        self.drafts, self.backups = drafts, backups
        self._engine = engine
        self._evidence = evidence
        self._at, self._patience, self._who = at, patience, who
        self._cards: dict[int, Card] = {}
        self._companies: dict[str, tuple[int, Company]] | None = None
        self._state: State | None = None
        self._is_behind = True
        self._having: dict[str, frozenset[int]] = {}  # of what is being typed, until it changes
        self._stale: list[KeptCard] = []  # made anew, because they were of another version
        self.poll()

    @property
    def cards(self) -> Mapping[int, Card]:
        """See Store."""
        return MappingProxyType(self._cards)

    def get(self, number: int) -> Case:
        """See Store."""
        row = self._engine.row(CASES, number)
        if row is None:
            raise NotFound("There is no case #{id}.", id=number)
        return read_case(row, number, self._engine.name)

    def all(self) -> Iterator[Case]:
        """See Store."""
        return map(self.get, tuple(self._cards))

    def companies(self) -> tuple[Company, ...]:
        """See Store."""
        return tuple(company for _, (_, company) in sorted(self._known_companies().items()))

    def company(self, name: str) -> Company | None:
        """See Store."""
        found = self._known_companies().get(name_key(name))
        return found[1] if found else None

    def poll(self) -> bool:
        """See Store."""
        state = self._engine.moved()
        if state is None and not self._is_behind:
            return False
        self._is_behind = True  # until everything was read: that may fail
        state = state or self._engine.state()
        is_new = state != self._state
        if is_new:
            self._take_in(state)
        self._is_behind = False
        return is_new

    def search(
        self, text: str, limit: int = 20, among: Callable[[int], bool] | None = None
    ) -> tuple[Hit, ...]:
        """See Store."""
        self.poll()

        def is_shown(number: int) -> bool:
            return number in self._cards and (among is None or among(number))

        return search(self._engine, text, limit, is_shown, self._patience)

    def having(self, text: str) -> frozenset[int]:
        """See Store."""
        if text not in self._having:
            if len(self._having) >= _REMEMBERED:
                self._having.clear()
            self._having[text] = having(self._engine, text, self._patience)
        return self._having[text]

    def evidence(self, sha256: str) -> Path | None:
        """See Store."""
        return self._evidence.path(sha256)

    def close(self) -> None:
        """See Store."""
        self._engine.close()

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
        return tuple(entry.change for entry in Journal(self._engine).since(0))[::-1]

    def undo(self) -> Change:
        """See Store."""
        if not self._engine.is_there:
            raise NotFound("There is nothing to take back.")
        with self._turn() as book:
            seq, entry = Journal(self._engine).last(self._who)
            require_unchanged(book, Journal(self._engine), seq, entry)
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

    @contextmanager
    def _turn(self) -> Iterator[OpenBook]:
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
        for card in self._stale:
            if card.number not in book.cards:
                self._engine.put_card(card, book.seq)
        Journal(self._engine).write(book.seq, entry, undone=undone)
        book.keep_evidence()

    def _follow(self, book: OpenBook) -> None:
        """The book was written: show what is in it now."""
        self._stale.clear()
        self._having.clear()
        self._state = self._engine.moved() or self._engine.state()
        if book.has_companies:
            self._companies = None
        for number, card in book.cards.items():
            self._show(number, card)

    def _take_in(self, state: State) -> None:
        """Read the cards that were touched since this window looked last; all of another book."""
        known = self._state or NOTHING
        self._having.clear()
        # An older state of the same book may have been put back in its place.
        goes_on = known.book == state.book and known.seq <= state.seq
        if not goes_on:
            self._cards = {}
            self._stale.clear()
        for kept in self._engine.cards(known.seq if goes_on else -1):
            is_gone = kept.card is None
            self._show(kept.number, None if is_gone else card_in(kept) or self._anew(kept))
        self._state, self._companies = state, None

    def _anew(self, kept: KeptCard) -> Card | None:
        """A card of another version, made again from its case; kept with the next change."""
        row = self._engine.row(CASES, kept.number)
        if row is None:
            return None
        card = quick_card(row, kept.number, self._engine.name)
        self._stale.append(keep_card(card, kept.number, row))
        return card

    def _show(self, number: int, card: Card | None) -> None:
        if card is None:
            self._cards.pop(number, None)
            return
        in_order = number in self._cards or number > next(reversed(self._cards), 0)
        self._cards[number] = card
        if not in_order:
            self._cards = dict(sorted(self._cards.items()))

    def _known_companies(self) -> dict[str, tuple[int, Company]]:
        if self._companies is None:
            self._companies = companies_in(self._engine)
        return self._companies
