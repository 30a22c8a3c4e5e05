"""What each change replaced, so that it can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from tinydb import where

from tui.cases.errors import NotFound
from tui.cases.record import Record, to_plain
from tui.cases.sentence import say
from tui.store import strict
from tui.store.contract import Change
from tui.store.pages import BookTable
from tui.store.reading import broken
from tui.store.rows import Row
from tui.store.values import read_record

KEPT = 100  # entries
ROOM = 16 * 2**20  # bytes of entries; the newest stays, however large it is

Images: TypeAlias = dict[str, dict[str, dict[str, Any] | None]]
Marks: TypeAlias = dict[str, dict[str, int | None]]


class Entry(Record, frozen=True, kw_only=True):
    """One change: table -> number -> the document before it, and its mark after it.

    None stands for no document. `undoes` is the number of the entry that this one took
    back; `undone` says that this one was taken back itself.
    """

    change: Change
    before: Images
    after: Marks
    undoes: int = 0
    undone: bool = False


class Journal:
    """The last changes, by the serial of the book that each of them made."""

    def __init__(self, table: BookTable, file: str) -> None:
        self._table = table
        self._file = file

    def write(self, serial: int, entry: Entry) -> None:
        """Append an entry, and let go of the oldest beyond what is kept."""
        self._table.put(serial, to_plain(entry))
        surplus = list(self._surplus())
        if surplus:
            self._table.remove(doc_ids=surplus)

    def last(self) -> tuple[int, Entry]:
        """The newest change that was not taken back. Raises NotFound, BrokenBook."""
        try:
            live = self._table.search((where("undoes") == 0) & where("undone").one_of([False]))
        except strict.Unreadable as error:
            raise broken(self._file, error.problem) from None
        if not live:
            raise NotFound("There is nothing to take back.")
        newest = max(document.doc_id for document in live)
        return newest, self._entry(newest)

    def strike(self, serial: int) -> None:
        """Note that the entry was taken back."""
        self._table.update({"undone": True}, doc_ids=[serial])

    def marks(self) -> dict[tuple[str, str], int | None]:
        """(table, number) -> the mark of a document after the last change known of it."""
        known = {}
        for serial in reversed(self._numbers()):
            for table, marks in self._entry(serial).after.items():
                known.update({(table, key): mark for key, mark in marks.items()})
        return known

    def _entry(self, serial: int) -> Entry:
        row = self._table.row(serial) or Row.of({})
        return read_record(Entry, row, say("Entry {id} of the journal", id=serial), self._file)

    def _numbers(self) -> list[int]:
        """All serials, the newest first."""
        return sorted(map(int, self._table.rows), reverse=True)

    def _surplus(self) -> Iterator[int]:
        room = ROOM
        for place, serial in enumerate(self._numbers()):
            row = self._table.row(serial)
            room -= row.size if row else 0
            if place >= KEPT or (place and room < 0):
                yield serial
