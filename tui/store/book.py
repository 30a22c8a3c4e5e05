"""A transaction: the newest state of the book, and what is being changed in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import uuid4

from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.company import Company, name_key
from tui.cases.event import Evidence
from tui.cases.record import to_plain
from tui.store.contract import Change
from tui.store.errors import Conflict
from tui.store.evidence import EvidenceShelf
from tui.store.journal import Entry, Images, Journal
from tui.store.reading import CASES, COMPANIES, JOURNAL
from tui.store.rows import Row
from tui.store.state import State
from tui.store.values import row_of


class OpenBook:
    """See Book. `state` is changed here; `touched` says whether anything was."""

    def __init__(self, state: State, evidence: EvidenceShelf) -> None:
        self.state = state
        self._evidence = evidence
        self._copied: list[str] = []
        self._before: Images = {}

    @property
    def touched(self) -> bool:
        return bool(self._before)

    def case(self, number: int) -> Case:
        """See Book."""
        return self.state.case(number)

    def put(self, case: Case) -> Case:
        """See Book."""
        old = self.case(case.id)
        if to_plain(case) == to_plain(old):
            return old
        if case.revision < old.revision:
            raise Conflict(
                "Case #{id} was changed elsewhere meanwhile. Look at it again, then repeat "
                "your change.",
                id=case.id,
            )
        # An import may bring a later revision: it counts on from there.
        return self._put_case(replace(case, revision=max(case.revision, old.revision + 1)))

    def add(self, case: Case) -> Case:
        """See Book."""
        known = self.find(case.uid) if case.uid else None
        if known:
            raise Conflict("This case is in the book already, as #{id}.", id=known.id)
        uid = case.uid or uuid4().hex
        revision = max(case.revision, 1)
        return self._put_case(replace(case, id=self.state.next_id, uid=uid, revision=revision))

    def find(self, uid: str) -> Case | None:
        """See Book."""
        number = self.state.find(uid)
        return None if number is None else self.case(number)

    def company(self, name: str) -> Company | None:
        """See Book."""
        found = self.state.companies.get(name_key(name))
        return found[1] if found else None

    def put_company(self, company: Company) -> Company:
        """See Book."""
        pages = self.state.pages.page(COMPANIES)
        known = self.state.companies.get(name_key(company.name))
        number, old = known or (max(map(int, pages.rows), default=0) + 1, None)
        if old and to_plain(company) == to_plain(old):
            return old
        if company.revision != (old.revision if old else 0):
            raise Conflict(
                "“{name}” was changed elsewhere meanwhile. Look at it again, then repeat your "
                "change.",
                name=company.name,
            )
        new = replace(company, revision=company.revision + 1)
        self._put(COMPANIES, number, row_of(new))
        return new

    def put_evidence(self, path: Path, number: int) -> Evidence:
        """See Book."""
        evidence, is_new = self._evidence.put(path, number)
        if is_new:
            self._copied.append(evidence.sha256)
        return evidence

    def restore(self, entry: Entry) -> None:
        """Put back what `entry` replaced. What is put back is a change of its own."""
        for table, images in entry.before.items():
            added = [int(key) for key, image in images.items() if image is None]
            for number in added:
                self._remember(table, number)
            self.state.remove(table, added)
            for key, image in images.items():
                if image is not None:
                    self._restore(table, int(key), image)

    def entry(self, change: Change, undoes: int = 0) -> Entry:
        """What was replaced, for the journal."""
        after = {
            table: {key: self._mark(table, int(key)) for key in images}
            for table, images in self._before.items()
        }
        return Entry(change=change, before=self._before, after=after, undoes=undoes)

    def seal(self, entry: Entry) -> None:
        """Write the entry into the journal, and make this a state of its own.

        From here on nobody can say whether the disk holds it: its evidence stays.
        """
        self.journal.write(self.state.next_serial(), entry)
        self._copied.clear()

    @property
    def journal(self) -> Journal:
        return Journal(self.state.pages.page(JOURNAL), self.state.file)

    def abandon(self) -> None:
        """Nothing of this was written: take away the evidence that it copied in."""
        for sha256 in self._copied:
            self._evidence.drop(sha256)

    def _put_case(self, case: Case) -> Case:
        self._put(CASES, case.id, row_of(case))
        return case

    def _put(self, table: str, number: int, row: Row) -> None:
        self._remember(table, number)
        self.state.put(table, number, row)

    def _remember(self, table: str, number: int) -> None:
        old = self.state.pages.page(table).row(number)
        images = self._before.setdefault(table, {})
        images.setdefault(str(number), old.plain() if old else None)

    def _restore(self, table: str, number: int, image: dict[str, Any]) -> None:
        now = self.state.pages.page(table).row(number)
        revision = (now.plain() if now else image).get("revision", 0)
        self._put(table, number, Row.of({**image, "revision": revision + 1}))

    def _mark(self, table: str, number: int) -> int | None:
        row = self.state.pages.page(table).row(number)
        return row.mark() if row else None
