"""Which number the case has that is known everywhere by its uid."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.cases.card import Card
    from tui.store.all_cards import Cards


class KnownUids:
    """Remembers what was looked up; what is not in the book is sought again when that changes."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._gone: set[str] = set()
        self._version = -1

    def card(self, uid: str, cards: Cards) -> Card | None:
        """The card of that case; None where it is not in the book."""
        found = cards.get(self._numbers.get(uid, 0))
        if found is not None and found.uid == uid:
            return found
        if self._version != cards.version:
            self._gone.clear()
            self._version = cards.version
        if uid in self._gone:
            return None
        found = next((card for card in cards.mentioning(uid) if card.uid == uid), None)
        if found is None:
            self._gone.add(uid)
        else:
            self._numbers[uid] = found.id
        return found
