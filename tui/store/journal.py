"""What each change replaced, so that it can be taken back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

import msgspec

from tui.cases.errors import NotFound
from tui.cases.record import Record, quick_text, to_plain
from tui.cases.sentence import say
from tui.store import strict
from tui.store.contract import Change
from tui.store.engine import Engine, KeptChange
from tui.store.rows import Row
from tui.store.values import read_record

KEPT = 100  # entries
ROOM = 16 * 2**20  # bytes of entries; the newest stays, however large it is
_TIDY = 8  # changes from one tidying up to the next: it looks at every entry

Images: TypeAlias = "dict[str, dict[str, Replaced | None]]"
Marks: TypeAlias = dict[str, dict[str, int | None]]
Place: TypeAlias = tuple[str, str]  # a table, and a number in writing


class Replaced(Record, frozen=True, kw_only=True):
    """What a change replaced in a document: the fields that it changed, as they were, and the
    names of those that were not there. Nothing else, so that a long case costs a short entry.
    """

    fields: dict[str, Any]
    added: tuple[str, ...] = ()

    def back(self, now: Mapping[str, Any]) -> dict[str, Any]:
        """The document as it was before, from how it is after the change."""
        return {**{k: v for k, v in now.items() if k not in self.added}, **self.fields}


def replaced(old: Row, new: Row | None) -> Replaced:
    """What has to be put back into `new` to have `old` again."""
    before, after = old.fields(), new.fields() if new else {}
    # Not by their values: to Python 1 and 1.0 and true are the same.
    changed = {k: strict.loads(raw) for k, raw in before.items() if after.get(k) != raw}
    return Replaced(fields=changed, added=tuple(k for k in after if k not in before))


class Entry(Record, frozen=True, kw_only=True):
    """One change: table -> number -> what it replaced in the document, and its mark after it.

    None stands for no document. `undoes` is the number of the entry that this one took back.
    """

    change: Change
    before: Images
    after: Marks
    undoes: int = 0

    @property
    def places(self) -> set[Place]:
        """All documents that it touched."""
        return {(table, key) for table, marks in self.after.items() for key in marks}


class Journal:
    """The last changes, by the number that each of them gave the book. Each is read once."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._known: list[KeptChange] | None = None
        self._entries: dict[int, Entry] = {}

    def write(self, seq: int, entry: Entry, *, undone: bool) -> None:
        """Append an entry, and let go of the oldest beyond what is kept.

        What is not meant to be taken back is `undone` from the start.
        """
        body = quick_text(entry) or strict.dumps(to_plain(entry))
        kept = KeptChange(seq, entry.change.who, entry.undoes, undone, len(body))
        self._engine.put_change(kept, body)
        self._known = None
        if seq % _TIDY == 0:
            for surplus in list(self._surplus()):
                self._engine.forget(surplus)

    def last(self, who: str) -> tuple[int, Entry]:
        """The newest change of theirs that was not taken back. Raises NotFound, BrokenBook."""
        theirs = [kept.seq for kept in self._standing() if kept.who == who]
        if not theirs:
            raise NotFound("There is nothing to take back.")
        return theirs[-1], self._entry(theirs[-1])

    def lasting(self, who: str, since: int) -> Iterator[Change]:
        """Their changes after `since` that nobody can take back, the newest first."""
        for kept in reversed(list(self._lasting(since))):
            if kept.who == who and kept.undone:
                change = self._entry(kept.seq).change
                if not change.undoable:
                    yield change

    def standing(self) -> Iterator[Entry]:
        """The changes that nobody took back, the oldest first."""
        return (self._entry(kept.seq) for kept in self._standing())

    def resting_on(self, seq: int) -> Iterator[Entry]:
        """Those after `seq`, and those that nobody can take back: what they rest on has to stay."""
        for kept in self._lasting(seq):
            entry = self._entry(kept.seq)
            if not kept.undone or not entry.change.undoable:
                yield entry

    def _lasting(self, since: int) -> Iterator[KeptChange]:
        """Those after `since` that nobody took back. Whatever took one back is newer, and so is
        here as long as that is."""
        gone = {kept.undoes for kept in self._changes()}
        return (
            kept
            for kept in self._changes()
            if kept.seq > since and not kept.undoes and kept.seq not in gone
        )

    def marks_of(self, places: set[Place]) -> dict[Place, int | None]:
        """The mark of each of these documents after the last change that is known of it."""
        known: dict[Place, int | None] = {}
        for kept in reversed(self._changes()):
            if known.keys() >= places:
                break
            for table, marks in self._entry(kept.seq).after.items():
                found = {(table, key): mark for key, mark in marks.items()}
                known |= {place: found[place] for place in found.keys() & places - known.keys()}
        return known

    def _standing(self) -> Iterator[KeptChange]:
        """What can be taken back, the oldest first."""
        return (c for c in self._changes() if not c.undoes and not c.undone)

    def _changes(self) -> list[KeptChange]:
        if self._known is None:
            self._known = self._engine.changes()
        return self._known

    def _entry(self, seq: int) -> Entry:
        if seq not in self._entries:
            body = self._engine.change(seq)
            what = say("Entry {id} of the journal", id=seq)
            row = Row(msgspec.Raw(body))
            self._entries[seq] = read_record(Entry, row, what, self._engine.name)
        return self._entries[seq]

    def _surplus(self) -> Iterator[int]:
        room = ROOM
        for place, kept in enumerate(reversed(self._changes())):
            room -= kept.size
            if place >= KEPT or (place and room < 0):
                yield kept.seq
