"""The rows of a book in an SQLite file, or in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from tui.cases.sentence import say
from tui.store.engine import NOTHING, Found, KeptCard, KeptChange, Phrase, State, Wanted
from tui.store.errors import BrokenBook, StoreReadOnly
from tui.store.memory import Memory
from tui.store.names import CASES
from tui.store.rows import Row
from tui.store.sqlite_words import asked, at_place, having, numbers_in
from tui.store.sqlite_writing import SqliteWriting
from tui.store.troubles import broken


class SqliteEngine(SqliteWriting):
    """See Engine."""

    def __init__(
        self, path: Path | None = None, memory: Memory | None = None, patience: float = 5.0
    ) -> None:
        super().__init__(path, memory, patience)
        self._seen: tuple[object, ...] = ()

    def moved(self) -> State | None:
        """See Engine. What this connection writes does not move its data_version."""
        if not self.is_there:
            return None
        state = self.state()
        now = (self._file, self.ask("PRAGMA data_version"), state)
        if now == self._seen:
            return None
        self.require_known()
        self._seen = now
        return state

    def state(self) -> State:
        """See Engine."""
        found = self.ask(
            "SELECT (SELECT value FROM facts WHERE name = 'book'), coalesce(max(seq), 0) "
            "FROM changes"
        )
        if not found:
            return NOTHING
        # A copy in the place of the book is another one, though it has the same name.
        name, seq = found[0]
        return State(f"{name} {self._file}", seq)

    # reading

    def row(self, tab: str, number: int) -> Row | None:
        """See Engine."""
        found = self.ask("SELECT body, crc FROM rows WHERE tab = ? AND id = ?", (tab, number))
        return self._whole(tab, number, *found[0]) if found else None

    def rows(self, tab: str) -> Iterator[tuple[int, Row]]:
        """See Engine."""
        for number in self.numbers(tab):
            row = self.row(tab, number)
            if row is not None:
                yield number, row

    def numbers(self, tab: str, having: tuple[bytes, ...] = ()) -> list[int]:
        """See Engine."""
        among = " OR ".join(["instr(body, ?)"] * len(having)) or "1"
        asked = f"SELECT id FROM rows WHERE tab = ? AND ({among}) ORDER BY id"  # noqa: S608
        return [number for (number,) in self.ask(asked, (tab, *having))]

    def tables(self) -> list[str]:
        """See Engine."""
        return [name for (name,) in self.ask("SELECT DISTINCT tab FROM rows ORDER BY tab")]

    def highest(self, tab: str) -> int:
        """See Engine."""
        found = self.ask("SELECT coalesce(max(id), 0) FROM rows WHERE tab = ?", (tab,))
        if tab == CASES:
            found += self.ask("SELECT coalesce(max(id), 0) FROM cards")
        return int(max((number for (number,) in found), default=0))

    def cards(self, since: int = -1) -> list[KeptCard]:
        """See Engine."""
        # Asked for the order of the numbers, SQLite would read every card to find a few.
        order = "id" if since < 0 else "+id"
        found = self.ask(
            f"SELECT id, mark, shape, card FROM cards WHERE seq > ? ORDER BY {order}",  # noqa: S608
            (since,),
        )
        return self._kept(found)

    def cards_having(self, piece: bytes, shape: int) -> list[KeptCard]:
        """See Engine."""
        return self._kept(
            self.ask(
                "SELECT id, mark, shape, card FROM cards WHERE card IS NOT NULL AND "
                "(instr(card, ?) OR shape <> ? OR length(card) = 0) ORDER BY id",
                (piece, shape),
            )
        )

    def card(self, number: int) -> KeptCard | None:
        """See Engine."""
        found = self.ask("SELECT id, mark, shape, card FROM cards WHERE id = ?", (number,))
        return next(iter(self._kept(found)), None)

    def changes(self) -> list[KeptChange]:
        """See Engine."""
        found = self.ask("SELECT seq, who, undoes, undone, length(entry) FROM changes ORDER BY seq")
        return [KeptChange(*each) for each in self._typed(found, int, str, int, int, int)]

    def change(self, seq: int) -> bytes:
        """See Engine."""
        found = self.ask("SELECT entry FROM changes WHERE seq = ?", (seq,))
        return self._typed(found, bytes)[0][0] if found else b""

    def begins(self, seq: int) -> bytes:
        """See Engine. It says first when it was made."""
        found = self.ask("SELECT length(entry), substr(entry, 1, 512) FROM changes WHERE seq = ?",
                         (seq,))  # fmt: skip
        return repr(found[0]).encode() if found else b""

    def fact(self, name: str) -> str | None:
        """See Engine."""
        found = self.ask("SELECT value FROM facts WHERE name = ?", (name,))
        return str(found[0][0]) if found else None

    def words(self) -> Iterator[tuple[int, int, str]]:
        """See Engine."""
        for place, words in self.ask("SELECT rowid, text FROM words ORDER BY rowid"):
            yield *at_place(place), words

    def find(self, wanted: Wanted) -> list[Found]:
        """See Engine."""
        return [Found(*each) for each in self.ask(*asked(wanted))]

    def having(self, phrases: tuple[Phrase, ...]) -> frozenset[int]:
        """See Engine."""
        found = self.ask(*having(phrases))
        return numbers_in(found[0][0] if found else None)

    def words_fit(self) -> bool:
        """See Engine. Who may not write the book cannot have it checked."""
        try:
            with self.turn(self._patience):
                self.do("INSERT INTO words (words) VALUES ('integrity-check')")
        except StoreReadOnly:
            return True
        except BrokenBook:
            return False
        return True

    def _kept(self, found: list[tuple[Any, ...]]) -> list[KeptCard]:
        return [KeptCard(*each) for each in self._typed(found, int, int, int, bytes | None)]

    def _typed(self, found: list[tuple[Any, ...]], *kinds: Any) -> list[tuple[Any, ...]]:
        """The rows, if they have in them what we write there."""
        for row in found:
            if not all(map(isinstance, row, kinds)):
                raise broken(self.name, say("it is damaged"))
        return found

    def _whole(self, tab: str, number: int, body: object, crc: object) -> Row:
        row = Row(msgspec.Raw(body if isinstance(body, bytes) else b""))
        if row.mark() != crc:
            raise broken(
                self.name, say("row {number} of “{table}” is damaged", number=number, table=tab)
            )
        return row
