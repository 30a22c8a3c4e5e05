"""What may stand in the table of a rule, a fact or a day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tui.cases.sentence import say
from tui.cases.words import Owes, Owner
from tui.deadlines.rule import Bound, Combine, Counting, Example, Part, Roll, Source, StartsOn
from tui.playbooks.field_readers import (
    Reader,
    also,
    an_id,
    calendar,
    day,
    day_or_moment,
    day_or_unknown,
    hours,
    ids,
    minutes,
    one_of,
    own_calendar,
    problems,
    quote,
    some_texts,
    word,
    zone,
)
from tui.playbooks.tables import Table

SHIPPED_CERTAINTIES = ("A", "B", "C", "X")
OWN_CERTAINTIES = (*SHIPPED_CERTAINTIES, "practice", "own")
SOURCE_KINDS = ("law", "regulator", "legal_db", "law_firm", "news", "company", "practice")
EXPECTED = ("due", "late_after", "act_by", "raw_end", "opens")


def read_fields(table: Table, readers: Mapping[str, Reader]) -> dict[str, Any]:
    """The fields that stand in the table, by the names that they have in `Rule` or `Fact`."""
    table.only(frozenset(readers))
    return {
        _IN_CODE.get(field, field): read(table, field)
        for field, read in readers.items()
        if field in table.plain
    }


def _parts(table: Table, field: str) -> tuple[Part, ...]:
    return tuple(_part(part) for part in table.parts(field))


def _part(table: Table) -> Part:
    table.needs(("starts_on", "period"))
    return Part(**read_fields(table, _PART))


def read_sources(table: Table, field: str) -> tuple[Source, ...]:
    return tuple(_source(part) for part in table.parts(field))


def _source(table: Table) -> Source:
    table.needs(("address", "kind", "seen_on"))
    return Source(**read_fields(table, _SOURCE))


def _examples(table: Table, field: str) -> tuple[Example, ...]:
    return tuple(_example(part) for part in table.parts(field))


def _example(table: Table) -> Example:
    table.needs(("start",))
    fields = read_fields(table, _EXAMPLE)
    expected = {name: fields.pop(name) for name in EXPECTED if name in fields}
    if not expected:
        raise table.wrong("due", say("is missing"))
    return Example(expected=expected, **fields)


_IN_CODE = {
    "title": "titles",
    "text": "texts",
    "cite": "cites",
    "note": "notes",
    "part": "parts",
    "source": "sources",
    "example": "examples",
}
_PART: dict[str, Reader] = {"starts_on": word(StartsOn), "period": Table.period}
_SOURCE: dict[str, Reader] = {
    "address": Table.filled,
    "kind": one_of(SOURCE_KINDS),
    "seen_on": day,
    "where": Table.filled,
    "dated": day,
    "quote": quote,
}
_EXAMPLE: dict[str, Reader] = {
    "start": day_or_moment,
    **dict.fromkeys(EXPECTED, day_or_moment),
    "extended": Table.flag,
    "country": own_calendar,
    "also": also,
    "hours": hours,
    "zone": zone,
    "eve": minutes,
}
SHIPPED_FACT: dict[str, Reader] = {
    "title": Table.texts,
    "text": Table.texts,
    "effective_from": day_or_unknown,
    "effective_to": day,
    "review_by": day,
    "certainty": one_of(SHIPPED_CERTAINTIES),
    "source": read_sources,
}
OWN_FACT = SHIPPED_FACT | {
    "title": some_texts,
    "text": some_texts,
    "certainty": one_of(OWN_CERTAINTIES),
}
SHIPPED_RULE: dict[str, Reader] = {
    "title": Table.texts,
    "note": Table.texts,
    "owner": word(Owner),
    "period": Table.period,
    "starts_on": word(StartsOn),
    "owes": word(Owes),
    "then": an_id,
    "counting": word(Counting),
    "calendar": calendar,
    "roll": word(Roll),
    **dict.fromkeys(("extended_to", "assume", "opens_after"), Table.period),
    "bound": word(Bound),
    "must_arrive": Table.flag,
    "combine": word(Combine),
    "part": _parts,
    "hours": hours,
    "zone": zone,
    "basis": ids,
    "cite": Table.texts,
    "cite_for": problems,
    "effective_from": day_or_unknown,
    "effective_to": day,
    "review_by": day,
    "certainty": one_of(SHIPPED_CERTAINTIES),
    "source": read_sources,
    "example": _examples,
}
OWN_RULE = SHIPPED_RULE | {
    "title": some_texts,
    "note": some_texts,
    "cite": some_texts,
    "certainty": one_of(OWN_CERTAINTIES),
    "confirmed": Table.flag,
}
OWN_DAY: dict[str, Reader] = {
    "calendar": own_calendar,
    "date": day,
    "works": Table.flag,
    "name": Table.filled,
}
