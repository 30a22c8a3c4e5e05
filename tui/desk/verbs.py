"""What every part of the desk has: the office, and the word that something has changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from tui.cases.card import Card, card_of
from tui.cases.case import Case
from tui.desk.office import Office
from tui.store.contract import Change

T = TypeVar("T")


class Verbs:
    """A part of the desk.

    A verb that changes something does it wholly or not at all, and tells `changed`.
    """

    def __init__(self, office: Office) -> None:
        self._office = office
        self.changed: Callable[[], None] = lambda: None
        self._opened: Change | None = None  # cases, where that was done last here

    def case(self, case_id: int) -> Case:
        """The case as it is stored. Raises NotFound."""
        return self._office.store.get(case_id)

    def card(self, case_id: int) -> Card:
        """The case in brief, as it is stored. Raises NotFound."""
        return self._office.store.cards.get(case_id) or card_of(self.case(case_id))

    def _done(self, result: T) -> T:
        self._opened = None
        self.changed()
        return result
