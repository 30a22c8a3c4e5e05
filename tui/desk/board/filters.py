"""Which cases a query means, while it is being typed.

A word is found anywhere in what a card shows, and at the beginning of a word, in any form, in
all other texts of the case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set

from tui.cases.card import Card
from tui.desk.board.briefs import Days
from tui.desk.board.in_order import InOrder
from tui.desk.board.query import Query
from tui.store.query_parts import Part

_FEWEST = 2  # letters and digits from which on the texts of the cases are looked through
_NARROW = str.maketrans(
    "абвгдежзийклмнопрстуфхцчшщъыьэюяё№—–…“”„’€",
    "".join(map(chr, (*range(0x80, 0xA0), 0x7F, *range(0x01, 0x09), 0x0E))),
)
CardsOf = Callable[[list[int]], Iterable[Card]]
Having = Callable[[str], Set[int]]


def matching(
    every: InOrder, query: Query, cards_of: CardsOf, having: Having, days: Days
) -> list[int]:
    """The numbers of those that a query means, in their order; of all the very same list.

    `cards_of`: their cards, in the same order. `having`: see Store. `days`: today, by time zone.
    Words come first: to look for one costs least.
    """
    left = every.numbers
    for part in query.texts:
        found = _having(part, every, having)
        left = [number for number in left if (number in found) is not part.is_not]
    if not query.tests:
        return left
    both = zip(left, cards_of(left), strict=True)
    return [n for n, c in both if all(test(c, days(c.timezone)) for test in query.tests)]


def _having(part: Part, every: InOrder, having: Having) -> Set[int]:
    """The numbers of those that have it."""
    typed = (part.value if part.is_phrase else part.typed.rstrip("*")).casefold()
    # The groups of a sum may be numbers by themselves: iPhone 13 256.
    texts = typed.split() if part.is_sum and not part.is_not else [typed]
    found = frozenset.intersection(*(every.having(narrow(text)) for text in texts))
    is_word = sum(map(str.isalnum, typed)) >= _FEWEST
    return found | having(_asked(part)) if is_word else found


def _asked(part: Part) -> str:
    """The part for the full text. Of numbers the whole: 12 is not meant to find 124.90."""
    return part.typed + "*" * (not part.is_phrase and part.typed[-1].isalpha())


def searched(card: Card) -> str:
    """The text of a card in which words are sought, see `narrow`."""
    told = f"{card.company} {card.subject} {card.reference} {' '.join(card.tags)}"
    return narrow(told.casefold())


def narrow(text: str) -> str:
    """Each letter of a Russian text as a control character, which no card shows: as Python keeps
    text, it takes half the memory, and is looked through sooner.
    """
    return text if text.isascii() else text.translate(_NARROW)
