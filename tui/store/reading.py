"""What is read of a book: cards in memory, everything else in the rows of an engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tui.cases.case import Case
from tui.cases.company import Company, name_key
from tui.cases.errors import NotFound
from tui.store.all_cards import Cards
from tui.store.contract import Hit
from tui.store.engine import NOTHING, Engine, State
from tui.store.evidence import EvidenceShelf
from tui.store.kept_cards import KeptCards
from tui.store.names import CASES, COMPANIES
from tui.store.packed_cards import PackedCards
from tui.store.standing_at import mark_of, touched_since
from tui.store.values import read_case, read_company, read_plain

_REMEMBERED = 50_000  # numbers of cases, in all that was sought


class ReadBook:
    """The part of Store that writes nothing."""

    def __init__(self, engine: Engine, evidence: EvidenceShelf, patience: float) -> None:
        self._engine = engine
        self._evidence = evidence
        self._patience = patience
        self._kept = KeptCards(engine)
        self._cards = PackedCards(self._kept)
        self._companies: dict[str, tuple[int, Company]] | None = None
        self._state: State | None = None
        self._is_behind = True
        self._having: dict[str, frozenset[int]] = {}  # of what is being typed, until it changes
        self.poll()

    @property
    def version(self) -> object:
        """See Store."""
        return self._state

    @property
    def mark(self) -> str:
        """See Store."""
        return mark_of(self._engine, self._state or NOTHING)

    def changed_since(self, mark: str) -> list[int] | None:
        """See Store."""
        return touched_since(self._engine, self._state or NOTHING, mark)

    @property
    def cards(self) -> Cards:
        """See Store."""
        return self._cards

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
        self._cards.rest()
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
        from tui.store.searching import search

        self.poll()

        def is_shown(number: int) -> bool:
            return number in self._cards and (among is None or among(number))

        return search(self._engine, text, limit, is_shown, self._patience)

    def having(self, text: str) -> frozenset[int]:
        """See Store."""
        from tui.store.searching import having, make_ready

        if text not in self._having:
            if sum(map(len, self._having.values())) > _REMEMBERED:
                self._having.clear()
            if not self._having:
                make_ready(self._engine, self._patience)
            self._having[text] = having(self._engine, text)
        return self._having[text]

    def document(self, table: str, number: int) -> dict[str, Any] | None:
        """See Store."""
        row = self._engine.row(table, number)
        return read_plain(row, table, number, self._engine.name) if row else None

    def documents(self, table: str) -> Iterator[tuple[int, dict[str, Any]]]:
        """See Store."""
        for number, row in self._engine.rows(table):
            yield number, read_plain(row, table, number, self._engine.name)

    def texts(self, table: str, *having: bytes) -> Iterator[tuple[int, bytes]]:
        """See Store."""
        for number in self._engine.numbers(table, having):
            if row := self._engine.row(table, number):
                yield number, bytes(row.raw)

    def evidence(self, sha256: str) -> Path | None:
        """See Store."""
        return self._evidence.path(sha256)

    def close(self) -> None:
        """Let go of the file. What is asked next opens it again."""
        self._engine.close()

    def _take_in(self, state: State) -> None:
        """Take in the cards that were touched since this window looked last."""
        known = self._state or NOTHING
        self._having.clear()
        # An older state of the same book may have been put back in its place.
        goes_on = known.book == state.book and known.seq <= state.seq
        if not goes_on:
            self._cards.clear()  # those of this one are read when they are asked for
            self._kept.stale.clear()
        for kept in self._engine.cards(known.seq) if goes_on else ():
            card = self._kept.usable(kept)
            if card is None:
                self._cards.drop(kept.number)
            else:
                self._cards.put(card)
        self._state, self._companies = state, None

    def _known_companies(self) -> dict[str, tuple[int, Company]]:
        if self._companies is None:
            self._companies = companies_in(self._engine)
        return self._companies


def companies_in(engine: Engine) -> dict[str, tuple[int, Company]]:
    """Number and company, by what makes two spellings of a name the same."""
    read = ((n, read_company(row, n, engine.name)) for n, row in engine.rows(COMPANIES))
    return {name_key(company.name): (number, company) for number, company in read}
