"""Which cases a query means, while it is being typed.

A word is found anywhere in what a card shows, and at the beginning of a word, in any form, in
all other texts of the case.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable

from tui.cases.card import Card
from tui.desk.board.brief import Brief
from tui.desk.board.briefs import Days
from tui.desk.board.query import Query
from tui.store.query_parts import Part

_FEWEST = 2  # letters and digits from which on the texts of the cases are looked through
CardsOf = Callable[[list[Brief]], Iterable[Card]]
Having = Callable[[str], Container[int]]


def matching(
    briefs: list[Brief], query: Query, cards_of: CardsOf, having: Having, days: Days
) -> list[Brief]:
    """Those that a query means, in their order.

    `cards_of`: their cards, in the same order. `having`: see Store. `days`: today, by time zone.
    Words come first: to look for one costs least.
    """
    left = briefs
    for part in query.texts:
        left = _with(part, left, having)
    if not query.tests:
        return left
    both = zip(left, cards_of(left), strict=True)
    return [b for b, card in both if all(test(card, days(b.zone)) for test in query.tests)]


def _with(part: Part, briefs: list[Brief], having: Having) -> list[Brief]:
    text = (part.value if part.is_phrase else part.typed.rstrip("*")).casefold()
    numbers = having(_asked(part)) if sum(map(str.isalnum, text)) >= _FEWEST else ()
    if part.is_not:
        return [b for b in briefs if text not in b.words and b.number not in numbers]
    if not part.is_sum:
        return [b for b in briefs if text in b.words or b.number in numbers]
    words = text.split()  # its groups may be numbers by themselves: iPhone 13 256
    return [b for b in briefs if b.number in numbers or all(word in b.words for word in words)]


def _asked(part: Part) -> str:
    """The part for the full text. Of numbers the whole: 12 is not meant to find 124.90."""
    return part.typed + "*" * (not part.is_phrase and part.typed[-1].isalpha())


def searched(card: Card) -> str:
    """The text of a card in which words are sought."""
    return f"{card.company} {card.subject} {card.reference} {' '.join(card.tags)}".casefold()
