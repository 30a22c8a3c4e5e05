"""The cards that lie beside the cases; one that cannot be used is made anew from its case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from tui.cases.card import Card
from tui.store.cards import SHAPE, is_card, keep_card, quick_card
from tui.store.engine import Engine, KeptCard
from tui.store.names import CASES

Found: TypeAlias = Card | KeptCard


class KeptCards:
    """`stale`: those that were made anew, to be kept with the next change."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.stale: dict[int, KeptCard] = {}

    def one(self, number: int) -> Found | None:
        """The card of a case; None where there is none."""
        kept = self._engine.card(number)
        return kept and self.usable(kept)

    def all(self) -> Iterator[Found]:
        """Those of all cases, by number."""
        return filter(None, map(self.usable, self._engine.cards()))

    def having(self, piece: bytes) -> Iterator[Found]:
        """Those in which this piece may stand, by number."""
        return filter(None, map(self.usable, self._engine.cards_having(piece, SHAPE)))

    def usable(self, kept: KeptCard) -> Found | None:
        """What counts for that case; None where it was taken away."""
        return kept if is_card(kept) else self._anew(kept)

    def _anew(self, kept: KeptCard) -> Card | None:
        row = None if kept.card is None else self._engine.row(CASES, kept.number)
        if row is None:
            return None
        card = quick_card(row, kept.number, self._engine.name)
        self.stale[card.id] = keep_card(card, kept.number, row)
        return card
