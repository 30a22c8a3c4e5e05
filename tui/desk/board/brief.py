"""What the board needs of a card: its place, its mark, its words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from tui.cases.words import Stage
from tui.desk.views import Mark

if TYPE_CHECKING:
    from tui.store.all_cards import Token
else:
    Token = Any  # a brief is kept without it: nobody need know how a card is read


class Brief(Struct, array_like=True, gc=False, weakref=False):
    """A card in briefest.

    `until`: the first day on which it may be another, where the company is. `above`: before which
    others it stands, on the whole board. `words`: in which a filter seeks, see `searched`.
    `is_timed`: it is late by the minute. `token`: from which the card is read, once that is known.
    `points`: how urgent it is by itself on a day, once somebody asked.
    """

    number: int
    zone: str
    until: date
    above: int
    stage: Stage
    mark: Mark
    is_asleep: bool
    is_linked: bool
    is_timed: bool
    words: str
    token: Token | None = None
    points: tuple[date, int] | None = None


def order(brief: Brief) -> tuple[int, int]:
    """The order of the board: of two cases that stand equally high the newer one is first."""
    return (brief.above, -brief.number)
