"""What the board needs of every card, worked out once a day: its place, its mark, its words.

Ten thousand cards are put in order and looked through with every letter that is typed; only those
that are seen are read. What is made here stays until its card or its day is another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from operator import attrgetter
from sys import intern
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct, field

from tui.cases.words import Stage

if TYPE_CHECKING:
    from tui.desk.views import CardView, Mark
    from tui.store.all_cards import Cards, Token


class Brief(msgspec.Struct, gc=False, weakref=False):
    """A card in briefest.

    `place`: before which others it stands, on the whole board. `words`: in which a filter seeks.
    `token`: from which it is read. `is_timed`: it is late by the minute. `points`: how urgent it
    is by itself, once somebody asked.
    """

    number: int
    token: Token
    zone: str
    day: date
    place: int
    stage: Stage
    mark: Mark
    is_asleep: bool
    is_linked: bool
    is_timed: bool
    words: str
    points: int | None = None


_ID = 64
"""Bits of a number in a place: of two cases that stand equally high the newer one is first."""


def place_of(above: int, number: int) -> int:
    """The place of a case among all others, in one number: many of them are kept.

    `above`: how many could stand above it whatever their numbers, at most 63 bits.
    """
    return (above + 1 << _ID) - number


def above_of(place: int, number: int) -> int:
    """The first part of a place."""
    return (place + number >> _ID) - 1


Days = Callable[[str], date]
Make = Callable[["Token"], Brief]


class Briefs(Struct):
    """Those of all cards, in the order of the board."""

    _made: dict[int, Brief] = field(default_factory=dict)
    _ordered: list[Brief] = field(default_factory=list)
    _version: tuple[int, int] = (0, 0)
    _days: dict[str, date] = field(default_factory=dict)
    _tell: Days = date.fromisoformat  # until all were asked for

    def of(self, cards: Cards, days: Days, make: Make) -> list[Brief]:
        """All of them as they are now. `days` tells the day in a time zone."""
        self._tell = days
        changed = self._changed(cards, days)
        for number, token in changed.items():
            self._made[number] = brief = make(token)
            brief.zone = intern(brief.zone)
        if changed or len(self._made) > len(cards):
            self._made = {n: brief for n, brief in self._made.items() if n in cards}
            self._ordered = sorted(self._made.values(), key=attrgetter("place"))
        return self._ordered

    def take(self, briefs: list[Brief], cards: Cards, days: Days) -> None:
        """Those that were kept, of all cards as they are now. Whose day is another is made anew."""
        for brief in briefs:
            brief.zone = intern(brief.zone)
        self._made = {brief.number: brief for brief in briefs}
        self._days = {brief.zone: brief.day for brief in briefs}
        self._ordered, self._version, self._tell = briefs, (id(cards), cards.version), days

    def day(self, zone: str) -> date:
        """The day there, as it was when all were asked for last."""
        if zone not in self._days:
            self._days[intern(zone)] = self._tell(zone)
        return self._days[zone]

    def _changed(self, cards: Cards, days: Days) -> Mapping[int, Token]:
        now = {zone: days(zone) for zone in self._days}
        others = {zone for zone, day in now.items() if day != self._days[zone]}
        self._days = now
        tokens, version = cards.tokens(), (id(cards), cards.version)
        if version == self._version and not others:
            timed = (b for b in self._ordered if b.is_timed)
            return {b.number: b.token for b in timed}
        self._version = version
        get = self._made.get
        return {
            number: token
            for number, token in tokens.items()
            if (b := get(number)) is None or b.token is not token or b.is_timed or b.zone in others
        }


class Views(Mapping[int, "CardView"]):
    """The cards of some briefs by number, each made when it is asked for."""

    def __init__(self, briefs: Iterable[Brief], make: Callable[[Brief], CardView]) -> None:
        self._briefs = {brief.number: brief for brief in briefs}
        self._make = make

    def __getitem__(self, number: int) -> CardView:
        return self._make(self._briefs[number])

    def __iter__(self) -> Iterator[int]:
        return iter(self._briefs)

    def __len__(self) -> int:
        return len(self._briefs)
