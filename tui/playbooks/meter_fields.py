"""What may stand in the table of a meter."""

from __future__ import annotations

import re
from decimal import Decimal

from tui.cases.sentence import say
from tui.deadlines.meter import Base, MeterExample, Per
from tui.playbooks.field_readers import Reader, day, ids, one_of, some_texts, word
from tui.playbooks.rule_fields import (
    OWN_CERTAINTIES,
    SHIPPED_CERTAINTIES,
    read_fields,
    read_sources,
)
from tui.playbooks.tables import Table

OWN_METER_NEEDS = ("title", "rate", "per", "certainty")
SHIPPED_METER_NEEDS = (*OWN_METER_NEEDS, "base", "review_by", "source", "example")

_RATE = re.compile(r"([0-9]{1,4}(?:\.[0-9]{1,6})?) ?%")
_AMOUNT = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,3})?")
_CURRENCY = re.compile(r"[A-Z]{3}")


def _rate(table: Table, field: str) -> Decimal:
    """Percent, as a text: “0.5%”. A number of TOML would not be exact."""
    found = _RATE.fullmatch(table.string(field).strip())
    if not found or not Decimal(found[1]):
        raise table.wrong(field, say("must be a share such as “0.5%”"))
    return Decimal(found[1])


def _amount(table: Table, field: str) -> str:
    value = table.string(field)
    if not _AMOUNT.fullmatch(value):
        raise table.wrong(field, say("must be an amount such as “12490.50”"))
    return value


def _currency(table: Table, field: str) -> str:
    value = table.string(field)
    if not _CURRENCY.fullmatch(value):
        raise table.wrong(field, say("must be a currency such as RUB"))
    return value


def _examples(table: Table, field: str) -> tuple[MeterExample, ...]:
    return tuple(_example(part) for part in table.parts(field))


def _example(table: Table) -> MeterExample:
    table.needs(("first", "last", "price", "amount"))
    return MeterExample(**read_fields(table, _EXAMPLE))


_EXAMPLE: dict[str, Reader] = {
    **dict.fromkeys(("first", "last"), day),
    **dict.fromkeys(("price", "amount", "at_most"), _amount),
    "currency": _currency,
}
SHIPPED_METER: dict[str, Reader] = {
    "title": Table.texts,
    "note": Table.texts,
    "rate": _rate,
    "per": word(Per),
    **dict.fromkeys(("base", "cap"), word(Base)),
    "cap_from": day,
    **dict.fromkeys(("for_rules", "basis"), ids),
    "review_by": day,
    "certainty": one_of(SHIPPED_CERTAINTIES),
    "source": read_sources,
    "example": _examples,
}
OWN_METER = SHIPPED_METER | {
    **dict.fromkeys(("title", "note"), some_texts),
    "certainty": one_of(OWN_CERTAINTIES),
    "confirmed": Table.flag,
}
