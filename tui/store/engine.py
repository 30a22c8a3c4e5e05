"""The seam between the book and what keeps its rows.

Whatever gives these rows, cards, changes and turns, such as a database that several machines
share, can stand under the same tables: nothing above this file knows SQL.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import NamedTuple, Protocol

from msgspec import Struct

from tui.store.rows import Row


class KeptCard(Struct, frozen=True):
    """A card as it lies there. `mark` is that of the text it was made from; None: taken away."""

    number: int
    mark: int
    shape: int
    card: bytes | None


class KeptChange(Struct, frozen=True):
    """A change as it lies there; `size` in bytes of its entry."""

    seq: int
    who: str
    undoes: int
    undone: bool
    size: int


class State(NamedTuple):
    """Which book it is, and the number of its last change. An empty one has neither."""

    book: str
    seq: int


NOTHING = State("", 0)


# The highest number of a case that words can be kept of. One after the other nobody comes so far.
LAST_FOUND = 2**39 - 1


class Phrase(NamedTuple):
    """Words that stand one after the other; the last is `begun`: any word that goes on so."""

    words: tuple[str, ...]
    begun: bool = False


class Wanted(Struct, frozen=True):
    """Documents that have one phrase of each of `every`, and none of `never`.

    `weights`: how much a phrase counts in the pieces 0, 1, 2 ... of a document; the last of
    them counts for all that follow. The `limit` best are wanted.
    """

    every: tuple[tuple[Phrase, ...], ...]
    never: tuple[tuple[Phrase, ...], ...]
    weights: tuple[float, ...]
    limit: int


class Found(NamedTuple):
    """A document; higher scores are better. `piece` is the best of those that fit."""

    number: int
    piece: int
    score: float


class Engine(Protocol):
    """One window on the rows. Everything may raise StoreError."""

    @property
    def name(self) -> str:
        """What to call the book when something is wrong with it."""

    @property
    def is_there(self) -> bool:
        """Whether there is a book to read."""

    def close(self) -> None:
        """Let go of the book."""

    def moved(self) -> State | None:
        """Where the book stands, if anybody, this window too, may have written since this was
        last asked; else None. Cheap.
        """

    def state(self) -> State:
        """Where the book stands."""

    # reading

    def row(self, tab: str, number: int) -> Row | None:
        """A document as it stands. Raises BrokenBook where its checksum does not fit."""

    def rows(self, tab: str) -> Iterator[tuple[int, Row]]:
        """All documents of a table, by number."""

    def numbers(self, tab: str, having: tuple[bytes, ...] = ()) -> list[int]:
        """The numbers of the documents of a table, sorted; of those whose text has one of these
        pieces, where any are named.
        """

    def tables(self) -> list[str]:
        """The names of the tables that have documents, sorted."""

    def highest(self, tab: str) -> int:
        """The highest number that a card or a document of the table ever had; 0: none."""

    def cards(self, since: int = -1) -> list[KeptCard]:
        """The cards that were touched after the change `since`, by number."""

    def cards_having(self, piece: bytes, shape: int) -> list[KeptCard]:
        """The cards in which this piece stands, and those that cannot be asked: of another shape,
        or empty. By number.
        """

    def card(self, number: int) -> KeptCard | None:
        """The card of a case."""

    def changes(self) -> list[KeptChange]:
        """The changes that are kept, the oldest first."""

    def change(self, seq: int) -> bytes:
        """The entry of a change."""

    def begins(self, seq: int) -> bytes:
        """How the entry of a change begins, with its length: no other begins so. Empty: none."""

    def fact(self, name: str) -> str | None:
        """What the book knows of itself under `name`."""

    def words(self) -> Iterator[tuple[int, int, str]]:
        """All words that are kept for the search: number, piece and words, in that order."""

    def find(self, wanted: Wanted) -> list[Found]:
        """The best first, of equal ones the one with the higher number."""

    def having(self, phrases: tuple[Phrase, ...]) -> frozenset[int]:
        """The numbers of the documents that have one of these phrases, however many."""

    def words_fit(self) -> bool:
        """Whether what `find` looks into is that of `words`. A turn of its own; see `turn`."""

    # writing, inside a turn

    def turn(self, patience: float) -> AbstractContextManager[None]:
        """Keep every other writer out; what is written inside is kept whole or not at all.

        Waits up to `patience` seconds for it, then raises StoreBusy.
        """

    def put(self, tab: str, number: int, row: Row, seq: int) -> None:
        """Replace or add a document."""

    def remove(self, tab: str, number: int) -> None:
        """Take a document away."""

    def put_card(self, card: KeptCard, seq: int) -> None:
        """Replace or add a card."""

    def put_change(self, change: KeptChange, entry: bytes) -> None:
        """Append a change."""

    def strike(self, seq: int) -> None:
        """Note that a change was taken back."""

    def forget(self, seq: int) -> None:
        """Let go of an old change."""

    def put_fact(self, name: str, value: str) -> None:
        """Let the book know something of itself."""

    def put_words(self, number: int, piece: int, words: str) -> None:
        """Replace or add the words of a piece of a case, with blanks between them.

        A word is letters and digits, without capitals.
        """

    def drop_words(self, number: int, piece: int) -> None:
        """Take the words of a piece away."""

    def drop_all_words(self) -> None:
        """Begin anew."""
