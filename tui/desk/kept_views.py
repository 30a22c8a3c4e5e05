"""What was made of cards, kept for as long as neither the card nor the day is another.

A board of ten thousand cases is filtered anew with every letter that is typed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from tui.cases.card import Card


class KeptViews:
    """What `make` made of a card on a day, by the number of the case."""

    def __init__(self) -> None:
        self._kept: dict[int, tuple[Card, date, Any]] = {}

    def of(self, card: Card, day: date, make: Callable[[Card, date], Any]) -> Any:
        """What was made of this very card on that day; `make` is the same each time."""
        kept = self._kept.get(card.id)
        if kept is None or kept[0] is not card or kept[1] != day:
            kept = self._kept[card.id] = (card, day, make(card, day))
        return kept[2]
