"""Which cases a query means: words, and `stage:`, `company:`, `tag:`, `is:`, `#12`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

from tui.cases.card import Card
from tui.cases.errors import BadInput
from tui.cases.words import Owner, Stage

Test = Callable[[Card, date], bool]
TextOf = Callable[[Card], str]

# Blanks may stand between quotation marks, the last of which is not there yet while it is
# being typed. An apostrophe inside a word is a letter.
_QUOTATION = r"""\"([^"]*)(?:"|$)|(?<![^\s:"'-])'([^']*)(?:'|$)"""
_WORD = re.compile(rf"""(?:{_QUOTATION}|[^\s"])+""")
_QUOTED = re.compile(_QUOTATION)


def _is_late(card: Card, day: date) -> bool:
    return any(deadline.late_on(day) for deadline in card.deadlines)


_IS: dict[str, Test] = {
    "late": _is_late,
    "overdue": _is_late,
    "open": lambda card, _: card.stage is not Stage.CLOSED,
    "closed": lambda card, _: card.stage is Stage.CLOSED,
    "mine": lambda card, _: (
        card.stage is Stage.MY_MOVE or any(d.owner is Owner.MINE for d in card.deadlines)
    ),
    "theirs": lambda card, _: any(d.owner is Owner.THEIRS for d in card.deadlines),
    "draft": lambda card, _: card.stage is Stage.DRAFT,
}


def tests_of(query: str, text_of: TextOf) -> tuple[Test, ...]:
    """The tests that a card must pass, all of them. Raises BadInput for an unknown `is:`."""
    return tuple(_test(word, text_of) for word in words_of(query))


def words_of(query: str) -> list[str]:
    """The words of a query, without the quotation marks around them."""
    found = (match[0] for match in _WORD.finditer(query))
    return [_QUOTED.sub(lambda quoted: quoted[1] or quoted[2] or "", word) for word in found]


def matching(
    cards: Iterable[Card], query: str, day: Callable[[Card], date], text_of: TextOf
) -> list[Card]:
    """The cards that a query means.

    `day`: the company's today of a card. `text_of`: its words, as `searched` gives them.
    """
    left = list(cards)
    for test in tests_of(query, text_of):
        left = [card for card in left if test(card, day(card))]
    return left


def _test(word: str, text_of: TextOf) -> Test:
    if word.startswith("-") and word.strip("-"):
        inner = _test(word.lstrip("-"), text_of)
        return lambda card, day: not inner(card, day)
    field, mark, value = word.partition(":")
    low = value.casefold()
    if mark and field == "is":
        return _is(low)
    if mark and field == "stage":
        return lambda card, _: card.stage.value.startswith(low)
    if mark and field == "company":
        return lambda card, _: low in card.company.casefold()
    if mark and field == "tag":
        return lambda card, _: any(low == tag.casefold() for tag in card.tags)
    if word.startswith("#") and word[1:].isdecimal():
        return lambda card, _: str(card.id) == word[1:]
    text = word.casefold()
    return lambda card, _: text in text_of(card)


def _is(value: str) -> Test:
    if value not in _IS:
        raise BadInput("“is:{value}” is not known. Known: {known}.", value=value, known=tuple(_IS))
    return _IS[value]


def searched(card: Card) -> str:
    """The text of a card in which words are sought."""
    return f"{card.company} {card.subject} {card.reference} {' '.join(card.tags)}".casefold()
