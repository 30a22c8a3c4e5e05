"""Cards in memory as they are kept: packed, a quarter of their size, and read when asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, ValuesView
from itertools import takewhile

from tui.cases.card import Card
from tui.store.all_cards import Cards, Token
from tui.store.cards import packed, unpacked
from tui.store.engine import KeptCard
from tui.store.kept_cards import Found, KeptCards

_MOST = 20_000  # cards that stay read: of more, each is read anew
_RESTS = 2  # how often `rest` is called until what was read is forgotten


class PackedCards(Cards):
    """See Cards. Those that were asked for all together stay read until nobody asks for a while.

    `kept`: where they are found, all together when somebody asks for more than some.
    """

    def __init__(self, kept: KeptCards) -> None:
        self.version = 0
        self._kept = kept
        self._tokens: dict[int, Token] = {}  # a card itself where it cannot be packed
        self._is_whole = False  # all of them are there, and not some
        self._touched: dict[int, int] = {}  # at which version, the latest last
        self._forgot = 0  # the version of another book
        self._read: dict[int, Card] = {}
        self._rests = 0

    def __getitem__(self, number: int) -> Card:
        return self._read.get(number) or self.read(self._token(number))

    def __iter__(self) -> Iterator[int]:
        return iter(self.tokens())

    def __len__(self) -> int:
        return len(self.tokens())

    def __contains__(self, number: object) -> bool:
        return isinstance(number, int) and self.token(number) is not None

    def values(self) -> ValuesView[Card]:
        """See Cards."""
        read = self.at_hand()
        return super().values() if read is self else read.values()

    def token(self, number: int) -> Token | None:
        """See Cards."""
        try:
            return self._token(number)
        except KeyError:
            return None

    def tokens(self) -> dict[int, Token]:
        """See Cards."""
        if not self._is_whole:
            self._tokens = {_id_of(card): _token_of(card) for card in self._kept.all()}
            self._is_whole = True
        return self._tokens

    def changed(self, since: int) -> list[int] | None:
        """See Cards."""
        if since < self._forgot:
            return None
        late = takewhile(lambda number: self._touched[number] > since, reversed(self._touched))
        return list(late)

    def read(self, token: Token) -> Card:
        """See Cards."""
        return unpacked(token) if isinstance(token, bytes) else token

    def at_hand(self) -> Mapping[int, Card]:
        """See Cards."""
        tokens = self.tokens()
        if len(tokens) > _MOST:
            return self
        self._rests = 0
        if len(self._read) < len(tokens):
            read = self._read
            self._read = {
                number: read.get(number) or self.read(token) for number, token in tokens.items()
            }
        return self._read

    def mentioning(self, text: str) -> Iterator[Card]:
        """See Cards. A text stands in what is packed as it is, so that few have to be read."""
        wanted = text.encode(errors="surrogatepass")
        if self._is_whole:
            tokens: Iterable[Token] = tuple(self._tokens.values())
        else:
            tokens = map(_token_of, self._kept.having(wanted))
        for token in tokens:
            if not isinstance(token, bytes) or wanted in token:
                yield self.read(token)

    def rest(self) -> None:
        """Called now and then: forget what was read, if nobody has asked for all since long."""
        self._rests += 1
        if self._rests > _RESTS:
            self._read = {}

    def put(self, card: Found) -> None:
        """Put a card into its place: one that was kept, or that is to be packed."""
        number, token = _id_of(card), _token_of(card)
        in_order = number in self._tokens or number > next(reversed(self._tokens), 0)
        self._tokens[number] = token
        if not in_order:
            self._tokens = dict(sorted(self._tokens.items()))
        if number in self._read and in_order:
            self._read[number] = self.read(token)
        else:
            self._read = {}  # another one: somebody may be going through this one
        self._touch(number)

    def drop(self, number: int) -> None:
        """There is no such case any more."""
        if self._tokens.pop(number, None) is not None:
            self._read = {}
        self._touch(number)

    def clear(self) -> None:
        """Another book."""
        self._tokens, self._read, self._touched, self._is_whole = {}, {}, {}, False
        self.version += 1
        self._forgot = self.version

    def _token(self, number: int) -> Token:
        token = self._tokens.get(number)
        if token is None:
            found = None if self._is_whole else self._kept.one(number)
            if found is None:
                raise KeyError(number)
            token = self._tokens[number] = _token_of(found)
        return token

    def _touch(self, number: int) -> None:
        self.version += 1
        self._touched.pop(number, None)
        self._touched[number] = self.version


def _id_of(card: Found) -> int:
    return card.number if isinstance(card, KeptCard) else card.id


def _token_of(card: Found) -> Token:
    return card.card or b"" if isinstance(card, KeptCard) else packed(card) or card
