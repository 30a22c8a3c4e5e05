"""Rules, facts and own days from what a file says of them, checked as wholes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise
from typing import Any, TypeAlias

from tui.cases.sentence import say
from tui.cases.words import Owes, Owner
from tui.deadlines.own_days import OwnDay
from tui.deadlines.rule import Bound, Fact, Rule
from tui.playbooks.rule_reading import OWN_FACT_NEEDS, OWN_RULE_NEEDS, Told
from tui.playbooks.steps import LANGUAGES
from tui.playbooks.tables import Table

Version: TypeAlias = tuple[Rule, Table]


def rules_of(told: Iterable[Told]) -> tuple[Version, ...]:
    """The versions of a rule, oldest first, each with the table where it stands."""
    return in_order([(_rule(each), each.table) for each in told])


def in_order(versions: Iterable[Version]) -> tuple[Version, ...]:
    """Oldest first. Raises BadInput where two of them hold on the same day."""
    ordered = sorted(versions, key=lambda version: version[0].effective_from or date.min)
    for (before, _), (after, table) in pairwise(ordered):
        begins = after.effective_from
        if not begins or not before.effective_to or begins <= before.effective_to:
            raise table.wrong(
                "effective_from", say("two versions of the rule hold on the same day")
            )
    return tuple(ordered)


def fact_of(told: Told) -> Fact:
    """Raises BadInput where something is missing."""
    told.table.needs(OWN_FACT_NEEDS)
    fact = Fact(id=told.table.name, file=told.file, **in_both_languages(told.fields))
    return checked_fact(fact, told.table)


def day_of(told: Told) -> OwnDay:
    return OwnDay(**told.fields)


def checked_fact(fact: Fact, table: Table) -> Fact:
    _check_span(fact, table)
    return fact


def checked_rule(rule: Rule, table: Table) -> Rule:
    """`rule`, of which `table` told the last. Raises BadInput where fields contradict."""
    _check_span(rule, table)
    _check_combination(rule, table)
    _check_clock(rule, table)
    longer, period = rule.extended_to, rule.period
    if longer and longer.unit is period.unit and longer.count <= period.count:
        raise table.wrong(
            "extended_to", say("must be longer than the period {period}", period=str(period))
        )
    is_mine = rule.owner is Owner.MINE
    if rule.assume and is_mine and rule.bound is Bound.CLOSES:
        raise table.wrong("assume", say("is only for a time of theirs"))
    if rule.owes is not Owes.ANSWER and is_mine:
        raise table.wrong("owes", say("is only for a time of theirs"))
    if rule.then and rule.owes is not Owes.RECEIPT:
        raise table.wrong("then", say("is only for a time to confirm that they have it"))
    if rule.opens_after and not is_mine:
        raise table.wrong("opens_after", say("is only for a time of mine"))
    if rule.must_arrive and not is_mine:
        raise table.wrong("must_arrive", say("is only for a time of mine"))
    return rule


def _check_combination(rule: Rule, table: Table) -> None:
    if bool(rule.parts) is not bool(rule.combine):
        raise table.wrong("combine", say("“combine” and “part” need each other"))
    # Time of theirs moves with what reaches them; which of several periods would move?
    if rule.parts and rule.owner is not Owner.MINE:
        raise table.wrong("part", say("is only for a time of mine"))


def _check_clock(rule: Rule, table: Table) -> None:
    """Hours run from a moment, days from a day: a rule counts one or the other."""
    by_clock = rule.period.unit.is_clock
    for field, days in (("assume", rule.assume), ("opens_after", rule.opens_after)):
        if days and (by_clock or days.unit.is_clock):
            raise table.wrong(field, say("is only for days"))
    if rule.extended_to and rule.extended_to.unit.is_clock is not by_clock:
        raise table.wrong("extended_to", say("must count days or hours, as the period does"))
    if any(part.period.unit.is_clock is not by_clock for part in rule.parts):
        raise table.wrong("part", say("must count days or hours, as the period does"))


def _check_span(what: Rule | Fact, table: Table) -> None:
    first, last = what.effective_from, what.effective_to
    if first and last and last < first:
        raise table.wrong("effective_to", say("is before effective_from"))


def _rule(told: Told) -> Rule:
    told.table.needs(OWN_RULE_NEEDS)
    rule = Rule(id=told.table.name, file=told.file, **in_both_languages(told.fields))
    return checked_rule(rule, told.table)


def in_both_languages(fields: Mapping[str, Any]) -> dict[str, Any]:
    """A person writes in one language; it is then what the other says, too."""
    filled = dict(fields)
    for name in {"titles", "texts", "notes", "cites"} & fields.keys():
        texts = fields[name]
        any_of_them = next(iter(texts.values()))
        filled[name] = {language: texts.get(language, any_of_them) for language in LANGUAGES}
    return filled
