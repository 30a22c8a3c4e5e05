"""Cards of briefs: read when they are asked for, and the same from then on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property

from tui.cases.card import Card
from tui.cases.errors import NotFound
from tui.desk.board.ordering import points
from tui.desk.board.standing import card_view
from tui.desk.office import Office
from tui.desk.views import CardView
from tui.store.all_cards import Token

_SEEN = 200  # cards that are remembered: more than a screen shows
_MANY = 8  # of so many cases one: fewer are read one by one


class BriefCards:
    """Those of the briefs that an office has now; later ones have others."""

    def __init__(self, office: Office) -> None:
        self._office, self._briefs = office, office.briefs
        self.standings, self._tokens = office.briefs.by_number, office.briefs.tokens
        self._days = office.days_in_zones()

    def day(self, number: int) -> date:
        """Today, where the company is."""
        return self._days(self.standings[number].zone)

    def card(self, number: int) -> Card:
        """As it was when somebody asked first, whatever became of it since. Raises NotFound."""
        return self._read(number, self._token(number))

    def view(self, number: int) -> CardView:
        """Of the same card on the same day it is the same one again. Raises NotFound."""
        token, day = self._token(number), self.day(number)
        made_of, view = self._briefs.seen.get(number, (None, None))
        if view is None or made_of is not token or view.today != day:
            view = card_view(self._read(number, token), day)
            if len(self._briefs.seen) >= _SEEN:
                self._briefs.seen.clear()
            self._briefs.seen[number] = token, view
        return view

    def several(self, numbers: list[int]) -> Iterable[Card]:
        """Those of some, just made. Of many: the next letter that is typed asks for them again."""
        if len(numbers) * _MANY < len(self.standings):
            return map(self.card, numbers)
        at_hand = self._office.store.cards.at_hand()
        return (self._now(number, at_hand[number]) for number in numbers)

    def points(self, number: int) -> int:
        """How urgent a case is, as `points` has it, worked out once a day."""
        day, known = self.day(number), self._briefs.points.get(number)
        if self.standings[number].is_linked:  # others than its own card tell
            return points(self._office, self.card(number), day)
        if known is None or known[0] != day:
            known = self._briefs.points[number] = day, points(self._office, self.card(number), day)
        return known[1]

    def _token(self, number: int) -> Token:
        token = self._tokens.get(number)
        if token is None:
            token = self._office.store.cards.token(number)
            if token is None:
                raise NotFound("There is no case #{id}.", id=number)
            self._tokens[number] = token
        return token

    def _read(self, number: int, token: Token) -> Card:
        return self._now(number, self._office.store.cards.read(token))

    def _now(self, number: int, card: Card) -> Card:
        return self._office.at_present(card) if self.standings[number].is_timed else card


class Views(Mapping[int, CardView]):
    """The views of these numbers, each made when it is asked for."""

    def __init__(self, numbers: Collection[int], cards: BriefCards) -> None:
        self._numbers = numbers
        self._cards = cards

    @cached_property
    def _known(self) -> Collection[int]:
        every = self._cards.standings
        return every if len(self._numbers) == len(every) else frozenset(self._numbers)

    def __getitem__(self, number: int) -> CardView:
        if number not in self._known:
            raise KeyError(number)
        return self._cards.view(number)

    def __contains__(self, number: object) -> bool:
        return number in self._known

    def __iter__(self) -> Iterator[int]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)
