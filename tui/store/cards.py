"""Cards beside the cases, so that opening a book reads no case."""

from __future__ import annotations

import zlib

import msgspec

from tui import __version__
from tui.cases.card import Card, card_of
from tui.cases.case import Case
from tui.cases.deadline import Deadline
from tui.cases.figures import Figures
from tui.cases.money import Money
from tui.store.engine import KeptCard
from tui.store.rows import Row
from tui.store.values import read_case

# Another version of Upheld, or another shape of card: then no card that was kept counts.
_KINDS = [sorted(kind.__annotations__.items()) for kind in (Card, Deadline, Figures, Money)]
_SHAPE = zlib.crc32(repr((__version__, _KINDS)).encode()) & 0x7FFFFFFF

_SUM = 4  # bytes of a checksum, so that a damaged card is made anew and not shown

_CARD = msgspec.msgpack.Decoder(Card)
_CASE = msgspec.json.Decoder(Case)


def keep_card(card: Card, number: int, case: Row) -> KeptCard:
    """The card of a case as it is kept."""
    try:
        kept = msgspec.msgpack.encode(card)
    except (ValueError, OverflowError):
        kept = b""  # half a surrogate pair, a huge number: made anew whenever the book is opened
    return KeptCard(number, case.mark(), _SHAPE, kept and _sum(kept) + kept)


def card_in(kept: KeptCard) -> Card | None:
    """The card, if it is of this version and whole."""
    if kept.shape != _SHAPE or not kept.card or kept.card[:_SUM] != _sum(kept.card[_SUM:]):
        return None
    try:
        card = _CARD.decode(kept.card[_SUM:])
    except ValueError:
        return None
    return card if card.id == kept.number else None


def _sum(packed: bytes) -> bytes:
    return zlib.crc32(packed).to_bytes(_SUM)


def quick_card(case: Row, number: int, file: str) -> Card:
    """The card of a case that we wrote. Unknown fields are dropped: no card shows them.

    Raises BrokenBook, which names a case that cannot be read.
    """
    return card_of(quick_case(case, number, file))


def quick_case(case: Row, number: int, file: str) -> Case:
    """A case that we wrote, without its unknown fields. Raises BrokenBook."""
    try:
        return _CASE.decode(case.raw)
    except (ValueError, RecursionError):
        return read_case(case, number, file)
