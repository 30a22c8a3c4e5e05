"""All cases in brief, as whoever looks through them has them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from tui.cases.card import Card

Token: TypeAlias = bytes | Card
"""What a card is read from. Another card is read from another one, even of the same content."""


class Cards(Mapping[int, Card]):
    """All cases in brief, by number, in the order of the numbers. To read one takes microseconds.

    `version`: a higher one whenever a card is another.

    One or some are found in the book; going through them, and counting them, fetches all.
    """

    version: int

    @abstractmethod
    def changed(self, since: int) -> list[int] | None:
        """The numbers whose cards are others, or gone, since that version; None: perhaps all."""

    @abstractmethod
    def token(self, number: int) -> Token | None:
        """From what the card of that number is read; None where there is no such case."""

    @abstractmethod
    def tokens(self) -> Mapping[int, Token]:
        """From what each card is read."""

    @abstractmethod
    def read(self, token: Token) -> Card:
        """The card, also where that of its number is another by now."""

    @abstractmethod
    def mentioning(self, text: str) -> Iterator[Card]:
        """The cards in which this text stands somewhere, such as the uid of a case."""

    @abstractmethod
    def at_hand(self) -> Mapping[int, Card]:
        """All of them, read, for whoever looks through them several times."""
