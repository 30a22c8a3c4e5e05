"""Who stands above the company: a regulator, an ombudsman, a court."""

from __future__ import annotations

from tui.cases.case import Case
from tui.playbooks.steps import Playbook, Step

COMPANY, BODY = "company", "body"  # how these two are named where one says with whom it was


def body_of(case: Case, playbook: Playbook) -> Step | None:
    """The step on which the case stands with such a body, if it does.

    It is with them that events are whose party is empty; those with the company are told apart.
    """
    steps = (playbook.step(s) for s in reversed(case.taken) if playbook.place(s))
    last = next((step for step in steps if not step.party), None)
    return last if last and last.is_body else None
