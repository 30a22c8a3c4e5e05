"""Linked cases, as both sides see them. Made from cards alone."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from tui.cases.card import Card
from tui.cases.errors import NotFound
from tui.cases.links import LinkKind
from tui.cases.words import Stage
from tui.desk.cleaned import cleaned_card
from tui.desk.office import Office
from tui.desk.views import LinkView


def links_of(office: Office, card: Card) -> tuple[LinkView, ...]:
    """What a case is linked with, its own first; of a case that is gone the card is None."""
    ties = dict(card.links)
    for other in office.store.cards.mentioning(card.uid):
        for uid, kind in other.links:
            if uid == card.uid and other.uid != uid:
                ties.setdefault(other.uid, kind.inverse)
    found = ((uid, kind, card_of_uid(office, uid)) for uid, kind in ties.items())
    return tuple(LinkView(kind, uid, cleaned_card(c) if c else None) for uid, kind, c in found)


def card_of_uid(office: Office, uid: str) -> Card | None:
    """The card of a case that is in the book."""
    return office.uids.card(uid, office.store.cards)


def waits_for(office: Office, card: Card) -> tuple[Card, ...]:
    """The cases that a case waits for, open or not; one that is gone holds up nobody."""
    wanted = (uid for uid, kind in card.links if kind is LinkKind.WAITS_FOR)
    return tuple(other for uid in wanted if (other := card_of_uid(office, uid)))


def blocking(office: Office, card: Card) -> tuple[int, ...]:
    """The numbers of the open cases that an open case waits for."""
    if not card.links or card.stage is Stage.CLOSED:
        return ()
    return tuple(c.id for c in waits_for(office, card) if c.stage is not Stage.CLOSED)


class Links(Struct, frozen=True):
    """What a query may ask of links. Without an office nothing is linked."""

    office: Office | None = None

    def is_blocked(self, card: Card) -> bool:
        """Whether it waits for a case that is open."""
        return bool(self.office and card.links and blocking(self.office, card))

    def with_case(self, number: int) -> frozenset[int]:
        """The numbers of the cases that are linked with that one."""
        return frozenset(self._with(number))

    def _with(self, number: int) -> Iterator[int]:
        if self.office is None:
            return
        card = self.office.store.cards.get(number)
        if card is None:
            raise NotFound("There is no case #{id}.", id=number)
        for link in links_of(self.office, card):
            if link.card:
                yield link.card.id
