"""The person's own rules: what the files of their folder say, and what that changes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from msgspec.structs import replace

from tui.cases.sentence import say
from tui.deadlines.rule import Fact
from tui.playbooks.own_files import Stamp, text_of
from tui.playbooks.rule_making import Version, checked_fact, checked_rule, in_order
from tui.playbooks.rule_reading import RuleFile, Told, read_own

# Where one of these differs, the sources of the rule no longer say what is counted.
_COUNTED = frozenset(
    {
        *("owner", "period", "starts_on", "counting", "roll", "extended_to", "opens_after"),
        *("bound", "must_arrive", "combine", "parts", "owes"),
    }
)
# And where one of these does, its worked examples no longer come out.
_WORKED = _COUNTED | {"calendar", "hours", "zone"}


@lru_cache(maxsize=16)
def own_rules(stamps: tuple[Stamp, ...]) -> RuleFile:
    """What all the files say together, read once for each state of them.

    Raises BadInput for a file that cannot be read or is faulty, and for two of them that say
    something of the same rule, fact, meter or day.
    """
    rules: dict[str, tuple[Told, ...]] = {}
    facts: dict[str, Told] = {}
    meters: dict[str, Told] = {}
    days: dict[tuple[str, date], Told] = {}
    for stamp in stamps:
        told = read_own(text_of(stamp.file), stamp.file.name)
        for rule_id, versions in told.rules.items():
            _told_once(rules.get(rule_id, ()), versions[0])
            rules[rule_id] = versions
        for known, told_of in ((facts, told.facts), (meters, told.meters)):
            for some_id, one in told_of.items():
                _told_once([known[some_id]] if some_id in known else [], one)
                known[some_id] = one
        for day in told.days:
            key = day.fields["calendar"], day.fields["date"]
            _told_once([days[key]] if key in days else [], day)
            days[key] = day
    return RuleFile(rules, facts, tuple(days.values()), meters)


def with_newest_changed(versions: tuple[Version, ...], told: Told) -> tuple[Version, ...]:
    """The versions of a shipped rule, of which the newest is as the person tells it.

    Only the newest: what held before a law changed still counts for what happened then, and a
    person writes what holds for them now. Another history can be told whole, as a list of
    versions. Where what is counted differs, the sources do not say it: the rule is then the
    person's own and has no sources, unless they give its certainty and its sources.

    Raises BadInput where the fields contradict those that ship.
    """
    rule, _ = versions[-1]
    fields = _merged(told, {"titles": rule.titles, "notes": rule.notes, "cites": rule.cites})
    if _COUNTED & fields.keys():
        fields = {"certainty": "own", "sources": ()} | fields
    if _WORKED & fields.keys():
        fields = {"examples": ()} | fields
    changed = checked_rule(replace(rule, file=told.file, **fields), told.table)
    return in_order((*versions[:-1], (changed, told.table)))


def changed_fact(fact: Fact, told: Told) -> Fact:
    """A shipped fact with what the person tells otherwise. Raises BadInput."""
    fields = _merged(told, {"titles": fact.titles, "texts": fact.texts})
    return checked_fact(replace(fact, file=told.file, **fields), told.table)


def _merged(told: Told, texts: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """The fields told, with the languages of a text that they do not tell."""
    given = {name: {**texts[name], **told.fields[name]} for name in texts.keys() & told.fields}
    return {**told.fields, **given}


def _told_once(known: tuple[Told, ...] | list[Told], told: Told) -> None:
    for other in known:
        file = other.table.file
        raise told.table.wrong("id", say("{other} says something of it, too", other=file))
