"""Briefs in the order of the board, with what is counted of them all.

Counting ten thousand takes longer than to put one into its place, so what is counted goes along.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from copy import copy

from tui.cases.words import Stage
from tui.desk.board.brief import Brief, order
from tui.desk.views import Mark


class Staged:
    """Briefs, those of a stage together. `numbers`: of their cases; `stages`: how many at each."""

    def __init__(self, briefs: list[Brief]) -> None:
        self.briefs = briefs
        self.numbers = [brief.number for brief in briefs]
        stages = [brief.stage for brief in briefs]
        self.stages = {stage: stages.count(stage) for stage in Stage}
        self.linked = {brief.number: brief for brief in briefs if brief.is_linked}


class InOrder(Staged):
    """None of it is changed once it is made: `exchanged` makes another.

    `marks`: how many have each; `awake`: how many at each stage are not asleep.
    """

    def __init__(self, briefs: list[Brief]) -> None:
        super().__init__(briefs)
        marks = [brief.mark for brief in briefs]
        self.marks = {mark: marks.count(mark) for mark in Mark}
        self.awake = self.stages.copy()
        for brief in briefs:
            if brief.is_asleep:
                self.awake[brief.stage] -= 1

    def exchanged(self, out: Iterable[Brief], into: Iterable[Brief]) -> InOrder:
        """These are out, and those in their places. All that are out are there."""
        other = copy(self)
        other.briefs, other.numbers = self.briefs.copy(), self.numbers.copy()
        other.stages, other.marks = self.stages.copy(), self.marks.copy()
        other.awake, other.linked = self.awake.copy(), self.linked.copy()
        for brief in out:
            place = bisect_left(other.briefs, order(brief), key=order)
            del other.briefs[place], other.numbers[place]
            other._count(brief, -1)
        for brief in into:
            place = bisect_left(other.briefs, order(brief), key=order)
            other.briefs.insert(place, brief)
            other.numbers.insert(place, brief.number)
            other._count(brief, 1)
        return other

    def _count(self, brief: Brief, one: int) -> None:
        self.stages[brief.stage] += one
        self.marks[brief.mark] += one
        self.awake[brief.stage] += one * (not brief.is_asleep)
        self.linked.pop(brief.number, None)
        if brief.is_linked and one > 0:
            self.linked[brief.number] = brief
