"""Briefs in the order of the board, with what is counted of them all.

Ten thousand are kept in columns, and how a card stands is shared by those that stand alike: as
objects they take three times the memory. Counting them takes longer than to put one into its place,
so what is counted goes along.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from copy import copy
from itertools import compress

from tui.cases.words import Stage
from tui.desk.board.brief import Brief, Standing, order, place
from tui.desk.views import Mark

_REMEMBERED = 50_000  # numbers of what was sought before


class InOrder:
    """None of it is changed once it is made: `exchanged` makes another.

    `numbers`, `standings`, `words`: of each, in the order of the board. `stages`, `marks`: how many
    have each; `awake`: how many at each stage are not asleep. `linked`: the numbers of those that
    are linked with others.
    """

    def __init__(self, numbers: list[int], standings: list[Standing], words: list[str]) -> None:
        self.numbers, self.standings, self.words = numbers, standings, words
        self.stages, self.marks = dict.fromkeys(Stage, 0), dict.fromkeys(Mark, 0)
        self.awake = dict.fromkeys(Stage, 0)
        kinds = {id(standing): standing for standing in standings}
        for kind, count in Counter(map(id, standings)).items():
            self._count(kinds[kind], count)
        self._sought = {"": (numbers, words)}
        linked = {kind for kind, standing in kinds.items() if standing.is_linked}
        each = zip(numbers, standings, strict=True) if linked else ()
        self.linked = dict.fromkeys(n for n, standing in each if id(standing) in linked)

    @classmethod
    def of(cls, briefs: Iterable[Brief]) -> InOrder:
        """Of these, in any order."""
        made = sorted(briefs, key=order)
        numbers = [brief.number for brief in made]
        return cls(numbers, [brief.standing for brief in made], [brief.words for brief in made])

    def __iter__(self) -> Iterator[Brief]:
        return map(Brief, self.numbers, self.standings, self.words)

    def exchanged(self, out: Iterable[tuple[int, Standing]], into: Iterable[Brief]) -> InOrder:
        """Those numbers, which stand so, are out, and these in their places. All out are there."""
        other = copy(self)
        other.numbers, other.standings = self.numbers.copy(), self.standings.copy()
        other.words, other.linked = self.words.copy(), self.linked.copy()
        other.stages, other.marks = self.stages.copy(), self.marks.copy()
        other.awake = self.awake.copy()
        other._sought = {"": (other.numbers, other.words)}
        for number, standing in out:
            at = other._place(standing, number)
            del other.numbers[at], other.standings[at], other.words[at]
            other._count(standing, -1)
            other.linked.pop(number, None)
        for number, standing, words in into:
            at = other._place(standing, number)
            other.numbers.insert(at, number)
            other.standings.insert(at, standing)
            other.words.insert(at, words)
            other._count(standing, 1)
            if standing.is_linked:
                other.linked[number] = None
        return other

    def having(self, text: str) -> frozenset[int]:
        """The numbers of those in whose words it stands: a letter more is sought in fewer."""
        begun = next(known for known in reversed(self._sought) if known in text)
        numbers, words = self._sought[begun]
        if begun != text:
            is_in = [text in own for own in words]
            numbers, words = list(compress(numbers, is_in)), list(compress(words, is_in))
            known = sum(len(found) for found, _ in self._sought.values()) - len(self.numbers)
            if known > _REMEMBERED:
                self._sought = {"": self._sought[""]}
            self._sought[text] = numbers, words
        return frozenset(numbers)

    def _place(self, standing: Standing, number: int) -> int:
        each = range(len(self.numbers))
        at = place(standing, number)
        return bisect_left(each, at, key=lambda i: place(self.standings[i], self.numbers[i]))

    def _count(self, standing: Standing, count: int) -> None:
        self.stages[standing.stage] += count
        self.marks[standing.mark] += count
        self.awake[standing.stage] += count * (not standing.is_asleep)
