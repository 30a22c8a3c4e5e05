"""Cards beside the cases, so that opening a book reads no case."""

from __future__ import annotations

import zlib
from functools import cache

import msgspec
from msgspec.structs import replace

from tui import __version__
from tui.cases.card import Card, card_of
from tui.cases.case import Case
from tui.cases.deadline import Deadline
from tui.cases.figures import Figures, Share
from tui.cases.moments import in_their_zones
from tui.cases.money import Money
from tui.cases.snooze import Chase, Snooze
from tui.store.engine import KeptCard
from tui.store.rows import Row
from tui.store.values import read_case

# Another version of Upheld, or another shape of card: then no card that was kept counts.
_PARTS = (Card, Deadline, Figures, Share, Money, Snooze, Chase)
_KINDS = [sorted(kind.__annotations__.items()) for kind in _PARTS]
SHAPE = zlib.crc32(repr((__version__, _KINDS)).encode()) & 0x7FFFFFFF

_SUM = 4  # bytes of a checksum, so that a damaged card is made anew and not shown


class _Numbered(msgspec.Struct, frozen=True, array_like=True):
    """What of a card says whose it is."""

    id: int


_NUMBERED = msgspec.msgpack.Decoder(_Numbered)
_CARD = msgspec.msgpack.Decoder(Card)


def keep_card(card: Card, number: int, case: Row) -> KeptCard:
    """The card of a case as it is kept."""
    return KeptCard(number, case.mark(), SHAPE, packed(card))


def packed(card: Card) -> bytes:
    """The card with its checksum; empty where it cannot be packed."""
    try:
        kept = msgspec.msgpack.encode(card)
    except (ValueError, OverflowError):
        return b""  # half a surrogate pair, a huge number: made anew whenever the book is opened
    return zlib.crc32(kept).to_bytes(_SUM) + kept


def unpacked(kept: bytes) -> Card:
    """The card that was packed so. Raises ValueError where it is none of this version."""
    card = _CARD.decode(memoryview(kept)[_SUM:])
    if not card.offsets:  # nearly always
        return card
    missed = (card.missed_by_law,) if card.missed_by_law else ()
    told = in_their_zones((*card.deadlines, *missed), card.offsets)
    press, late = told[: len(card.deadlines)], told[len(card.deadlines) :]
    return replace(card, deadlines=press, missed_by_law=next(iter(late), None))


def is_card(kept: KeptCard) -> bool:
    """Whether it is of this version, whole, and that of its case; it need not be read for that."""
    if kept.shape != SHAPE or not kept.card:
        return False
    inside = memoryview(kept.card)[_SUM:]
    if int.from_bytes(kept.card[:_SUM]) != zlib.crc32(inside):
        return False
    try:
        return _NUMBERED.decode(inside).id == kept.number
    except ValueError:
        return False


def card_in(kept: KeptCard) -> Card | None:
    """The card, if it is of this version and whole."""
    return unpacked(kept.card) if kept.card and is_card(kept) else None


@cache
def _case_decoder() -> msgspec.json.Decoder[Case]:
    return msgspec.json.Decoder(Case)  # slow to make, and as a rule no case is read for its card


def make_ready() -> None:
    """Make what the first case needs that is read for its card."""
    _case_decoder()


def quick_card(case: Row, number: int, file: str) -> Card:
    """The card of a case that we wrote. Unknown fields are dropped: no card shows them.

    Raises BrokenBook, which names a case that cannot be read.
    """
    return card_of(quick_case(case, number, file))


def quick_case(case: Row, number: int, file: str) -> Case:
    """A case that we wrote, without its unknown fields. Raises BrokenBook."""
    try:
        return _case_decoder().decode(case.raw)
    except (ValueError, RecursionError):
        return read_case(case, number, file)
