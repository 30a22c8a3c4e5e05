"""What the desk sees of a store, whichever engine is under it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from msgspec import Struct

from tui.cases.case import Case
from tui.cases.company import Company
from tui.cases.record import Record
from tui.store.all_cards import Cards
from tui.store.beside import Backups, Drafts
from tui.store.book_contract import Book


class Change(Record, frozen=True, kw_only=True):
    """What was done: a verb of the desk, and to which case (0: none, or several).

    What is not `undoable`, such as the sample book itself, undo passes over; what it rests on
    cannot be taken back either.
    """

    verb: str
    at: datetime
    case: int = 0
    detail: str = ""
    who: str = ""
    undoable: bool = True


class Hit(Struct, frozen=True):
    """A case that a search found; higher scores are better.

    `text`: what fits best in it, as it was written; it may be long, and empty where the case
    cannot be read. `marks`: from where to where it has what was looked for.
    """

    number: int
    score: float
    text: str
    marks: tuple[tuple[int, int], ...]


Allow = Callable[[Change, Iterable[Change]], object]


class Store(Protocol):
    """A book of cases. Everything may raise StoreError."""

    @property
    def drafts(self) -> Drafts:
        """Text that was typed and not saved yet."""

    @property
    def backups(self) -> Backups:
        """Copies of the book."""

    @property
    def version(self) -> object:
        """Another one after every change of the book that this window has heard of."""

    @property
    def mark(self) -> str:
        """Where the book stands, for `changed_since`, also in another run of the program."""

    def changed_since(self, mark: str) -> list[int] | None:
        """The numbers of the cases that were touched since; None where any may be another."""

    @property
    def cards(self) -> Cards:
        """All cases in brief, read when they are asked for."""

    def get(self, number: int) -> Case:
        """Raises NotFound; BrokenBook where the case cannot be read."""

    def all(self) -> Iterator[Case]:
        """All cases, in the order of their numbers."""

    def companies(self) -> tuple[Company, ...]:
        """All companies, by name."""

    def company(self, name: str) -> Company | None:
        """By its name in any spelling that counts as the same."""

    def search(
        self, text: str, limit: int = 20, among: Callable[[int], bool] | None = None
    ) -> tuple[Hit, ...]:
        """The cases in which every word occurs somewhere, in any form; the best first.

        "words in quotation marks" stand side by side, in any form too; what begins with -
        must not occur in the case; begin* stands for all words that begin so. The last word is
        taken as it is: whoever searches while a person types appends the * to it. Without a
        word to look for nothing is found. Nothing that is typed is an error. `among`: whether a
        case of that number may be found at all.
        """

    def having(self, text: str) -> frozenset[int]:
        """The numbers of all cases that `search` would find, however many. Quick: asked with
        every key that is typed.
        """

    def document(self, table: str, number: int) -> dict[str, Any] | None:
        """A document of another table than those of cases and companies; None: there is none."""

    def documents(self, table: str) -> Iterator[tuple[int, dict[str, Any]]]:
        """All documents of such a table, by number."""

    def texts(self, table: str, *having: bytes) -> Iterator[tuple[int, bytes]]:
        """The same as their JSON texts, of which ten thousand are soon looked at; only those that
        have one of these pieces, where any are named. The texts are compact: `"state":"new"`.
        """

    def evidence(self, sha256: str) -> Path | None:
        """The copy of a file, to read; None where it is missing.

        Raises StoreError where it is no longer what was copied in.
        """

    def again(self) -> Store:
        """Another window on the same book, for what works in a thread beside this one."""

    def close(self) -> None:
        """Let go of the file. What is asked next opens it again."""

    def poll(self) -> bool:
        """Read again if somebody else wrote. Whether they did."""

    def writing(self, change: Change) -> AbstractContextManager[Book]:
        """All that happens inside is written at the end, at once, or not at all.

        Nobody else can write meanwhile: do not wait for a person inside, and do not nest.
        Raises StoreBusy if somebody else does for too long.
        """

    def preparations(self) -> tuple[Callable[[], object], ...]:
        """What the first change, search and undo would have to wait for: some milliseconds each.

        To be called one by one when nobody waits. May raise StoreError.
        """

    def changes(self) -> tuple[Change, ...]:
        """The last changes, of everybody, the newest first. What was taken back is left out."""

    def take_in(self, data: bytes, file: str, change: Change) -> int:
        """Put a plain copy into this book, which is empty, exactly as it is; how many cases.

        Raises BrokenBook or NewerBook, which name `file`; Conflict where the book is not empty.
        """

    def undone_next(self) -> Change:
        """What `undo` would take back.

        Raises NotFound if there is nothing to take back.
        """

    def undo(self, allow: Allow | None = None) -> Change:
        """Take back my last change that was not taken back yet, and say which it was.

        `allow` is told that change, and what I did after it that cannot be taken back, the newest
        first, while nobody else can write; what it raises keeps all as it is. Raises NotFound if
        there is none, Conflict if somebody else, or another program, changed the same since.
        """
