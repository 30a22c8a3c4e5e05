"""Cards beside the cases, so that opening a book reads no case."""

from __future__ import annotations

import zlib

import msgspec

from tui import __version__
from tui.cases.card import Card, card_of
from tui.cases.case import Case, Money
from tui.cases.deadline import Deadline
from tui.store.rows import Row, Rows
from tui.store.values import read_case

# Another version of Upheld, or another shape of card: then no card that was kept counts.
_KINDS = [sorted(kind.__annotations__.items()) for kind in (Card, Deadline, Money)]
_SHAPE = zlib.crc32(repr((__version__, _KINDS)).encode())


class _Kept(msgspec.Struct):
    """A row of the table of cards. `mark` is that of the case it was made from."""

    mark: int
    shape: int
    card: msgspec.Raw


_KEPT = msgspec.json.Decoder(_Kept)
_CARD = msgspec.json.Decoder(Card)
_CASE = msgspec.json.Decoder(Case)


def read_cards(cases: Rows, kept: Rows, file: str) -> tuple[dict[int, Card], Rows]:
    """The cards of all cases, in the order of their numbers, and rows to keep them in.

    A card is made from its case where none was kept, or one of another text: people may
    edit a case by hand, and throw the table of cards away.
    """
    cards, rows = {}, {}
    for number, key in sorted((int(key), key) for key in cases):
        case, row = cases[key], kept.get(key)
        found = _kept(row, case) if row else None
        if row is None or found is None or found.shape != _SHAPE:
            # Whoever else wrote the text, it is read with care before it is believed.
            card = quick_card(case, number, file) if found else _careful_card(case, number, file)
            cards[number], rows[key] = card, keep_card(card, case)
        else:
            cards[number], rows[key] = _CARD.decode(found.card), row
    return cards, rows


def keep_card(card: Card, case: Row) -> Row:
    """The row in which the card of a case lies."""
    plain = {"mark": case.mark(), "shape": _SHAPE, "card": msgspec.to_builtins(card)}
    return Row.of(plain)


def quick_card(case: Row, number: int, file: str) -> Card:
    """The card of a case that we wrote. Unknown fields are dropped: no card shows them."""
    try:
        return card_of(_CASE.decode(case.raw))
    except (ValueError, RecursionError):
        return _careful_card(case, number, file)


def _careful_card(case: Row, number: int, file: str) -> Card:
    """The card of a case. Raises BrokenBook, which names it."""
    return card_of(read_case(case, number, file))


def _kept(row: Row, case: Row) -> _Kept | None:
    """The card in `row`, if it was made from this very text."""
    try:
        kept = _KEPT.decode(row.raw)
    except (ValueError, RecursionError):
        return None
    return kept if kept.mark == case.mark() else None
