"""What is at stake in a case, what came back, and what the delay costs them by today."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from tui.cases.case import Case
from tui.cases.errors import BadInput, UpheldError
from tui.cases.money import Money, summed
from tui.deadlines.meter import read_meter
from tui.deadlines.typed import parse_day
from tui.desk.amounts import money_of
from tui.desk.office import Office
from tui.playbooks.meters import Running, missed_rules, running, switched_on

MOST_CONTENT = 5
_NAMES_CURRENCY = re.compile(r"[^\d\s.,'’+-]")


class MoneyView(Struct, frozen=True):
    """The money of a case: `back` is one sum for each currency, `meters` what runs or ran."""

    at_stake: Money | None = None
    back: tuple[Money, ...] = ()
    meters: tuple[Running, ...] = ()


def money_view(office: Office, case: Case, today: date) -> MoneyView:
    """The money of a case on `today`, the company's day."""
    return MoneyView(case.amount, summed(case.refunds), meters_of(office, case, today))


def meters_of(office: Office, case: Case, today: date) -> tuple[Running, ...]:
    """The penalties and interest of a case; none while a file of the person's is faulty."""
    rules = missed_rules(case, today)
    if not rules:
        return ()  # nearly always: then no law is read
    try:
        return running(case, office.law.meters(rules), today)
    except UpheldError:
        return ()


def calc_meter(office: Office, start: str, meter_id: str, amount: str, country: str) -> Running:
    """A meter without a case: from the first day of a delay until today, of an amount.

    Raises NotFound and BadInput, each of which says what to write instead.
    """
    meter = switched_on(office.law.meters(), meter_id)
    where = country or office.settings.config.country
    price = money_of(amount, where)
    first = parse_day(start, office.today(), office.law.calendar(where))
    reading = read_meter(meter, price, first, office.today()) if price else None
    if reading is None:
        raise BadInput(
            "Nothing has grown by today: {day} lies ahead, or the amount is none.", day=first
        )
    return Running(meter, first, reading)


def typed_end(case: Case, given: Mapping[str, str]) -> dict[str, Any]:
    """Money back and how content I was, from what was typed. Raises BadInput."""
    return {
        "refund": _refund(case, given.get("refund", "")),
        "satisfaction": _satisfaction(given.get("satisfaction", "")),
    }


def _refund(case: Case, text: str) -> Money | None:
    """Where no currency is typed, it is that of the amount at stake."""
    if text and case.amount and not _NAMES_CURRENCY.search(text):
        text = f"{text} {case.amount.currency}"
    return money_of(text, case.country)


def _satisfaction(text: str) -> int | None:
    if not text:
        return None
    if text not in set(map(str, range(1, MOST_CONTENT + 1))):
        raise BadInput("Say how content you are, from 1 (not at all) to 5 (wholly).")
    return int(text)
