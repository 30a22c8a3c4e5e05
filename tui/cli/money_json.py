"""The money and the promises of a case as JSON values: sums as decimal strings, dates ISO."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from tui.cases.record import to_plain

if TYPE_CHECKING:
    from tui.cases.money import Money
    from tui.cases.promises import Promise
    from tui.desk.ladder.money import MoneyView
    from tui.playbooks.meters import Running


def of_money(view: MoneyView) -> dict[str, Any]:
    """What came back, one sum for each currency, and the meters."""
    return {"refunded": list(map(to_plain, view.back)), "meters": list(map(of_meter, view.meters))}


def of_promises(promises: Iterable[Promise]) -> list[dict[str, Any]]:
    """Every promise, by the day on which it was made."""
    return [
        {
            "event": promise.event,
            "made_on": promise.made_on,
            "due": promise.due,
            "state": promise.state,
            "agent": promise.agent,
            "channel": promise.channel,
            "text": promise.text,
            "party": promise.party,
        }
        for promise in promises
    ]


def of_meter(running: Running) -> dict[str, Any]:
    """A meter with its working; of one that is off, or has no price, without sums."""
    meter, reading = running.meter, running.reading
    told = {
        "id": meter.id,
        "title": dict(meter.titles),
        "off": not meter.is_on,
        "late_since": running.late_since,
        "ended": running.ended,
        "rate": str(meter.rate),
        "per": meter.per,
        "certainty": meter.certainty,
        "cap_from": meter.cap_from,
        "amount": _sum(reading.amount) if reading else None,
    }
    if reading is None:
        return told
    return told | {
        "first": reading.first,
        "last": reading.last,
        "days": reading.days,
        "price": _sum(reading.price),
        "raw": _sum(reading.raw),
        "capped": reading.capped,
        "at_most": _sum(reading.at_most) if reading.at_most else None,
    }


def _sum(money: Money) -> dict[str, Any]:
    return to_plain(money)
