"""What is written into the rows of a book, inside a turn."""

from __future__ import annotations

from tui.store.database import Database
from tui.store.engine import KeptCard, KeptChange
from tui.store.rows import Row
from tui.store.schema import WORDS
from tui.store.sqlite_words import place_of


class SqliteWriting(Database):
    """See Engine."""

    def put(self, tab: str, number: int, row: Row, seq: int) -> None:
        """See Engine."""
        self.do(
            "INSERT INTO rows VALUES (?, ?, ?, ?, ?) ON CONFLICT (tab, id) DO UPDATE SET "
            "seq = excluded.seq, crc = excluded.crc, body = excluded.body",
            (tab, number, seq, row.mark(), bytes(row.raw)),
        )

    def remove(self, tab: str, number: int) -> None:
        """See Engine."""
        self.do("DELETE FROM rows WHERE tab = ? AND id = ?", (tab, number))

    def put_card(self, card: KeptCard, seq: int) -> None:
        """See Engine."""
        self.do(
            "INSERT INTO cards VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET seq = "
            "excluded.seq, mark = excluded.mark, shape = excluded.shape, card = excluded.card",
            (card.number, seq, card.mark, card.shape, card.card),
        )

    def put_change(self, change: KeptChange, entry: bytes) -> None:
        """See Engine."""
        self.do(
            "INSERT INTO changes VALUES (?, ?, ?, ?, ?)",
            (change.seq, change.who, change.undoes, change.undone, entry),
        )

    def strike(self, seq: int) -> None:
        """See Engine."""
        self.do("UPDATE changes SET undone = 1 WHERE seq = ?", (seq,))

    def forget(self, seq: int) -> None:
        """See Engine."""
        self.do("DELETE FROM changes WHERE seq = ?", (seq,))

    def put_fact(self, name: str, value: str) -> None:
        """See Engine."""
        self.do("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))

    def put_words(self, number: int, piece: int, words: str) -> None:
        """See Engine."""
        place = place_of(number, piece)
        self.do("REPLACE INTO words (rowid, text) VALUES (?, ?)", (place, words))

    def drop_words(self, number: int, piece: int) -> None:
        """See Engine."""
        self.do("DELETE FROM words WHERE rowid = ?", (place_of(number, piece),))

    def drop_all_words(self) -> None:
        """See Engine."""
        self.do("DROP TABLE words")  # also one that is damaged
        self.do(WORDS)
