"""Rules, facts, meters and playbooks as JSON values: texts by language, dates ISO."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import fields

from tui.deadlines.meter import Meter
from tui.deadlines.period import Period
from tui.deadlines.rule import Fact, Rule
from tui.desk.lawbook import Entry, LawBook
from tui.playbooks.playbook import Playbook

# As the rule files call them.
_NAMES = {"titles": "title", "notes": "note", "texts": "text"}


def of_book(book: LawBook) -> list[dict[str, Any]]:
    """Each version of a rule, then the facts, the meters and the playbooks."""
    rules = [_of_rule(rule) for rule in book.rules]
    facts = [_of_fact(fact) for fact in book.facts]
    meters = [_of_meter(meter) for meter in book.meters]
    return [*rules, *facts, *meters, *(_of_playbook(one) for one in book.playbooks)]


def of_entry(entry: Entry) -> list[dict[str, Any]]:
    """What one id stands for: the rule (oldest version first), the fact, meter, playbook."""
    facts = [_of_fact(entry.fact)] if entry.fact else []
    playbooks = [_of_playbook(entry.playbook)] if entry.playbook else []
    meters = [_of_meter(entry.meter)] if entry.meter else []
    return [*map(_of_rule, entry.versions), *facts, *meters, *playbooks]


def _of_rule(rule: Rule) -> dict[str, Any]:
    return {"kind": "rule", "off": not rule.is_on, **_plain(rule)}


def _of_fact(fact: Fact) -> dict[str, Any]:
    return {"kind": "fact", **_plain(fact)}


def _of_meter(meter: Meter) -> dict[str, Any]:
    return {"kind": "meter", "off": not meter.is_on, **_plain(meter)}


def _of_playbook(playbook: Playbook) -> dict[str, Any]:
    return {"kind": "playbook", **_plain(playbook)}


def _plain(value: Any) -> Any:
    if isinstance(value, Period):
        return str(value)
    if isinstance(value, Struct):
        return {
            _NAMES.get(one.name, one.name): _plain(getattr(value, one.name))
            for one in fields(value)
        }
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, frozenset):
        return sorted(value)
    return [_plain(one) for one in value] if isinstance(value, tuple) else value
