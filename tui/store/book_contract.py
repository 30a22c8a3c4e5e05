"""What the desk sees of a book that it may change."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from tui.cases.case import Case
from tui.cases.company import Company
from tui.cases.event import Evidence


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

        Its revision is the one it brings, or 1: an import can tell later which is newer. It gets
        a uid, unless it brings one. Raises Conflict if that uid is in the book.
        """

    def find(self, uid: str) -> Case | None:
        """The case that is known everywhere by `uid`."""

    def company(self, name: str) -> Company | None:
        """By its name in any spelling that counts as the same."""

    def put_company(self, company: Company) -> Company:
        """Store a new or a changed company, as `put` does. A new one has revision 0."""

    def put_evidence(self, path: Path, number: int) -> Evidence:
        """Copy a file in. Raises BadInput if it is no readable file, or too large."""

    def put_content(self, content: bytes, name: str, number: int) -> Evidence:
        """Keep bytes as a file that was copied in would be."""

    def document(self, table: str, number: int) -> dict[str, Any] | None:
        """A document of another table than those of cases and companies; None: there is none."""

    def put_document(self, table: str, plain: Mapping[str, Any], number: int = 0) -> int:
        """Replace or add one, whole; a new one where no number is told. Its number.

        Raises ValueError for what is no JSON.
        """

    def drop_document(self, table: str, number: int) -> None:
        """Take one away, if it is there."""
