"""What the board needs of every card, worked out when it changes: how it stands, and its words.

Ten thousand cards are put in order and looked through with every letter that is typed; only those
that are seen are read. What is made here stays until its card is another, or its day has come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct, field

from tui.desk.board.brief import Brief, Standing
from tui.desk.board.in_order import InOrder
from tui.desk.views import CardView

if TYPE_CHECKING:
    from tui.store.all_cards import Cards, Token


Days = Callable[[str], date]
Make = Callable[["Token"], Brief]
Blocked = tuple[tuple[InOrder, dict[str, date]], dict[int, tuple[int, ...]], int]
_FEW = 200  # that are put in their places one by one


class Kept(Struct):
    """All of them as they were.

    `days`: on which day, in each time zone of a company; `soonest`: the first `until` there.
    `timed`: the numbers of those that are late by the minute.
    """

    briefs: InOrder = field(default_factory=lambda: InOrder([], [], []))
    days: dict[str, date] = field(default_factory=dict)
    soonest: dict[str, date] = field(default_factory=dict)
    timed: set[int] = field(default_factory=set)


class Briefs:
    """Those of all cards. What `all`, `by_number` and `tokens` tell of a card they never tell
    otherwise: another takes their place.

    `by_number`: how each stands. `tokens`: from which cards are read, of those that somebody has
    asked for. `points`: how urgent a case is by itself on a day, once somebody asked.
    """

    def __init__(self) -> None:
        self.by_number: dict[int, Standing] = {}
        self.tokens: dict[int, Token] = {}
        self.points: dict[int, tuple[date, int]] = {}
        self.seen: dict[int, tuple[Token, CardView]] = {}  # see `BriefCards.view`
        self.blocked: Blocked | None = None  # see `boards.board`
        self._shared: dict[Standing, Standing] = {}
        self._kept = Kept()
        self._version = (0, -1)  # of which cards
        self._minute = 0
        self.taken_of = ""  # what they were taken from, as long as they are no others
        self._behind: set[int] = set()  # that were touched since those that were taken were kept

    @property
    def all(self) -> InOrder:
        """In the order of the board."""
        return self._kept.briefs

    @property
    def kept(self) -> Kept:
        """See `take`."""
        return self._kept

    def take(self, kept: Kept, cards: Cards, behind: Iterable[int], made_of: str) -> None:
        """Those that were kept, of the cards as they are now but for those that are `behind`."""
        self.taken_of, self._behind = made_of, set(behind)
        self._kept, self._version = kept, (id(cards), cards.version)
        self._number()

    def bring_up_to_date(self, cards: Cards, days: Days, minute: int, make: Make) -> None:
        """As the cards are in that minute. `days` tells the day in a time zone.

        Where a card cannot be read they stay as they were, and it is tried again the next time.
        """
        version = (id(cards), cards.version)
        now = {zone: days(zone) for zone in self._kept.days}
        over = self._over(now)
        changed = {*self._touched(cards), *self._behind}
        if over:
            each = self.by_number.items()
            changed |= {n for n, s in each if s.until <= over.get(s.zone, date.min)}
        if minute != self._minute:
            changed |= self._kept.timed
        if changed or over:
            tokens = {number: cards.token(number) for number in changed}
            made = {n: None if token is None else make(token) for n, token in tokens.items()}
            if over or len(made) > _FEW:
                self._put_many(made, days)
            else:
                self._put_some(made, tokens, days)
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

    def _put_some(
        self, made: Mapping[int, Brief | None], tokens: Mapping[int, Token | None], days: Days
    ) -> None:
        known = self.by_number
        old = [(number, known[number]) for number in made if number in known]
        new = self._share(filter(None, made.values()))
        kept = self._kept
        briefs = kept.briefs.exchanged(old, new)
        self.by_number, self.tokens = known.copy(), self.tokens.copy()  # quicker than {**known}
        self.by_number.update((number, standing) for number, standing, _ in new)
        self.tokens.update((number, token) for number, token in tokens.items() if token)
        for number, brief in made.items():
            self.points.pop(number, None)
            self.seen.pop(number, None)
            if brief is None:
                self.by_number.pop(number, None)
                self.tokens.pop(number, None)
        self._kept = Kept(briefs, kept.days, kept.soonest, kept.timed - made.keys())
        self._note(new, days)

    def _put_many(self, made: Mapping[int, Brief | None], days: Days) -> None:
        every = {**{brief.number: brief for brief in self.all}, **made}
        self._shared = {}
        new = self._share(filter(None, every.values()))
        self._kept = Kept(InOrder.of(new))
        self._number()
        self._note(new, days)

    def _number(self) -> None:
        """All of them are others."""
        briefs = self.all
        self.by_number = dict(zip(briefs.numbers, briefs.standings, strict=True))
        self.tokens, self.points = {}, {}
        self.seen.clear()

    def _share(self, briefs: Iterable[Brief]) -> list[Brief]:
        """Of what is equal in ten thousand of them, one is enough."""
        shared = self._shared.setdefault
        return [Brief(n, shared(standing, standing), words) for n, standing, words in briefs]

    def _note(self, briefs: Iterable[Brief], days: Days) -> None:
        """Of what was made: where which day is told, and what is late by the minute."""
        kept = self._kept
        for number, standing, _ in briefs:
            zone = standing.zone
            if zone not in kept.days:
                kept.days[zone], kept.soonest[zone] = days(zone), standing.until
            kept.soonest[zone] = min(kept.soonest[zone], standing.until)
            if standing.is_timed:
                kept.timed.add(number)
