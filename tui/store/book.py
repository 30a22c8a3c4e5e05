"""A transaction: the newest state of the book, and what is being changed in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from uuid import uuid4

from msgspec.structs import replace

from tui.cases.card import Card
from tui.cases.case import Case
from tui.cases.company import Company, name_key
from tui.cases.event import Evidence
from tui.cases.record import to_plain
from tui.store.engine import Engine
from tui.store.errors import Conflict
from tui.store.evidence import EvidenceShelf
from tui.store.names import CASES, COMPANIES
from tui.store.replacing import Replacing
from tui.store.rows import Row
from tui.store.values import read_plain, row_of


class Known(NamedTuple):
    """What the window knows when its turn begins: cards, and number and company by name."""

    cards: Mapping[int, Card]
    companies: Callable[[], Mapping[str, tuple[int, Company]]]


class OpenBook(Replacing):
    """See Book."""

    def __init__(self, engine: Engine, known: Known, evidence: EvidenceShelf) -> None:
        super().__init__(engine)
        self._known = known
        self._evidence = evidence
        self._copied: list[str] = []
        self._companies: dict[str, tuple[int, Company]] = {}  # that are changed here
        self._uids: dict[str, int] | None = None  # made when somebody asks

    def put(self, case: Case) -> Case:
        """See Book."""
        old = self.case(case.id)
        if case == old and to_plain(case) == to_plain(old):  # one moment has many spellings
            return old
        if case.revision < old.revision:
            raise Conflict(
                "Case #{id} was changed elsewhere meanwhile. Look at it again, then repeat "
                "your change.",
                id=case.id,
            )
        # An import may bring a later revision: it counts on from there.
        return self._put_case(replace(case, revision=max(case.revision, old.revision + 1)))

    def add(self, case: Case) -> Case:
        """See Book."""
        known = self.find(case.uid) if case.uid else None
        if known:
            raise Conflict("This case is in the book already, as #{id}.", id=known.id)
        uid, number = case.uid or uuid4().hex, self._engine.highest(CASES) + 1
        return self._put_case(replace(case, id=number, uid=uid, revision=max(case.revision, 1)))

    def find(self, uid: str) -> Case | None:
        """See Book."""
        if self._uids is None:
            cards = {**self._known.cards, **self.cards}
            self._uids = {card.uid: number for number, card in cards.items() if card}
        number = self._uids.get(uid)
        return None if number is None else self.case(number)

    def company(self, name: str) -> Company | None:
        """See Book."""
        return self._company(name)[1]

    def put_company(self, company: Company) -> Company:
        """See Book."""
        number, old = self._company(company.name)
        if old and to_plain(company) == to_plain(old):
            return old
        if company.revision != (old.revision if old else 0):
            raise Conflict(
                "“{name}” was changed elsewhere meanwhile. Look at it again, then repeat your "
                "change.",
                name=company.name,
            )
        new = replace(company, revision=company.revision + 1)
        self._put(COMPANIES, number, row_of(new))
        self._companies[name_key(new.name)] = (number, new)
        return new

    def put_evidence(self, path: Path, number: int) -> Evidence:
        """See Book."""
        return self._kept(*self._evidence.put(path, number))

    def put_content(self, content: bytes, name: str, number: int) -> Evidence:
        """See Book."""
        return self._kept(*self._evidence.put_content(content, name, number))

    def _kept(self, evidence: Evidence, is_new: bool) -> Evidence:
        if is_new:
            self._copied.append(evidence.sha256)
        return evidence

    def document(self, table: str, number: int) -> dict[str, Any] | None:
        """See Book."""
        row = self._row(table, number)
        return read_plain(row, table, number, self._engine.name) if row else None

    def put_document(self, table: str, plain: Mapping[str, Any], number: int = 0) -> int:
        """See Book."""
        number = number or self._engine.highest(table) + 1
        self._put(table, number, Row.of(plain))
        return number

    def drop_document(self, table: str, number: int) -> None:
        """See Book."""
        if self._row(table, number):
            self._remove(table, number)

    def settle_evidence(self) -> None:
        """Have the disk hold it before anything names it for good."""
        self._evidence.settle()

    def keep_evidence(self) -> None:
        """From here on nobody can say whether the disk holds it: its evidence stays."""
        self._copied.clear()

    def abandon(self) -> None:
        """Nothing of this was written: take away the evidence that it copied in."""
        for sha256 in self._copied:
            self._evidence.drop(sha256)

    def _company(self, name: str) -> tuple[int, Company | None]:
        """By its name; with the number of a new one where there is none."""
        key = name_key(name)
        known = self._companies.get(key) or self._known.companies().get(key)
        return known or (self._engine.highest(COMPANIES) + 1, None)

    def _put_case(self, case: Case) -> Case:
        self._put(CASES, case.id, row_of(case), case)
        self._read[case.id] = case
        if self._uids is not None:
            self._uids[case.uid] = case.id
        return case
