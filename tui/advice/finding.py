"""What a check says of a letter, and the letter as the checks read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from tui.cases.case import Case
from tui.cases.sentence import Sentence
from tui.cases.words import Part, Problem

_ORDER = {part: place for place, part in enumerate(Part)}


class Severity(StrEnum):
    """How much a finding matters. An error makes the letter useless or harmful."""

    ERROR = "error"
    WARN = "warn"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend in a letter.

    `id` as in the list of checks, "L11". `start` and `end` count characters: of the part's
    text in a letter of parts, of the whole text in a plain one; they are equal where
    something is missing. `text` is what stands there, as it was written.
    """

    id: str
    severity: Severity
    part: Part | None
    start: int
    end: int
    text: str
    message: Sentence
    mend: Sentence


@dataclass(frozen=True, slots=True)
class Context:
    """What is known about the matter beside its letter.

    `problem`: None where nobody said. `identifiers`: the numbers that they know it by.
    `earlier_contacts`: whether they were written to or called before. `sender`: my name.
    `public`: whether everybody can read the letter, so that numbers, names and addresses have
    no place in it.
    """

    problem: Problem | None = None
    identifiers: tuple[str, ...] = ()
    earlier_contacts: bool = False
    sender: str = ""
    public: bool = False


def context_of(case: Case, sender: str = "", *, public: bool = False) -> Context:
    """What a case knows about its letter."""
    return Context(
        problem=case.problem,
        identifiers=tuple(identifier.value for identifier in case.identifiers),
        earlier_contacts=case.last_contact is not None,
        sender=sender,
        public=public,
    )


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a letter that belongs to one part. `start` counts as in `Finding`."""

    part: Part
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Reading:
    """A letter as the checks read it: its passages in their order.

    `plain` is the whole text where the letter is one; empty for a letter of parts.
    """

    passages: tuple[Passage, ...]
    plain: str = ""

    def text(self, part: Part) -> str:
        """What a part says."""
        return "\n".join(passage.text for passage in self.passages if passage.part is part)

    def whole(self) -> str:
        """What the letter says."""
        return "\n".join(passage.text for passage in self.passages)

    def has(self, part: Part) -> bool:
        return bool(self.text(part).strip())

    def span(self, part: Part) -> tuple[int, int]:
        """From where to where a part stands; of a missing one, where it should stand."""
        own = [passage for passage in self.passages if passage.part is part]
        if own:
            return own[0].start, own[-1].end
        later = (p.start for p in self.passages if _ORDER[p.part] > _ORDER[part])
        place = next(later, len(self.plain)) if self.plain else 0
        return place, place

    def written(self, part: Part, start: int, end: int) -> str:
        """The characters from `start` to `end` of a part, or of a plain letter."""
        if self.plain:
            return self.plain[start:end]
        return next((p.text[start:end] for p in self.passages if p.part is part), "")


def of_parts(parts: Mapping[Part, str]) -> Reading:
    """A letter given in parts. Empty ones are missing ones."""
    written = ((part, parts.get(part, "")) for part in Part)
    return Reading(tuple(Passage(part, 0, text) for part, text in written if text.strip()))
