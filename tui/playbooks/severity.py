"""How severe a ticket is on record. Above the highest severity there is nothing to raise."""

from __future__ import annotations

from msgspec.structs import replace

from tui.cases.words import Urgency
from tui.playbooks.steps import Playbook, Reworded, Step
from tui.playbooks.tables import Table

_REWORDED = frozenset({"title", "checklist"})


def read_at_highest(table: Table) -> Reworded | None:
    """What a step is called and takes at the highest severity: `at_highest.title.en = "…"`."""
    if "at_highest" not in table.plain:
        return None
    reworded = table.table("at_highest")
    reworded.only(_REWORDED)
    return Reworded(title=reworded.texts("title"), checklist=reworded.lists("checklist"))


def filed_as(playbook: Playbook, first_clock: str) -> Urgency | None:
    """How urgent a case was when it was first sent, where the rule whose clock then began tells it.

    Whoever raises the severity sets the urgency of the case before writing of it.
    """
    clocks = playbook.steps[0].rule_by_urgency
    return next((urgency for urgency, rule in clocks.items() if rule == first_clock), None)


def has_highest(playbook: Playbook, urgency: Urgency, first_clock: str) -> bool:
    """Whether a ticket has the highest severity on record, so that nothing is left to raise."""
    filed = filed_as(playbook, first_clock)
    return urgency is Urgency.CRITICAL and filed in (None, Urgency.CRITICAL)


def as_filed(playbook: Playbook, urgency: Urgency, first_clock: str) -> Playbook:
    """The ladder as it is offered for a ticket: one that has the highest severity is escalated."""
    if not has_highest(playbook, urgency, first_clock):
        return playbook
    if not any(step.at_highest for step in playbook.steps):
        return playbook
    return replace(playbook, steps=tuple(map(_at_highest, playbook.steps)))


def _at_highest(step: Step) -> Step:
    if step.at_highest is None:
        return step
    reworded = step.at_highest
    return replace(step, title=dict(reworded.title), checklist=dict(reworded.checklist))
