"""Who stands above the company: a regulator, an ombudsman, a court."""

from __future__ import annotations

from tui.cases.case import Case
from tui.playbooks.steps import COMPANY, Playbook, Step

BODY = "body"  # how one that the case stands with is named where one says with whom it was

__all__ = ["BODY", "COMPANY", "beside", "body_of"]


def body_of(case: Case, playbook: Playbook) -> Step | None:
    """The step on which the case stands with such a body, if it does.

    It is with them that events are whose party is empty; those with the company are told apart.
    """
    known = (s for s in (case.step, *reversed(case.taken)) if playbook.place(s))
    steps = (step for step in map(playbook.step, known) if not (step.party or step.aside))
    last = next(steps, None)
    return last if last and last.is_body else None


def beside(case: Case, playbook: Playbook) -> tuple[Step, ...]:
    """The steps of those who were written to and beside whom the case stands now.

    A body that was left, or another department; an event with them has the id of the step.
    """
    here = body_of(case, playbook)
    steps = (playbook.step(s) for s in case.taken if playbook.place(s))
    own = (step for step in steps if step.whom == step.id)
    return tuple(step for step in own if here is None or step.id != here.id)
