"""What of a damaged book comes into a new one, and where it is from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from tui.store import strict
from tui.store.care.book_checks import last_in
from tui.store.care.contents import Place
from tui.store.care.patient import Patient
from tui.store.engine import KeptChange
from tui.store.errors import BrokenBook
from tui.store.names import CASES, COMPANIES
from tui.store.rows import Row
from tui.store.values import read_case, read_company


class Older(Struct, frozen=True):
    """What the copy of a name has. `last_given`: the highest number of a case then."""

    name: str
    rows: Mapping[Place, Row]
    last_given: int


class Saved(Struct, frozen=True):
    """`restored`: what is as a copy has it, whose name this is; None: as it was at some time
    before. `lost`: what nobody has. `rows`: everything.
    """

    rows: dict[Place, Row]
    restored: dict[Place, str | None]
    lost: set[Place]
    changes: dict[int, tuple[KeptChange, bytes]] = field(default_factory=dict)
    last_given: int = 0


def saved_of(patient: Patient, copies: Iterable[Older]) -> Saved:
    """The rows that are whole, byte for byte; the others from the best copy that has them."""
    contents = patient.contents
    rows = {place: row for place, row in contents.rows.items() if place not in patient.unread}
    moved = dict(_misplaced(patient))
    rows |= {place: row for place, row in moved.values() if place not in rows}
    known = contents.known - set(moved)
    restored: dict[Place, str | None] = {}
    last = max(contents.last_given, last_in(patient))
    for copy in copies:
        # Of a damaged file nobody can say for certain what was in it.
        wanted = known | {p for p in copy.rows if contents.complaints} - set(moved)
        for place in wanted - set(rows) - {(CASES, number) for number in contents.gone}:
            if place in copy.rows and is_readable(place, copy.rows[place]):
                rows[place], restored[place] = copy.rows[place], copy.name
        last = max(last, copy.last_given)
    for place, (_, row) in contents.old.items():
        is_newer = place in restored and _revision(row) > _revision(rows[place])
        if is_newer or (place in known - set(rows) and is_readable(place, row)):
            rows[place], restored[place] = row, None
    lost = known - set(rows)
    return Saved(rows, restored, lost, _changes(patient, {*restored, *lost, *moved}), last)


def is_readable(place: Place, row: Row) -> bool:
    """Whether the document is what its place says."""
    table, number = place
    try:
        if table == CASES:
            read_case(row, number, "")
        elif table == COMPANIES:
            read_company(row, number, "")
    except BrokenBook:
        return False
    return True


def _revision(row: Row) -> int:
    try:
        return int(row.plain().get("revision", 0))
    except (strict.Unreadable, TypeError, ValueError):
        return 0


def _misplaced(patient: Patient) -> Iterator[tuple[Place, tuple[Place, Row]]]:
    """Cases that are whole, but stand under another number than their own."""
    for place in patient.unread:
        row = patient.contents.rows[place]
        try:
            own = row.plain().get("id")
        except strict.Unreadable:
            continue
        if place[0] == CASES and isinstance(own, int) and is_readable((CASES, own), row):
            yield place, ((CASES, own), row)


def _changes(patient: Patient, touched: set[Place]) -> dict[int, tuple[KeptChange, bytes]]:
    """The journal, without what cannot be read; what no longer fits is not taken back."""
    places = {(table, str(number)) for table, number in touched}
    kept = {}
    for seq, entry in patient.entries.items():
        change, body = patient.contents.changes[seq]
        fits = not places & entry.places
        kept[seq] = (change if fits else replace(change, undone=True)), body
    return kept
