"""The law: the rules that ship and the person's own, each as it holds on a day."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tui.later import Later
from tui.playbooks.own_files import stamps_of

if TYPE_CHECKING:
    from tui.deadlines import calendars, own_days
    from tui.deadlines.calendars import Calendar
    from tui.deadlines.meter import Meter
    from tui.deadlines.own_days import OwnDay
    from tui.deadlines.rule import Fact, Rule
    from tui.playbooks import law_errors, meters, own_rules, rule_making, rule_reading
    from tui.playbooks.rule_reading import RuleFile
else:  # a desk has its law; a board, on which every day is known, does not ask it
    calendars, own_days = Later("tui.deadlines.calendars"), Later("tui.deadlines.own_days")
    law_errors, meters = Later("tui.playbooks.law_errors"), Later("tui.playbooks.meters")
    own_rules, rule_making = Later("tui.playbooks.own_rules"), Later("tui.playbooks.rule_making")
    rule_reading = Later("tui.playbooks.rule_reading")

RULES = Path(__file__).parent / "data" / "rules"


class Law:
    """Rules, facts and calendars, of which only what is asked is read, and that once.

    `own`: the folder of the person's rule files, which need not be there; a file that changes
    is read again when next something is asked. Every question raises BadInput while a file of
    theirs is faulty.
    """

    def __init__(self, own: Path | None = None, *, shipped: Path = RULES) -> None:
        self._folder = own
        self._shipped = shipped
        self._read: RuleFile | None = None
        self._versions: dict[str, tuple[Rule, ...]] = {}
        self._calendars: dict[str, Calendar] = {}

    def rule(self, rule_id: str, on: date | None = None, *, even_off: bool = False) -> Rule:
        """The version that holds `on` a day, or the newest.

        Raises NotFound for an unknown id; BadInput where none held on that day, and where the
        rule is unverified and the person has not switched it on, unless it is asked `even_off`.
        """
        versions = self.versions(rule_id)
        held = [rule for rule in versions if on is None or rule.held_on(on)]
        if on is not None and not held:
            raise law_errors.not_in_force(versions, on)
        if not held[-1].is_on and not even_off:
            raise law_errors.is_off(held[-1], self._folder)
        return held[-1]

    def versions(self, rule_id: str) -> tuple[Rule, ...]:
        """All versions, oldest first, also those that are off. Raises NotFound."""
        self._look()
        if rule_id not in self._versions:
            self._versions[rule_id] = self._put_together(rule_id)
        return self._versions[rule_id]

    def fact(self, fact_id: str) -> Fact:
        """Raises NotFound for an unknown id."""
        self._look()
        shipped = self._ships(fact_id).facts.get(fact_id)
        own = self._own.facts.get(fact_id)
        if shipped and own:
            return own_rules.changed_fact(rule_making.fact_of(shipped), own)
        if told := shipped or own:
            return rule_making.fact_of(told)
        raise law_errors.no_fact(fact_id, self._fact_ids())

    def rules(self) -> tuple[Rule, ...]:
        """Every version of every rule, by id."""
        self._look()
        return tuple(rule for rule_id in self._rule_ids() for rule in self.versions(rule_id))

    def facts(self) -> tuple[Fact, ...]:
        """Every fact, by id."""
        self._look()
        return tuple(self.fact(fact_id) for fact_id in self._fact_ids())

    def meters(self, for_rules: Collection[str] = ()) -> tuple[Meter, ...]:
        """Every meter, by id; or those in whose files something is said of these rules."""
        self._look()
        own = self._own.meters
        files = (
            map(self._ships, (*for_rules, *own)) if for_rules else map(_read_once, self._files())
        )
        shipped = {some_id: told for file in files for some_id, told in file.meters.items()}
        return tuple(
            meters.meter_of(shipped.get(one), own.get(one)) for one in sorted({*shipped, *own})
        )

    def calendar(self, country: str) -> Calendar:
        """As `calendar_for`, with the person's own days and the doubts about single years.

        Raises BadInput as that does.
        """
        self._look()
        known = calendars.calendar_for(country)
        if known.id not in self._calendars:
            self._calendars[known.id] = _laid_over(known, map(rule_making.day_of, self._own.days))
        return self._calendars[known.id]

    @property
    def _own(self) -> RuleFile:
        """What the person's files say; nothing, until they are read."""
        if self._read is None:
            self._read = rule_reading.RuleFile()
        return self._read

    def _look(self) -> None:
        """Read the person's files, where they are not those that were read before."""
        if self._folder is None:
            return
        own = own_rules.own_rules(stamps_of(self._folder))
        if own is not self._own:
            self._read = own
            self._versions.clear()
            self._calendars.clear()

    def _put_together(self, rule_id: str) -> tuple[Rule, ...]:
        shipped = self._ships(rule_id).rules.get(rule_id, ())
        own = self._own.rules.get(rule_id, ())
        if not shipped and not own:
            raise law_errors.no_rule(rule_id, self._rule_ids())
        if shipped and own and not own[0].listed:
            versions = own_rules.with_newest_changed(rule_making.rules_of(shipped), own[0])
        else:
            versions = rule_making.rules_of(own or shipped)
        return tuple(rule for rule, _ in versions)

    def _ships(self, some_id: str) -> RuleFile:
        """The shipped file in which a rule or fact of this id would stand."""
        files = {file.stem: file for file in self._files()}
        file = files.get(some_id.partition(".")[0])
        return _read_once(file) if file else rule_reading.RuleFile()

    def _files(self) -> list[Path]:
        return sorted(self._shipped.glob("*.toml"))

    def _rule_ids(self) -> list[str]:
        shipped = (rule_id for file in self._files() for rule_id in _read_once(file).rules)
        return sorted({*shipped, *self._own.rules})

    def _fact_ids(self) -> list[str]:
        shipped = (fact_id for file in self._files() for fact_id in _read_once(file).facts)
        return sorted({*shipped, *self._own.facts})


@cache
def _read_once(shipped: Path) -> RuleFile:
    return rule_reading.read_shipped(shipped.read_text("utf-8"), shipped.name)


def _laid_over(calendar: Calendar, own: Iterable[OwnDay]) -> Calendar:
    days = [day for day in own if day.holds_in(calendar.id)]
    if any(day.calendar == calendar.id for day in days):
        calendar = own_days.OwnRegion(calendar)
    from tui.playbooks.calendar_years import confirmed_years

    confirmed_until = confirmed_years().get(calendar.id.partition("-")[0])
    if confirmed_until is not None:
        calendar = own_days.OneSource(calendar, confirmed_until)
    # What is said of a part of the country goes before what is said of all of it.
    return own_days.WithOwnDays(calendar, sorted(days, key=_depth)) if days else calendar


def _depth(day: OwnDay) -> int:
    return len(day.calendar)
