"""A book as a dict: what is in it after each change, and what each person can take back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tui.cases.company import name_key

Place = tuple[str, str]  # a table, and a number in writing: as they are sorted in the journal


@dataclass(frozen=True)
class Document:
    """A case or a company: its text, and how often it was changed."""

    text: str
    revision: int
    name: str = ""  # of a company


@dataclass
class Entry:
    who: str
    before: dict[Place, Document | None]
    is_standing: bool = True


@dataclass
class Model:
    documents: dict[Place, Document] = field(default_factory=dict)
    journal: list[Entry] = field(default_factory=list)
    given: int = 0  # the highest number of a case
    serial: int = 0  # of the last change

    def cases(self) -> dict[int, Document]:
        return {int(n): found for (table, n), found in self.documents.items() if table == "cases"}

    def notes(self) -> dict[str, str]:
        """Of companies, by name."""
        return {
            name_key(found.name): found.text
            for (table, _), found in self.documents.items()
            if table == "companies"
        }

    def add(self, who: str, texts: list[str]) -> list[int]:
        numbers = list(range(self.given + 1, self.given + 1 + len(texts)))
        self.given += len(texts)
        places = [("cases", str(number)) for number in numbers]
        self.change(who, dict(zip(places, texts, strict=True)))
        return numbers

    def company(self, name: str) -> Place:
        """Where it is, or would be."""
        taken = {place: found for place, found in self.documents.items() if place[0] != "cases"}
        same = [place for place, found in taken.items() if name_key(found.name) == name_key(name)]
        return (
            same[0] if same else ("companies", str(max((int(n) for _, n in taken), default=0) + 1))
        )

    def change(self, who: str, texts: dict[Place, str], name: str = "") -> None:
        """New texts of documents; nothing is written where all are as they were."""
        before = {place: self.documents.get(place) for place in texts}
        changed = {p: text for p, text in texts.items() if not (b := before[p]) or b.text != text}
        if not changed:
            return
        self.serial += 1
        for place, text in changed.items():
            old = before[place] or Document("", 0, name)
            self.documents[place] = replace(old, text=text, revision=old.revision + 1)
        self.journal.append(Entry(who, {place: before[place] for place in changed}))

    def last(self, who: str) -> Entry | None:
        """What they would take back."""
        theirs = [entry for entry in self.journal if entry.is_standing and entry.who == who]
        return theirs[-1] if theirs else None

    def in_the_way(self, entry: Entry) -> tuple[str, Place] | None:
        """Who changed the same since, and which."""
        for later in self.journal[self.journal.index(entry) + 1 :]:
            shared = sorted(entry.before.keys() & later.before.keys())
            if later.is_standing and shared:
                return later.who, shared[0]
        return None

    def undo(self, entry: Entry) -> None:
        self.serial += 1
        entry.is_standing = False
        for place, was in entry.before.items():
            now = self.documents.pop(place)
            if was is not None:
                self.documents[place] = replace(was, revision=now.revision + 1)
