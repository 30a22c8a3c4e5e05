"""What the board needs of every card, worked out when it changes: its place, its mark, its words.

Ten thousand cards are put in order and looked through with every letter that is typed; only those
that are seen are read. What is made here stays until its card is another, or its day has come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from tui.desk.board.brief import Brief, order
from tui.desk.board.in_order import InOrder
from tui.desk.views import CardView

if TYPE_CHECKING:
    from tui.store.all_cards import Cards, Token


Days = Callable[[str], date]
Make = Callable[["Token"], Brief]
Blocked = tuple[tuple[InOrder, dict[str, date]], dict[int, tuple[int, ...]], int]
_FEW = 200  # that are put in their places one by one
_SEEN = 200  # cards that are remembered: more than a screen shows


class Kept(Struct, array_like=True):
    """All of them as they were.

    `days`: on which day, in each time zone of a company; `soonest`: the first `until` there.
    `timed`: which are late by the minute.
    """

    briefs: list[Brief] = field(default_factory=list)  # in the order of the board
    days: dict[str, date] = field(default_factory=dict)
    soonest: dict[str, date] = field(default_factory=dict)
    timed: set[int] = field(default_factory=set)


class Briefs:
    """Those of all cards. Neither `all` nor `by_number` ever changes: another takes its place."""

    def __init__(self) -> None:
        self.by_number: dict[int, Brief] = {}
        self.seen: dict[int, tuple[Brief, CardView]] = {}  # see Views
        self.blocked: Blocked | None = None  # see `boards.board`
        self._shared: dict[Any, Any] = {}
        self._in_order: InOrder | None = None  # of `all`, once somebody has asked
        self._kept = Kept()
        self._version = (0, -1)  # of which cards
        self._minute = 0
        self.taken_of = ""  # what they were taken from, as long as they are no others
        self._behind: set[int] = set()  # that were touched since those that were taken were kept

    @property
    def all(self) -> list[Brief]:
        """In the order of the board."""
        return self._kept.briefs

    @property
    def in_order(self) -> InOrder:
        """The same, with what is counted of them."""
        if self._in_order is None:
            self._in_order = InOrder(self.all)
        return self._in_order

    @property
    def kept(self) -> Kept:
        """See `take`."""
        return self._kept

    def take(self, kept: Kept, cards: Cards, behind: Iterable[int], made_of: str) -> None:
        """Those that were kept, of the cards as they are now but for those that are `behind`."""
        self.taken_of, self._behind = made_of, set(behind)
        self._share(kept.briefs)
        self._kept, self._version = kept, (id(cards), cards.version)
        self._in_order = None
        self.by_number = {brief.number: brief for brief in kept.briefs}

    def bring_up_to_date(self, cards: Cards, days: Days, minute: int, make: Make) -> None:
        """As the cards are in that minute. `days` tells the day in a time zone.

        Where a card cannot be read they stay as they were, and it is tried again the next time.
        """
        version = (id(cards), cards.version)
        now = {zone: days(zone) for zone in self._kept.days}
        over = self._over(now)
        changed = {*self._touched(cards), *self._behind}
        if over:
            changed |= {b.number for b in self.all if b.until <= over.get(b.zone, date.min)}
        if minute != self._minute:
            changed |= self._kept.timed
        if changed or over:
            tokens = {number: cards.token(number) for number in changed}
            made = {n: None if token is None else make(token) for n, token in tokens.items()}
            put = self._put_many if over or len(made) > _FEW else self._put_some
            put(made, days)
            self.taken_of = ""
        self._kept.days.update(now)
        self._version, self._minute, self._behind = version, minute, set()

    def _touched(self, cards: Cards) -> Iterable[int]:
        known, version = self._version
        touched = cards.changed(version) if known == id(cards) else None
        return {*cards.tokens(), *self.by_number} if touched is None else touched

    def _over(self, now: Mapping[str, date]) -> dict[str, date]:
        """The time zones where one or other is not what it was, and until when it was to hold.

        It is a later day there; or an earlier one, of which nothing is known.
        """
        kept = self._kept
        later = {zone: day for zone, day in now.items() if day >= kept.soonest[zone]}
        earlier = {zone: date.max for zone, day in now.items() if day < kept.days[zone]}
        return {**later, **earlier}

    def _put_some(self, made: Mapping[int, Brief | None], days: Days) -> None:
        old = filter(None, map(self.by_number.get, made))
        new = {number: brief for number, brief in made.items() if brief}
        self._in_order = self.in_order.exchanged(old, new.values())
        gone = made.keys() - new.keys()
        self.by_number = {**self.by_number, **new}
        for number in gone:
            self.by_number.pop(number, None)
        kept = self._kept
        self._kept = Kept(self._in_order.briefs, kept.days, kept.soonest, kept.timed - made.keys())
        self._note(new.values(), days)

    def _put_many(self, made: Mapping[int, Brief | None], days: Days) -> None:
        briefs = sorted(filter(None, {**self.by_number, **made}.values()), key=order)
        self.by_number = {brief.number: brief for brief in briefs}
        self._kept, self._in_order = Kept(briefs), None
        self._note(briefs, days)

    def _share(self, briefs: Iterable[Brief]) -> list[Brief]:
        """Of what is equal in ten thousand of them, one is enough."""
        shared, made = self._shared.setdefault, list(briefs)
        for brief in made:
            brief.zone = shared(brief.zone, brief.zone)
            brief.until = shared(brief.until, brief.until)
            brief.above = shared(brief.above, brief.above)
        return made

    def _note(self, briefs: Iterable[Brief], days: Days) -> None:
        """Of what was made: where which day is told, and what is late by the minute."""
        kept = self._kept
        for brief in self._share(briefs):
            zone = brief.zone
            if zone not in kept.days:
                kept.days[zone], kept.soonest[zone] = days(zone), brief.until
            kept.soonest[zone] = min(kept.soonest[zone], brief.until)
            if brief.is_timed:
                kept.timed.add(brief.number)


class Views(Mapping[int, CardView]):
    """The cards of some briefs by number, each made when it is asked for.

    Of the same brief on the same day it is the same one again, as long as it is among `seen`.
    """

    def __init__(
        self, briefs: Mapping[int, Brief], days: Days, seen: dict[int, tuple[Brief, CardView]],
        make: Callable[[Brief], CardView],
    ) -> None:  # fmt: skip
        self._briefs = briefs
        self._days = days
        self._seen = seen
        self._make = make

    def __getitem__(self, number: int) -> CardView:
        brief = self._briefs[number]
        made_of, view = self._seen.get(number, (None, None))
        if view is None or made_of is not brief or view.today != self._days(brief.zone):
            view = self._make(brief)
            if len(self._seen) >= _SEEN:
                self._seen.clear()
            self._seen[number] = brief, view
        return view

    def __iter__(self) -> Iterator[int]:
        return iter(self._briefs)

    def __len__(self) -> int:
        return len(self._briefs)
