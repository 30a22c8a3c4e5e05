"""Which time runs where a case is: rules, calendars and hours put together."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from tui.cases.deadline import Deadline
from tui.cases.errors import BadInput, NotFound, UpheldError
from tui.cases.words import Urgency
from tui.deadlines.calendars import Calendar
from tui.deadlines.hours import Hours, parse_hours
from tui.deadlines.period import parse_period
from tui.deadlines.rule import FIRM, Rule
from tui.deadlines.terms import Terms, practice
from tui.playbooks.law import Law
from tui.playbooks.steps import NEXT_DAY, Playbook, Step

URGENT = (Urgency.CRITICAL, Urgency.HIGH)


class Clocks(Struct, frozen=True):
    """The law, and where the company is: its country, time zone and opening hours."""

    law: Law
    country: str = ""
    timezone: str = ""
    hours: str = ""

    @property
    def here(self) -> Calendar:
        """The calendar of the company's country; weekends only where that is not known."""
        return self.law.calendar(self.country)

    @property
    def zone(self) -> ZoneInfo:
        """The company's time zone; UTC where that is not known."""
        return ZoneInfo(self.timezone or "UTC")

    def of_step(
        self, playbook: Playbook, step: Step, on: date, urgency: Urgency = Urgency.NORMAL
    ) -> Terms | None:
        """The time they have at a step that is taken on that day; None where none runs.

        Raises NotFound and BadInput as `Law.rule` does.
        """
        if rule_id := step.clock(urgency):
            return self.of_rule(rule_id, on)
        if terms := self._once_confirmed(step, on):
            return terms
        if not (within := step.customary(urgency)):
            return None
        rule = practice(f"{playbook.id}.{step.id}", parse_period(within))
        hours = self.hours_of_ticket(playbook, step, on, urgency)
        return _customary(hours, rule.id) if hours else Terms(rule, self.here)

    def _once_confirmed(self, step: Step, on: date) -> Terms | None:
        """The rule that counts instead of what is customary, where the person vouches for it."""
        with suppress(BadInput, NotFound):
            if step.rule_if_confirmed:
                return self.of_rule(step.rule_if_confirmed, on)
        return None

    def of_answer(self, playbook: Playbook, owed: Deadline, on: date) -> Terms | None:
        """The time for the answer itself, once they gave the first word that they `owed`.

        Its rule where that is on, else what is customary at the step; None where nothing says it.
        """
        with suppress(BadInput, NotFound):
            if rule_id := self.law.versions(owed.rule)[-1].then:
                return self.of_rule(rule_id, on)
        step = playbook.step(owed.step) if playbook.place(owed.step) else None
        if step is None or not step.then_within or step.rule != owed.rule:
            return None
        rule = practice(f"{playbook.id}.{step.id}", parse_period(step.then_within))
        return Terms(rule, self.here)

    def hours_of_ticket(
        self, playbook: Playbook, step: Step, on: date, urgency: Urgency
    ) -> Terms | None:
        """The clock of the first step, where it is urgent and counts hours: for those who answer
        for the ticket from day to day, too.

        Who stands far above it is left the days that are customary there.
        """
        first = playbook.steps[0]
        near = step is first or (not step.rule and step.customary(urgency) == NEXT_DAY)
        if urgency not in URGENT or not near or step.is_body or step.party:
            return None
        try:
            terms = self.of_rule(first.clock(urgency), on) if first.clock(urgency) else None
        except UpheldError:
            return None  # no rule holds on that day, or their hours are not known
        return terms if terms and terms.rule.period.unit.is_clock else None

    def of_rule(self, rule_id: str, on: date, *, even_off: bool = False) -> Terms:
        """A rule as it held on that day. Raises NotFound and BadInput as `Law.rule` does."""
        rule = self.law.rule(rule_id, on, even_off=even_off)
        return Terms(rule, self.law.calendar(self._calendar_id(rule)), self._open_hours(rule))

    def _calendar_id(self, rule: Rule) -> str:
        """That of the rule; the region of it where the company is in one."""
        if rule.calendar in (FIRM, ""):
            return self.country
        within = "-" not in rule.calendar and self.country.startswith(f"{rule.calendar}-")
        return self.country if within else rule.calendar

    def _open_hours(self, rule: Rule) -> Hours | None:
        if not rule.period.unit.is_business:
            return None
        hours, zone = rule.hours or self.hours, rule.zone or self.timezone
        if not hours or not zone:
            raise BadInput(
                "The rule {rule} counts their business hours. Give the company its opening "
                "hours and its time zone first.",
                rule=rule.id,
            )
        return parse_hours(hours, zone)


def _customary(terms: Terms, rule_id: str) -> Terms:
    """The same hours as a custom: no rule says that they hold here."""
    rule = replace(terms.rule, id=rule_id, titles={}, sources=(), certainty="practice")
    return replace(terms, rule=rule)
