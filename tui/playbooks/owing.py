"""Who has to keep a deadline of theirs, where a dispute is with several, or a body decides."""

from __future__ import annotations

from collections.abc import Callable

from tui.cases.deadline import Deadline
from tui.playbooks.steps import Playbook, Step


def who_owes(
    playbook: Playbook, owed: Deadline, standing: str, name_of: Callable[[str], str]
) -> str | dict[str, str]:
    """A company by its name; a body or a department, or one that has no name in the case, by what
    it is, in each language.

    `standing`: the step on which the case stands; `name_of`: the company in a role, "" that of the
    case, and empty where no name is known.
    """
    step = _step_of(playbook, owed, standing)
    if step and step.whom == step.id:
        return step.addressee
    role = owed.party
    return name_of(role) or playbook.parties.get(role) or name_of("")


def _step_of(playbook: Playbook, owed: Deadline, standing: str) -> Step | None:
    """Where those were written to: a promise names no step, but is of those whom it was with."""
    known = (owed.step, owed.party, "" if owed.party else standing)
    found = next((name for name in known if name and playbook.place(name)), "")
    return playbook.step(found) if found else None
