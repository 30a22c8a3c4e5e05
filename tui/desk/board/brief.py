"""What the board needs of a card: how it stands, and its words."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from msgspec import Struct

from tui.cases.words import Stage
from tui.desk.views import Mark


class Standing(Struct, frozen=True, array_like=True, gc=False, weakref=False):
    """How a card stands. Of those that stand alike one is enough.

    `until`: the first day on which it may be another, where the company is. `above`: before which
    others it stands, on the whole board. `is_timed`: it is late by the minute.
    """

    zone: str
    until: date
    above: int
    stage: Stage
    mark: Mark
    is_asleep: bool
    is_linked: bool
    is_timed: bool


class Brief(NamedTuple):
    """A card in briefest. `words`: in which a filter seeks, see `searched`."""

    number: int
    standing: Standing
    words: str


def order(brief: Brief) -> tuple[int, int]:
    """The order of the board: of two cases that stand equally high the newer one is first."""
    return place(brief.standing, brief.number)


def place(standing: Standing, number: int) -> tuple[int, int]:
    """The same of its parts."""
    return standing.above, -number
