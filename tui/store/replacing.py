"""What a change puts into the book: rows, with their cards and words, and what was there before."""

from __future__ import annotations

from tui.cases.card import Card, card_of
from tui.cases.case import Case
from tui.cases.errors import NotFound
from tui.store import index
from tui.store.cards import keep_card, quick_case
from tui.store.contract import Change
from tui.store.engine import Engine, KeptCard
from tui.store.journal import Entry, Replaced, replaced
from tui.store.names import CASES, COMPANIES
from tui.store.rows import Row
from tui.store.tables import Tables
from tui.store.values import read_case


class Replacing:
    """`cards` are those that are changed here; None: the case was taken away."""

    def __init__(self, engine: Engine) -> None:
        self.cards: dict[int, Card | None] = {}
        self._engine = engine
        self._tables = Tables(engine)
        self._seq = self._tables.rows.seq = engine.state().seq + 1
        self._before: dict[str, dict[str, Row | None]] = {}
        self._rows: dict[tuple[str, int], Row | None] = {}  # the newest of each: nobody else writes
        self._read: dict[int, Case] = {}

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

    def _row(self, table: str, number: int) -> Row | None:
        if (table, number) not in self._rows:
            self._rows[table, number] = self._tables.page(table).row(number)
        return self._rows[table, number]

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
