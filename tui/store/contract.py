"""What the desk sees of a store, whichever engine is under it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from tui.cases.card import Card
from tui.cases.case import Case
from tui.cases.company import Company
from tui.cases.event import Evidence
from tui.cases.record import Record
from tui.store.copies.listing import Copy, Restored


class Change(Record, frozen=True, kw_only=True):
    """What was done: a verb of the desk, and to which case (0: none, or several).

    What is not `undoable`, such as the sample book itself, undo passes over.
    """

    verb: str
    at: datetime
    case: int = 0
    detail: str = ""
    who: str = ""
    undoable: bool = True


@dataclass(frozen=True, slots=True)
class Hit:
    """A case that a search found; higher scores are better.

    `text`: what fits best in it, as it was written; it may be long, and empty where the case
    cannot be read. `marks`: from where to where it has what was looked for.
    """

    number: int
    score: float
    text: str
    marks: tuple[tuple[int, int], ...]


class Drafts(Protocol):
    """Text that was typed and not saved yet. Survives everything but its own `drop`.

    Each window has its own, and leaves those of other living windows alone; what a dead one left
    belongs to the first that recalls it. Waits for nobody, so that it can be called from a signal
    handler.
    """

    def keep(self, key: str, fields: Mapping[str, str]) -> None:
        """Keep `fields` under `key`, instead of what this window kept or recalled there."""

    def recall(self, key: str) -> dict[str, str] | None:
        """What this window kept, else the newest that a dead one left; None if there is neither."""

    def drop(self, key: str) -> None:
        """Forget what this window kept or recalled, if anything."""

    def keys(self) -> tuple[str, ...]:
        """The keys under which this window could recall something, sorted."""


class Backups(Protocol):
    """Copies of the book. Everything may raise StoreError; in memory there are none."""

    def before_change(self) -> None:
        """Make the copy of the day, unless there is one. Raises BrokenBook, and nothing else."""

    def copies(self) -> tuple[Copy, ...]:
        """What there is, the newest first."""

    def make(self) -> Copy:
        """A copy of today, as the book is now."""

    def restore(self, name: str) -> Restored:
        """Bring a copy back, whatever is in the place of the book. Raises NotFound."""

    def whole(self, target: Path) -> Path:
        """All that is kept, in a new folder. Raises BadInput where something is there already."""


class Book(Protocol):
    """The newest state of the book, while nobody else can write. Sees its own changes."""

    def case(self, number: int) -> Case:
        """Raises NotFound; BrokenBook where the case cannot be read."""

    def put(self, case: Case) -> Case:
        """Store a changed case; its revision grows. An equal case is no change.

        Raises Conflict if `case.revision` is older than the stored one.
        """

    def add(self, case: Case) -> Case:
        """Store a new case: it gets a small number that no case had before.

        Its revision is the one it brings, or 1: an import can tell later which is newer.

        It gets a uid, unless it brings one. Raises Conflict if that uid is in the book.
        """

    def find(self, uid: str) -> Case | None:
        """The case that is known everywhere by `uid`."""

    def company(self, name: str) -> Company | None:
        """By its name in any spelling that counts as the same."""

    def put_company(self, company: Company) -> Company:
        """Store a new or a changed company, as `put` does. A new one has revision 0."""

    def put_evidence(self, path: Path, number: int) -> Evidence:
        """Copy a file in. Raises BadInput if it is no readable file, or too large."""


class Store(Protocol):
    """A book of cases. Everything may raise StoreError."""

    @property
    def drafts(self) -> Drafts:
        """Text that was typed and not saved yet."""

    @property
    def backups(self) -> Backups:
        """Copies of the book."""

    @property
    def cards(self) -> Mapping[int, Card]:
        """All cases in brief, by number, in the order of the numbers. Ready at opening."""

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

    def evidence(self, sha256: str) -> Path | None:
        """The copy of a file, to read; None where it is missing.

        Raises StoreError where it is no longer what was copied in.
        """

    def poll(self) -> bool:
        """Read again if somebody else wrote. Whether they did."""

    def writing(self, change: Change) -> AbstractContextManager[Book]:
        """All that happens inside is written at the end, at once, or not at all.

        Nobody else can write meanwhile: do not wait for a person inside, and do not nest.
        Raises StoreBusy if somebody else does for too long.
        """

    def changes(self) -> tuple[Change, ...]:
        """The last changes, of everybody, the newest first. What was taken back is left out."""

    def take_in(self, data: bytes, file: str, change: Change) -> int:
        """Put a plain copy into this book, which is empty, exactly as it is; how many cases.

        Raises BrokenBook or NewerBook, which name `file`; Conflict where the book is not empty.
        """

    def undo(self) -> Change:
        """Take back my last change that was not taken back yet, and say which it was.

        Raises NotFound if there is none, Conflict if somebody else, or another program,
        changed the same since.
        """
