"""What lies on the pages of a book, by what it is."""

from __future__ import annotations

import zlib
from typing import TypeVar

import msgspec
from msgspec import Struct, field

from tui.store import schema
from tui.store.care.pages import USUAL, Field, Record, head_of, layout_of, records_in
from tui.store.engine import KeptCard, KeptChange
from tui.store.names import CASES
from tui.store.rows import Row

_TOO_FAR = 1000  # no number that nothing proves is so far above those that are sure
_HIGHEST = 2**53

K = TypeVar("K")
V = TypeVar("V")
Place = tuple[str, int]  # a table and the number of a document


class Contents(Struct, frozen=True):
    """All that lies on the pages of a book.

    `rows`: those with the right checksum. `damaged`: those with another. `old`: what they were
    once. `named`: what the index of the rows names. `seqs`: the number of the change that
    touched a row last. `complaints`: what SQLite says of the file; none where it is sound.
    `opens`: whether SQLite opens it. `finds`: whether the search is whole. `application`,
    `version`: what the head of the file says; 0 where it is no head.
    """

    rows: dict[Place, Row] = field(default_factory=dict)
    seqs: dict[Place, int] = field(default_factory=dict)
    damaged: set[Place] = field(default_factory=set)
    old: dict[Place, tuple[int, Row]] = field(default_factory=dict)
    named: set[Place] = field(default_factory=set)
    cards: dict[int, tuple[int, KeptCard]] = field(default_factory=dict)
    changes: dict[int, tuple[KeptChange, bytes]] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)
    complaints: tuple[str, ...] = ()
    opens: bool = False
    finds: bool = True
    application: int = 0
    version: int = 0

    @property
    def is_ours(self) -> bool:
        """Rows with a checksum of ours prove it, whatever is left of the head."""
        return self.application == schema.APPLICATION or bool(self.rows)

    @property
    def known(self) -> set[Place]:
        """What was in the book, as far as anything tells."""
        cards = {(CASES, n) for n, (_, card) in self.cards.items() if card.card is not None}
        limit = self.highest + _TOO_FAR
        told = {place for place in self.named | self.damaged | cards if 0 < place[1] <= limit}
        return (told | set(self.rows)) - {(CASES, number) for number in self.gone}

    @property
    def gone(self) -> set[int]:
        """The cases that were taken away."""
        return {number for number, (_, card) in self.cards.items() if card.card is None}

    @property
    def highest(self) -> int:
        """The highest number of a case that is certain."""
        return max((number for tab, number in self.rows if tab == CASES), default=0)

    @property
    def last_given(self) -> int:
        """The highest number that a case ever had, as far as anything tells."""
        told = {*self.cards, *(number for tab, number in self.named if tab == CASES)}
        limit = self.highest + _TOO_FAR
        return max((n for n in told if n <= limit), default=0) or self.highest


def contents_in(data: bytes, complaints: tuple[str, ...], opens: bool) -> Contents:
    """What is in a file; see Contents for `complaints` and `opens`."""
    head = head_of(data)
    found = Contents(
        complaints=complaints, opens=opens, application=head.application, version=head.version
    )
    # Where the head of a file is damaged its pages are as we make them.
    for layout in {layout_of(data), USUAL} if complaints else {layout_of(data)}:
        for record in records_in(data, layout):
            _take_in(found, record)
    for number, (seq, card) in found.cards.items():
        place = CASES, number
        if card.card is None and found.seqs.get(place, -1) <= seq:
            found.rows.pop(place, None)  # an old page
    return found


def _take_in(found: Contents, record: Record) -> None:
    """Which table a record is of, its fields tell."""
    row, fields, is_old = record
    match fields:
        case _ if is_old:
            _take_old(found, fields)
        case [str(tab), int(number), int(seq), int(crc), bytes(body)] if row is not None:
            _take_row(found, (tab, number), seq, crc, body)
        case [None, int(seq), int(mark), int(shape), bytes() | None as card] if row and row > 0:
            _newest(found.cards, row, seq, KeptCard(row, mark, shape, card))
        case [None, str(who), int(undoes), int(undone), bytes(entry)] if row and 0 < row < _HIGHEST:
            kept = KeptChange(row, who, undoes, bool(undone), len(entry))
            found.changes[row] = kept, entry
        case [str(tab), int(number), int()] if row is None:
            found.named.add((tab, number))
        case [str(name), str(value)] if row is None:
            found.facts[name] = value


def _take_old(found: Contents, fields: tuple[Field, ...]) -> None:
    match fields:
        case [str(tab), int(number), int(seq), int(crc), bytes(body)] if zlib.crc32(body) == crc:
            _newest(found.old, (tab, number), seq, Row(msgspec.Raw(body)))


def _take_row(found: Contents, place: Place, seq: int, crc: int, body: bytes) -> None:
    if zlib.crc32(body) != crc:
        found.damaged.add(place)
    elif seq >= found.seqs.get(place, -1):
        found.seqs[place] = seq
        found.rows[place] = Row(msgspec.Raw(body))


def _newest(kept: dict[K, tuple[int, V]], key: K, seq: int, what: V) -> None:
    if key not in kept or kept[key][0] <= seq:
        kept[key] = seq, what
