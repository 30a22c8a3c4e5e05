"""Cards in memory as they are kept: packed, a quarter of their size, and read when asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, ValuesView

from tui.cases.card import Card
from tui.store.all_cards import Cards, Token
from tui.store.cards import packed, unpacked
from tui.store.engine import KeptCard

_MOST = 20_000  # cards that stay read: of more, each is read anew
_RESTS = 2  # how often `rest` is called until what was read is forgotten


class PackedCards(Cards):
    """See Cards. Those that were asked for all together stay read until nobody asks for a while."""

    def __init__(self) -> None:
        self.version = 0
        self._tokens: dict[int, Token] = {}  # a card itself where it cannot be packed
        self._read: dict[int, Card] = {}
        self._rests = 0

    def __getitem__(self, number: int) -> Card:
        return self._read.get(number) or self.read(self._tokens[number])

    def __iter__(self) -> Iterator[int]:
        return iter(self._tokens)

    def __len__(self) -> int:
        return len(self._tokens)

    def __contains__(self, number: object) -> bool:
        return number in self._tokens

    def values(self) -> ValuesView[Card]:
        """See Cards."""
        read = self.at_hand()
        return super().values() if read is self else read.values()

    def tokens(self) -> dict[int, Token]:
        """See Cards."""
        return self._tokens

    def read(self, token: Token) -> Card:
        """See Cards."""
        return unpacked(token) if isinstance(token, bytes) else token

    def at_hand(self) -> Mapping[int, Card]:
        """See Cards."""
        if len(self._tokens) > _MOST:
            return self
        self._rests = 0
        if len(self._read) < len(self._tokens):
            read = self._read
            self._read = {
                number: read.get(number) or self.read(token)
                for number, token in self._tokens.items()
            }
        return self._read

    def mentioning(self, text: str) -> Iterator[Card]:
        """See Cards. A text stands in what is packed as it is, so that few have to be read."""
        wanted = text.encode(errors="surrogatepass")
        for token in tuple(self._tokens.values()):
            if not isinstance(token, bytes) or wanted in token:
                yield self.read(token)

    def rest(self) -> None:
        """Called now and then: forget what was read, if nobody has asked for all since long."""
        self._rests += 1
        if self._rests > _RESTS:
            self._read = {}

    def put(self, number: int, card: Card | KeptCard) -> None:
        """Put a card into its place: one that was kept, or that is to be packed."""
        token: Token = card.card or b"" if isinstance(card, KeptCard) else packed(card) or card
        in_order = number in self._tokens or number > next(reversed(self._tokens), 0)
        self._tokens[number] = token
        if not in_order:
            self._tokens = dict(sorted(self._tokens.items()))
        if number in self._read and in_order:
            self._read[number] = self.read(token)
        else:
            self._read = {}  # another one: somebody may be going through this one
        self.version += 1

    def drop(self, number: int) -> None:
        """There is no such case any more."""
        if self._tokens.pop(number, None) is not None:
            self._read = {}
            self.version += 1

    def clear(self) -> None:
        """Another book."""
        self._tokens, self._read = {}, {}
        self.version += 1
