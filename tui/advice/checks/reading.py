"""A letter as the checks read it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from msgspec import Struct

from tui.advice.checks.finding import Finding, Rule
from tui.cases.sentence import Sentence
from tui.cases.words import Part

_ORDER = {part: place for place, part in enumerate(Part)}


class Passage(Struct, frozen=True):
    """A stretch of a letter that belongs to one part. `start` counts as in `Finding`."""

    part: Part
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class Reading(Struct, frozen=True):
    """A letter as the checks read it: its passages in their order.

    `plain` is the whole text where the letter is one; empty for a letter of parts.
    """

    passages: tuple[Passage, ...]
    plain: str = ""

    def text(self, part: Part) -> str:
        """What a part says."""
        return "\n".join(self.of(part))

    def of(self, *parts: Part) -> Iterator[str]:
        """What these parts say, passage by passage."""
        return (passage.text for passage in self.passages if passage.part in parts)

    def whole(self) -> str:
        """What the letter says."""
        return "\n".join(passage.text for passage in self.passages)

    def has(self, part: Part) -> bool:
        return bool(self.text(part).strip())

    def stretches(self) -> tuple[Passage, ...]:
        """The letter in as few pieces as there are: a number may run over two sentences.

        The part of a plain text is that of its beginning; `part_at` knows better.
        """
        if not self.plain:
            return self.passages
        first = self.passages[0].part if self.passages else Part.PROBLEM
        return (Passage(first, 0, self.plain),)

    def part_at(self, stretch: Passage, place: int) -> Part:
        """The part to which the character at `place` of a stretch belongs."""
        if not self.plain:
            return stretch.part
        after = bisect_right(self.passages, stretch.start + place, key=lambda p: p.start)
        return self.passages[after - 1].part if after else stretch.part

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

    def about(
        self,
        part: Part,
        rule: Rule,
        message: Sentence,
        mend: Sentence,
        replacement: str | None = None,
    ) -> Finding:
        """A finding about the whole of a part, or about its absence."""
        start, end = self.span(part)
        text = self.written(part, start, end)
        return Finding(*rule, part, start, end, text, message, mend, replacement)

    def after(
        self, part: Part, rule: Rule, message: Sentence, mend: Sentence, insertion: str
    ) -> Finding:
        """A finding about what is missing at the end of a part."""
        end = self.span(part)[1]
        return Finding(*rule, part, end, end, "", message, mend, insertion)

    def at(
        self,
        stretch: Passage,
        span: tuple[int, int],
        rule: Rule,
        message: Sentence,
        mend: Sentence,
        replacement: str | None = None,
    ) -> Finding:
        """A finding about the characters of `span`, which counts within the stretch."""
        start, end = span
        part, first = self.part_at(stretch, start), stretch.start
        text = stretch.text[start:end]
        return Finding(*rule, part, first + start, first + end, text, message, mend, replacement)


def of_parts(parts: Mapping[Part, str]) -> Reading:
    """A letter given in parts. Empty ones are missing ones."""
    written = ((part, parts.get(part, "")) for part in Part)
    return Reading(tuple(Passage(part, 0, text) for part, text in written if text.strip()))
