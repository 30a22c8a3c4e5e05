"""The terms of a customary period, as the desk makes them for a step."""

from __future__ import annotations

from tui.cases.case import Case
from tui.cases.deadline import Deadline
from tui.cases.event import Event
from tui.deadlines.calendars import Calendar
from tui.deadlines.period import Period
from tui.deadlines.starting import started_by
from tui.deadlines.terms import Terms, practice


def customary(
    event: Event, case: Case, within: Period | None, calendar: Calendar
) -> tuple[Deadline, ...]:
    """The deadlines that `event` starts where they customarily have `within`."""
    step = event.step or case.step
    rule_id = f"{case.playbook}.{step}" if step else case.playbook
    terms = Terms(practice(rule_id, within), calendar) if within else None
    return started_by(event, case, terms, calendar)
