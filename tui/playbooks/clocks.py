"""Which time runs where a case is: rules, calendars and hours put together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from tui.cases.errors import BadInput
from tui.cases.words import Urgency
from tui.deadlines.applying import Terms
from tui.deadlines.calendars import Calendar
from tui.deadlines.hours import Hours, parse_hours
from tui.deadlines.period import parse_period
from tui.deadlines.rule import FIRM, Rule, practice
from tui.playbooks.law import Law
from tui.playbooks.steps import Step


@dataclass(frozen=True, slots=True)
class Clocks:
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
        self, playbook_id: str, step: Step, on: date, urgency: Urgency = Urgency.NORMAL
    ) -> Terms | None:
        """The time they have at a step that is taken on that day; None where none runs.

        Raises NotFound and BadInput as `Law.rule` does.
        """
        if rule_id := step.clock(urgency):
            return self.of_rule(rule_id, on)
        if not (within := step.customary(urgency)):
            return None
        rule = practice(f"{playbook_id}.{step.id}", parse_period(within))
        return Terms(rule, self.here)

    def of_rule(self, rule_id: str, on: date) -> Terms:
        """A rule as it held on that day. Raises NotFound and BadInput as `Law.rule` does."""
        rule = self.law.rule(rule_id, on)
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
