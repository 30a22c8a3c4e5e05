"""Which cases a query means, while it is being typed.

A word is found anywhere in what a card shows, and at the beginning of a word, in any form, in
all other texts of the case.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from itertools import compress

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
Having = Callable[[str], Container[int]]


def matching(
    every: InOrder, query: Query, cards_of: CardsOf, having: Having, days: Days
) -> list[int]:
    """The numbers of those that a query means, in their order; of all the very same list.

    `cards_of`: their cards, in the same order. `having`: see Store. `days`: today, by time zone.
    Words come first: to look for one costs least.
    """
    left, words = every.numbers, every.words
    for part in query.texts:
        is_in = _with(part, left, words, having)
        left, words = list(compress(left, is_in)), list(compress(words, is_in))
    if not query.tests:
        return left
    both = zip(left, cards_of(left), strict=True)
    return [n for n, c in both if all(test(c, days(c.timezone)) for test in query.tests)]


def _with(part: Part, left: list[int], words: list[str], having: Having) -> list[bool]:
    """Which of them have it. `words`: of each of them."""
    typed = (part.value if part.is_phrase else part.typed.rstrip("*")).casefold()
    hits = having(_asked(part)) if sum(map(str.isalnum, typed)) >= _FEWEST else ()
    each, text = zip(left, words, strict=True), narrow(typed)
    if part.is_not:
        return [text not in own and number not in hits for number, own in each]
    if not part.is_sum:
        return [text in own or number in hits for number, own in each]
    parts = list(
        map(narrow, typed.split())
    )  # its groups may be numbers by themselves: iPhone 13 256
    return [number in hits or all(one in own for one in parts) for number, own in each]


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
