"""Which cases a query means, while it is being typed.

A word is found anywhere in what a card shows, and at the beginning of a word, in any form, in
all other texts of the case.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from datetime import date

from tui.cases.card import Card
from tui.desk.query import Query
from tui.desk.query_fields import Test
from tui.store.parts import Part

_FEWEST = 2  # letters and digits from which on the texts of the cases are looked through
TextOf = Callable[[Card], str]
Having = Callable[[str], Container[int]]


def matching(
    cards: Iterable[Card],
    query: Query,
    day: Callable[[Card], date],
    text_of: TextOf,
    having: Having,
) -> list[Card]:
    """The cards that a query means.

    `day`: the company's today of a card. `text_of`: its words, as `searched` gives them.
    `having`: see Store.
    """
    left = list(cards)
    for test in (*query.tests, *(_sought(part, text_of, having) for part in query.texts)):
        left = [card for card in left if test(card, day(card))]
    return left


def _sought(part: Part, text_of: TextOf, having: Having) -> Test:
    text = (part.value if part.is_phrase else part.typed.rstrip("*")).casefold()
    numbers = having(_asked(part)) if sum(map(str.isalnum, text)) >= _FEWEST else ()
    is_wanted = not part.is_not
    return lambda card, _: (card.id in numbers or text in text_of(card)) is is_wanted


def _asked(part: Part) -> str:
    """The part for the full text. Of numbers the whole: 12 is not meant to find 124.90."""
    return part.typed + "*" * (not part.is_phrase and part.typed[-1].isalpha())


def searched(card: Card) -> str:
    """The text of a card in which words are sought."""
    return f"{card.company} {card.subject} {card.reference} {' '.join(card.tags)}".casefold()
