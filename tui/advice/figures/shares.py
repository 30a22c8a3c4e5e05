"""A dispute with several companies, as it stands with each of them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from tui.cases.card import Card
from tui.cases.figures import Figures, Share
from tui.cases.money import summed


def cards_by_company(card: Card) -> Iterator[Card]:
    """The card once for each company to which something was sent, with what it did alone.

    The outcome is that of the company that I had written to last. What came back from another
    is no longer at stake, and no merit of this one.
    """
    shares = card.figures.shares
    for share in shares:
        others = summed(one for other in shares if other is not share for one in other.back)
        yield replace(
            card,
            company=share.company,
            outcome=card.outcome if share.ended else None,
            deadlines=tuple(d for d in card.deadlines if d.party in share.roles),
            broken_promises=share.broken,
            figures=replace(_figures(share), elsewhere=others),
        )


def _figures(share: Share) -> Figures:
    return Figures(
        asked_on=share.asked_on,
        answered_on=share.answered_on,
        kept=share.kept,
        back=share.back,
        satisfaction=share.satisfaction,
    )
