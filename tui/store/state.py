"""One state of the book: its tables, its cards, and how to read and replace a row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from msgspec.structs import replace

from tui.cases.card import Card
from tui.cases.case import Case
from tui.cases.company import Company, name_key
from tui.cases.errors import NotFound
from tui.store.cards import keep_card, quick_card, read_cards
from tui.store.pages import Pages
from tui.store.reading import CARDS, CASES, COMPANIES, FORMAT, META, META_ID, Meta, meta_of
from tui.store.rows import Row, Tables
from tui.store.values import read_case, read_company, row_of

Companies: TypeAlias = dict[str, tuple[int, Company]]


class State:
    """What the book held when it was read. Only a copy of it is ever changed."""

    def __init__(self, pages: Pages, cards: dict[int, Card], file: str) -> None:
        self.pages = pages
        self.cards = cards
        self.file = file
        self._next_id = meta_of(pages.sheet).next_id
        self._companies: Companies | None = None
        self._numbers: dict[str, int] | None = None

    @classmethod
    def read(cls, tables: Tables | None, file: str) -> State:
        """The state of these tables. Raises BrokenBook, which names a case it cannot read."""
        new = {META: {str(META_ID): row_of(Meta(format=FORMAT))}}
        tables = new if tables is None else dict(tables)
        cards, tables[CARDS] = read_cards(tables.get(CASES, {}), tables.get(CARDS, {}), file)
        return cls(Pages(tables), cards, file)

    def copy(self) -> State:
        """Another of the same, to be changed."""
        twin = State(Pages(self.pages.sheet), dict(self.cards), self.file)
        twin._companies = None if self._companies is None else dict(self._companies)
        return twin

    @property
    def next_id(self) -> int:
        """The number of the next case: none that was ever given."""
        newest = next(reversed(self.cards), 0)
        return max(self._next_id, newest + 1)

    def next_serial(self) -> int:
        """Make this a state of its own, which the file will tell from all others."""
        meta = meta_of(self.pages.sheet)
        serial = meta.serial + 1
        new = replace(meta, serial=serial, next_id=self.next_id)
        self.pages.page(META).put(META_ID, row_of(new))
        return serial

    def case(self, number: int) -> Case:
        """Raises NotFound, BrokenBook."""
        row = self.pages.page(CASES).row(number)
        if row is None:
            raise NotFound("There is no case #{id}.", id=number)
        return read_case(row, number, self.file)

    def find(self, uid: str) -> int | None:
        """The number of the case with that uid."""
        if self._numbers is None:
            self._numbers = {card.uid: number for number, card in self.cards.items()}
        return self._numbers.get(uid)

    @property
    def companies(self) -> Companies:
        """By what makes two spellings of a name the same. Raises BrokenBook."""
        if self._companies is None:
            found = sorted((int(key), row) for key, row in self.pages.page(COMPANIES).rows.items())
            read = ((number, read_company(row, number, self.file)) for number, row in found)
            self._companies = {name_key(company.name): (n, company) for n, company in read}
        return self._companies

    def put(self, table: str, number: int, row: Row) -> None:
        """Replace or add a row, and what follows from it."""
        self.pages.page(table).put(number, row)
        if table == COMPANIES and self._companies is not None:
            company = read_company(row, number, self.file)
            self._companies[name_key(company.name)] = number, company
        if table == CASES:
            card = self.cards[number] = quick_card(row, number, self.file)
            self.pages.page(CARDS).put(number, keep_card(card, row))
            if self._numbers is not None:
                self._numbers[card.uid] = number

    def remove(self, table: str, numbers: Iterable[int]) -> None:
        """Take rows away, and what follows from them."""
        gone = list(numbers)
        self.pages.page(table).remove(doc_ids=gone)
        self._companies = self._numbers = None
        if table == CASES:
            self.pages.page(CARDS).remove(doc_ids=gone)
            for number in gone:
                self.cards.pop(number, None)
