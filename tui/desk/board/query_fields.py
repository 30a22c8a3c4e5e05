"""What a query may ask of a case: `company:`, `stage:`, `tag:`, `is:`, `due`, `amount` and more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tui.cases.card import Card
from tui.cases.errors import BadInput, NotFound
from tui.cases.words import Stage
from tui.desk.amounts import amount_of
from tui.desk.board.query_names import SAME_FIELD, told
from tui.desk.board.query_states import UNLINKED, Linked, Test, stage, state
from tui.desk.board.query_times import DAYS_AGO, DAYS_AHEAD, compared_amount, compared_day
from tui.desk.ladder.pressing import acts_on, pressing
from tui.store.query_parts import Part


def field_of(part: Part) -> str:
    """The field that a part asks of; empty where there is none of that name."""
    name = SAME_FIELD.get(part.field, part.field)
    return name if name in FIELDS else ""


def test_of(part: Part, linked: Linked) -> Test | None:
    """What a part asks of a card; None while its value is not typed yet.

    Raises BadInput where nothing could ever be so.
    """
    name, value = field_of(part), part.value.strip()
    if not value:
        return None
    if name not in _COMPARED and part.sign not in ":=":
        raise BadInput(
            "“{typed}” compares nothing: write {name}:…",
            typed=part.typed,
            name=told(name, SAME_FIELD),
        )
    if name in _OF_LINKS:
        return _OF_LINKS[name](value, linked)
    return FIELDS[name](part.sign, value)


def _company(_: str, value: str) -> Test:
    low = value.casefold()
    return lambda card, _: low in card.company.casefold()


def _tag(_: str, value: str) -> Test:
    low = value.casefold()
    return lambda card, _: any(low == tag.casefold() for tag in card.tags)


def _link(_: str, value: str, linked: Linked = UNLINKED) -> Test:
    """Cases that are linked with the one of that number."""
    digits = value.removeprefix("#")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST):
        raise BadInput(
            "“{name}:{value}” is no number of a case: write {name}:12.",
            name=told("link", SAME_FIELD),
            value=value,
        )
    try:
        numbers = linked.with_case(int(digits))
    except NotFound as gone:
        raise BadInput(gone.sentence) from gone
    return lambda card, _: card.id in numbers


def _ladder(_: str, value: str) -> Test:
    low = value.casefold()
    return lambda card, _: card.playbook.casefold().startswith(low)


def _due(sign: str, value: str) -> Test:
    """By the deadline that presses, the day that its card names or the first safe one; a case
    without one, or whose clock stands still, is not so."""
    is_so = compared_day(sign, value, DAYS_AHEAD)

    def test(card: Card, today: date) -> bool:
        by = None if card.stage is Stage.CLOSED else pressing(card, today)
        if by is None or by.paused_on:
            return False
        return any(is_so(day, today) for day in {acts_on(by), by.shown_on(today)})

    return test


def _opened(sign: str, value: str) -> Test:
    is_so = compared_day(sign, value, DAYS_AGO)
    return lambda card, today: card.opened_on is not None and is_so(card.opened_on, today)


def _amount(sign: str, value: str) -> Test:
    """In any currency, unless one is named."""
    than, currency = amount_of(value)
    is_so = compared_amount(sign, than)
    return lambda card, _: (
        card.amount is not None
        and (not currency or card.amount.currency == currency)
        and is_so(card.amount.value)
    )


FIELDS: dict[str, Callable[[str, str], Test]] = {
    "company": _company,
    "stage": stage,
    "tag": _tag,
    "is": state,
    "due": _due,
    "amount": _amount,
    "ladder": _ladder,
    "opened": _opened,
    "link": _link,
}
_OF_LINKS: dict[str, Callable[[str, Linked], Test]] = {
    "is": lambda value, linked: state("", value, linked),
    "link": lambda value, linked: _link("", value, linked),
}
_LONGEST = 9  # digits of the number of a case
_COMPARED = ("due", "amount", "opened")
