"""What a reply offers to be recorded, as fields of an event. The person takes it, or not."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.cases.case import Case
from tui.cases.numbers import bare, known_numbers
from tui.cases.words import EventKind
from tui.desk.amounts import money_text
from tui.mail.fact import Fact, FactKind
from tui.mail.facts import facts_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.deadlines.calendars import Calendar
    from tui.desk.office import Office

_MONTH_FIRST = frozenset({"US"})  # where 12/05 is in December
_FURTHEST = timedelta(days=400)  # no working day that is counted is further away

# What is only told, and fills no field, is not among them.
_FIELDS = {
    FactKind.NUMBER: "reference",
    FactKind.PROMISE: "promise",
    FactKind.NOT_BEFORE: "next_contact",
    FactKind.AMOUNT: "refund",
    FactKind.REQUEST: "due",
    FactKind.FINAL: "final",
}


class Offer(Struct, frozen=True):
    """A fact, and the field of an event with the text that it would hold; empty for none."""

    fact: Fact
    field: str = ""
    value: str = ""


def offers_in(
    office: Office, case: Case, text: str, told_at: datetime | None = None, subject: str = ""
) -> tuple[Offer, ...]:
    """The offers of a text of theirs. `told_at`: when they wrote it, now if nobody knows."""
    calendar = office.calendar(case)
    facts = facts_in(
        text,
        told_at=told_at or office.now(case),
        day_first=calendar.id.partition("-")[0] not in _MONTH_FIRST,
        working=_working(calendar),
        subject=subject,
        mine=[number for _, number in known_numbers(case)],
    )
    known = {number for _, number in known_numbers(case)}
    return tuple(_offer(fact) for fact in facts if bare(fact.number) not in known)


def numbers_in_receipts(office: Office, case: Case) -> tuple[str, ...]:
    """Numbers that automatic replies in a case name, and that nobody recorded."""
    offers = (
        offer
        for event in case.timeline
        if event.automatic and event.kind is EventKind.RECEIVED and event.text
        for offer in offers_in(office, case, event.text, event.at)
    )
    return tuple(dict.fromkeys(o.value for o in offers if o.fact.kind is FactKind.NUMBER))


def _offer(fact: Fact) -> Offer:
    value = _value(fact)
    return Offer(fact, _FIELDS.get(fact.kind, "") if value else "", value)


def _value(fact: Fact) -> str:
    if fact.kind is FactKind.FINAL:
        return "yes"
    if fact.money:
        return money_text(fact.money)
    return str(fact.day) if fact.day else fact.number


def _working(calendar: Calendar) -> Callable[[date, int], date]:
    """The n-th working day after a day."""

    def nth(day: date, count: int) -> date:
        last = day + _FURTHEST
        while count > 0 and day < last:
            day += timedelta(days=1)
            count -= calendar.is_working(day)
        return day

    return nth
