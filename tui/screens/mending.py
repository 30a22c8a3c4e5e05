"""Going through the findings of a letter, and mending one with a key."""

from __future__ import annotations

from tui.advice.checks.checks import Finding
from tui.cases.words import Part
from tui.desk.letters.composing import Composition
from tui.desk.letters.spelling import SPELLING
from tui.screens.letter.findings import by_severity


class Mending:
    """Which finding the person looks at."""

    def __init__(self) -> None:
        self._place = -1
        self.current: Finding | None = None

    def onward(self, made: Composition) -> Finding | None:
        """The next finding that has a place; after the last the first."""
        placed = [finding for finding in by_severity(made) if finding.part is not None]
        if not placed:
            self._place, self.current = -1, None
            return None
        self._place = (self._place + 1) % len(placed)
        self.current = placed[self._place]
        return self.current

    def to_mend(self, made: Composition, part: Part) -> Finding | None:
        """The finding that a key can mend: the one looked at, else the gravest of this part."""
        mendable = [f for f in by_severity(made) if can_mend(f) and f.part]
        if self.current is not None:
            same = [f for f in mendable if _is_same(f, self.current)]
            if same:
                return same[0]
        return next((f for f in mendable if f.part is part), next(iter(mendable), None))


def can_mend(finding: Finding) -> bool:
    """Whether a key may mend it. Which word was meant is asked of the dictionary only then."""
    return finding.replacement is not None or finding.id == SPELLING


def _is_same(one: Finding, other: Finding) -> bool:
    return (one.id, one.part, one.text) == (other.id, other.part, other.text)


def mended(own: str, generated: str, finding: Finding) -> str:
    """The text of a part with the finding mended: the person's own, or what was written for them.

    Places count in what the letter says there; the person's own text may stand elsewhere in it.
    """
    base = own or generated
    new = finding.replacement or ""
    start, end = finding.start, finding.end
    if base[start:end] != finding.text or start > len(base):
        start = base.find(finding.text) if finding.text else len(base)
        if start < 0:
            return base
        end = start + len(finding.text)
    return base[:start] + new + base[end:]
