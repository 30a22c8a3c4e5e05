"""A transaction: the newest state of the book, and what is being changed in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from msgspec.structs import replace

from tui.cases.card import Card, card_of
from tui.cases.case import Case
from tui.cases.company import Company, name_key
from tui.cases.errors import NotFound
from tui.cases.event import Evidence
from tui.cases.record import to_plain
from tui.store import index
from tui.store.cards import keep_card, quick_case
from tui.store.contract import Change
from tui.store.engine import Engine, KeptCard
from tui.store.errors import Conflict
from tui.store.evidence import EvidenceShelf
from tui.store.journal import Entry, Replaced, replaced
from tui.store.names import CASES, COMPANIES
from tui.store.rows import Row
from tui.store.tables import Tables
from tui.store.values import read_case, read_company, row_of


@dataclass(frozen=True, slots=True)
class Known:
    """What the window knows when its turn begins: cards, and number and company by name."""

    cards: Mapping[int, Card]
    companies: Callable[[], Mapping[str, tuple[int, Company]]]


class OpenBook:
    """See Book. `cards` are those that are changed here; None: the case was taken away."""

    def __init__(self, engine: Engine, known: Known, evidence: EvidenceShelf) -> None:
        self.cards: dict[int, Card | None] = {}
        self._engine = engine
        self._tables = Tables(engine)
        self._seq = self._tables.rows.seq = engine.state().seq + 1
        self._known = known
        self._evidence = evidence
        self._copied: list[str] = []
        self._before: dict[str, dict[str, Row | None]] = {}
        self._rows: dict[tuple[str, int], Row | None] = {}  # the newest of each: nobody else writes
        self._read: dict[int, Case] = {}
        self._companies: dict[str, tuple[int, Company]] = {}  # that are changed here
        self._uids: dict[str, int] | None = None  # made when somebody asks

    @property
    def seq(self) -> int:
        """The number that this change gives the book."""
        return self._seq

    @property
    def touched(self) -> bool:
        return bool(self._before)

    @property
    def has_companies(self) -> bool:
        """Whether companies were changed."""
        return COMPANIES in self._before

    def case(self, number: int) -> Case:
        """See Book."""
        if number not in self._read:
            row = self._row(CASES, number)
            if row is None:
                raise NotFound("There is no case #{id}.", id=number)
            self._read[number] = read_case(row, number, self._engine.name)
        return self._read[number]

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
        evidence, is_new = self._evidence.put(path, number)
        if is_new:
            self._copied.append(evidence.sha256)
        return evidence

    def restore(self, entry: Entry) -> None:
        """Put back what `entry` replaced. What is put back is a change of its own."""
        for table, images in entry.before.items():
            for key, was in images.items():
                if was is None:
                    self._remove(table, int(key))
                else:
                    self._restore(table, int(key), was)

    def entry(self, change: Change, undoes: int = 0) -> Entry:
        """What was replaced, for the journal."""
        after = {
            table: {key: self.mark(table, int(key)) for key in images}
            for table, images in self._before.items()
        }
        before = {
            table: {key: self._replaced(table, int(key), old) for key, old in images.items()}
            for table, images in self._before.items()
        }
        return Entry(change=change, before=before, after=after, undoes=undoes)

    def mark(self, table: str, number: int) -> int | None:
        """What a document is known by; None where there is none."""
        row = self._row(table, number)
        return row.mark() if row else None

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

    def _row(self, table: str, number: int) -> Row | None:
        if (table, number) not in self._rows:
            self._rows[table, number] = self._tables.page(table).row(number)
        return self._rows[table, number]

    def _put_case(self, case: Case) -> Case:
        self._put(CASES, case.id, row_of(case), case)
        self._read[case.id] = case
        if self._uids is not None:
            self._uids[case.uid] = case.id
        return case

    def _put(self, table: str, number: int, row: Row, case: Case | None = None) -> None:
        self._remember(table, number)
        if table == CASES:
            case = case or quick_case(row, number, self._engine.name)
            card = self.cards[number] = card_of(case)
            self._engine.put_card(keep_card(card, number, row), self._seq)
            index.put(self._engine, number, case, self._known_case(number))
        self._tables.page(table).put(number, row)
        self._rows[table, number] = row

    def _remove(self, table: str, number: int) -> None:
        self._remember(table, number)
        if table == CASES:
            self.cards[number] = None
            self._engine.put_card(KeptCard(number, 0, 0, None), self._seq)
            index.put(self._engine, number, None, self._known_case(number))
            self._read.pop(number, None)
        self._tables.page(table).drop(number)
        self._rows[table, number] = None

    def _known_case(self, number: int) -> Case | None:
        """As it is before it is changed."""
        if number in self._read:
            return self._read[number]
        row = self._row(CASES, number)
        return quick_case(row, number, self._engine.name) if row else None

    def _remember(self, table: str, number: int) -> None:
        images = self._before.setdefault(table, {})
        if str(number) not in images:
            images[str(number)] = self._row(table, number)

    def _replaced(self, table: str, number: int, old: Row | None) -> Replaced | None:
        return replaced(old, self._row(table, number)) if old else None

    def _restore(self, table: str, number: int, was: Replaced) -> None:
        row = self._row(table, number)
        now = row.plain() if row else {}
        revision = now.get("revision", was.fields.get("revision", 0))
        self._put(table, number, Row.of({**was.back(now), "revision": revision + 1}))
        self._read.pop(number, None)


def companies_in(engine: Engine) -> dict[str, tuple[int, Company]]:
    """Number and company, by what makes two spellings of a name the same."""
    read = ((n, read_company(row, n, engine.name)) for n, row in engine.rows(COMPANIES))
    return {name_key(company.name): (number, company) for number, company in read}
