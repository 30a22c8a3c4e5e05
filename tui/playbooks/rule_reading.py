"""Rules, facts and own days from TOML, with every field checked.

A file that ships tells whole rules. A file of the person's may tell only the fields that
differ, so what a file says is kept as told, and made into rules where all is at hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct, field

from tui.cases.sentence import say
from tui.playbooks.field_readers import Reader, is_id
from tui.playbooks.meter_fields import OWN_METER, SHIPPED_METER, SHIPPED_METER_NEEDS
from tui.playbooks.rule_fields import (
    OWN_DAY,
    OWN_FACT,
    OWN_RULE,
    SHIPPED_FACT,
    SHIPPED_RULE,
    read_fields,
)
from tui.playbooks.tables import Table, load_toml

OWN_FACT_NEEDS = ("title", "text", "certainty")
SHIPPED_FACT_NEEDS = (*OWN_FACT_NEEDS, "effective_from", "review_by", "source")
OWN_RULE_NEEDS = ("title", "owner", "period", "starts_on", "certainty")
SHIPPED_RULE_NEEDS = (
    *("title", "owner", "period", "starts_on", "counting", "calendar", "roll"),
    *("effective_from", "review_by", "certainty", "source", "example"),
)
_SHIPPED_NEEDS = {
    "rule": SHIPPED_RULE_NEEDS,
    "fact": SHIPPED_FACT_NEEDS,
    "meter": SHIPPED_METER_NEEDS,
}
_DAY_NEEDS = ("calendar", "date", "works")
_SHIPPED_TOPS = frozenset({"rule", "fact", "meter"})
_OWN_TOPS = _SHIPPED_TOPS | {"day"}


class Told(Struct, frozen=True):
    """What one table says of a rule, a fact or a day: the `fields` that stand in it.

    `listed`: it is one of the versions of a list, `[[rule."..."]]`.
    """

    table: Table
    fields: Mapping[str, Any]
    own: bool
    listed: bool = False

    @property
    def file(self) -> str:
        """The person's file; empty for what ships."""
        return self.table.file if self.own else ""


class RuleFile(Struct, frozen=True):
    """What a file says, by id: versions of rules, facts, meters. `days` in the file's order."""

    rules: Mapping[str, tuple[Told, ...]] = field(default_factory=dict)
    facts: Mapping[str, Told] = field(default_factory=dict)
    days: tuple[Told, ...] = ()
    meters: Mapping[str, Told] = field(default_factory=dict)


def read_shipped(text: str, file: str) -> RuleFile:
    """The rules and facts of `file`, "ru.toml", whose ids all begin with "ru.".

    Raises BadInput, which names the file, the rule or fact, and the field that is wrong.
    """
    told = _read(text, file, _SHIPPED_TOPS, SHIPPED_RULE, SHIPPED_FACT)
    segment = file.removesuffix(".toml") + "."
    versions = [version for rule in told.rules.values() for version in rule]
    for each in (*versions, *told.facts.values(), *told.meters.values()):
        if not each.table.name.startswith(segment):
            raise each.table.wrong("id", say("must begin with “{segment}”", segment=segment))
        each.table.needs(_SHIPPED_NEEDS[each.table.kind])
    return told


def read_own(text: str, file: str) -> RuleFile:
    """What a file of the person's says. Raises BadInput as `read_shipped` does."""
    return _read(text, file, _OWN_TOPS, OWN_RULE, OWN_FACT)


def _read(
    text: str,
    file: str,
    tops: frozenset[str],
    rule: Mapping[str, Reader],
    fact: Mapping[str, Reader],
) -> RuleFile:
    whole = Table(load_toml(text, file), file)
    whole.only(tops)
    own = tops is _OWN_TOPS
    rules = {
        rule_id: tuple(
            Told(table, read_fields(table, rule), own, listed=isinstance(entry, list))
            for table in _tables(entry, file, "rule", rule_id)
        )
        for rule_id, entry in _entries(whole, "rule")
    }
    facts = _told_once(whole, "fact", fact, own)
    meters = _told_once(whole, "meter", OWN_METER if own else SHIPPED_METER, own)
    return RuleFile(rules, facts, _own_days(whole) if "day" in whole.plain else (), meters)


def _told_once(
    whole: Table, kind: str, readers: Mapping[str, Reader], own: bool
) -> dict[str, Told]:
    """What has no versions, by id."""
    return {
        some_id: Told(table, read_fields(table, readers), own)
        for some_id, entry in _entries(whole, kind)
        for table in _tables([entry], whole.file, kind, some_id)
    }


def _entries(whole: Table, top: str) -> list[tuple[str, Any]]:
    """What stands under `rule` or `fact`, by id."""
    if top not in whole.plain:
        return []
    entries = whole.table(top).plain
    for name in entries:
        if not is_id(name):
            # [rule.ru.zpp.22] without quotes is a table in a table in a table.
            problem = say('must be an id in quotes, such as [{top}."ru.zpp.22"]', top=top)
            raise Table({}, whole.file, top, name).wrong("id", problem)
    return list(entries.items())


def _tables(entry: Any, file: str, kind: str, name: str) -> list[Table]:
    listed = entry if isinstance(entry, list) else [entry]
    tables = [Table(plain, file, kind, name) for plain in listed if isinstance(plain, dict)]
    if not tables or len(tables) < len(listed):
        raise Table({}, file, kind, name).wrong("id", say("must be a table"))
    return tables


def _own_days(whole: Table) -> tuple[Told, ...]:
    listed = enumerate(whole.tables("day"), 1)
    return tuple(_own_day(plain, whole.file, place) for place, plain in listed)


def _own_day(plain: dict[str, Any], file: str, place: int) -> Told:
    written = plain.get("date")
    name = str(written) if isinstance(written, str | date) else str(place)
    table = Table(plain, file, "day", name)
    table.needs(_DAY_NEEDS)
    fields = read_fields(table, OWN_DAY)
    if not fields["works"]:
        table.needs(("name",))  # a day off is told by its name
    return Told(table, fields, own=True)
