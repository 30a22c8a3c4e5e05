"""By what lists are ordered: the deadline that presses, or how urgent a case is."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from tui.cases.card import Card
from tui.desk.cases.linked import blocking
from tui.desk.office import Office
from tui.desk.views import CardView


class Order(StrEnum):
    """The order of the cards on the board; the value stands in config.toml."""

    DUE = "due"
    URGENCY = "urgency"


def order_of(office: Office) -> Order:
    """The order that is set."""
    return Order(office.settings.config.order)


def points(office: Office, card: Card, day: date) -> int:
    """How urgent a case is on the company's day."""
    from tui.advice.figures.urgency import points_of  # for who orders by it

    blocked = bool(card.links and blocking(office, card))
    return points_of(card, day, blocked=blocked)


def waits(office: Office, views: list[CardView]) -> dict[int, tuple[int, ...]]:
    """The open cases that each waits for, by its number."""
    found = ((v.id, blocking(office, v.card)) for v in views if v.card.links)
    return {number: others for number, others in found if others}
