"""A text of theirs to read, and what it offers: digits take it into the record."""

from __future__ import annotations

from functools import partialmethod
from typing import TYPE_CHECKING

from tui.cases.words import EventKind
from tui.mail.fact import FactKind
from tui.screens.reading import ReadingPage

if TYPE_CHECKING:
    from tui.cases.event import Event
    from tui.desk.mail.offers import Offer

_MOST = 9  # offers that have a key
DIGITS = tuple(f"fact_{number}" for number in range(1, _MOST + 1))
"""The commands of the digits, for the KEYS of a screen."""

# What a fact that was taken says of what happened, as a row of the next screen; the first wins.
_LIKELY = {
    FactKind.FINAL: "refused/final",
    FactKind.REFUSAL: "refused/",
    FactKind.REQUEST: "asked/",
    FactKind.PROMISE: "promise/",
}


class OfferedPage(ReadingPage):
    """A subclass puts what is offered into `offers` in `reload`, and shows it in `show_again`.

    `taken`: the offers that were taken, by their digit.
    """

    offers: tuple[Offer, ...] = ()
    taken: frozenset[int] = frozenset()

    def show_again(self) -> None:
        """Show what was read, with what is taken of it now: nothing is asked anew."""

    def _fact(self, digit: int) -> None:
        """Take what it offers, or leave it again."""
        if digit > len(self.offers):
            return
        offer = self.offers[digit - 1]
        if not offer.field and offer.fact.kind not in _LIKELY:
            self.tell(self.words.t("That fills no field: it is for you to know."))
            return
        if offer.field:  # of two amounts or days that fill the same field one is meant
            fields = ((n, other.field) for n, other in enumerate(self.offers, 1))
            self.taken -= {n for n, field in fields if field == offer.field and n != digit}
        self.taken ^= {digit}
        self.show_again()

    action_fact_1 = partialmethod(_fact, 1)
    action_fact_2 = partialmethod(_fact, 2)
    action_fact_3 = partialmethod(_fact, 3)
    action_fact_4 = partialmethod(_fact, 4)
    action_fact_5 = partialmethod(_fact, 5)
    action_fact_6 = partialmethod(_fact, 6)
    action_fact_7 = partialmethod(_fact, 7)
    action_fact_8 = partialmethod(_fact, 8)
    action_fact_9 = partialmethod(_fact, 9)

    def told(self) -> dict[str, str]:
        """What was taken, by the field of an event that it fills."""
        chosen = (self.offers[digit - 1] for digit in sorted(self.taken))
        return {offer.field: offer.value for offer in chosen if offer.field}

    def record(self, case_id: int, event: Event) -> None:
        """Say what a message of theirs was; when it came and what was taken stand in the form,
        and what was taken chooses what it was.
        """
        told = {"channel": event.channel or "", "at": f"{event.at:%Y-%m-%d %H:%M}", **self.told()}
        if event.mail or event.kind is EventKind.RECEIVED:
            told["judges"] = str(event.id)
        kinds = {self.offers[digit - 1].fact.kind for digit in self.taken}
        likely = next((row for kind, row in _LIKELY.items() if kind in kinds), "")
        self.go("record", case_id=case_id, told=told, likely=likely)
