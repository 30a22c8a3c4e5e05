"""Cards beside the cases, so that opening a book reads no case."""

from __future__ import annotations

import zlib

import msgspec

from tui import __version__
from tui.cases.card import Card, card_of
from tui.cases.case import Case, Money
from tui.cases.deadline import Deadline
from tui.store import strict
from tui.store.rows import Row, Rows
from tui.store.values import read_case

# Another version of Upheld, or another shape of card: then no card that was kept counts.
_KINDS = [sorted(kind.__annotations__.items()) for kind in (Card, Deadline, Money)]
_SHAPE = zlib.crc32(repr((__version__, _KINDS)).encode())


class _Kept(msgspec.Struct):
    """A row of the table of cards. `mark` is that of the case and of its card together."""

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
        card = _card(found) if found else None
        if row is None or card is None:
            # Whoever else wrote the text, it is read with care before it is believed.
            card = quick_card(case, number, file) if found else _careful_card(case, number, file)
            row = keep_card(card, case)
        cards[number], rows[key] = card, row
    return cards, rows


def keep_card(card: Card, case: Row) -> Row:
    """The row in which the card of a case lies."""
    text = strict.dumps(msgspec.to_builtins(card))
    kept = _Kept(mark=_mark(case, text), shape=_SHAPE, card=msgspec.Raw(text))
    return Row(msgspec.Raw(msgspec.json.encode(kept)))


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
    """What was kept in `row`, if it is whole and was made from this very text."""
    try:
        kept = _KEPT.decode(row.raw)
    except (ValueError, RecursionError):
        return None
    return kept if kept.mark == _mark(case, kept.card) else None


def _card(kept: _Kept) -> Card | None:
    """The card, if it is of this version."""
    try:
        return _CARD.decode(kept.card) if kept.shape == _SHAPE else None
    except ValueError:
        return None


def _mark(case: Row, card: bytes | msgspec.Raw) -> int:
    return zlib.crc32(card, case.mark())
