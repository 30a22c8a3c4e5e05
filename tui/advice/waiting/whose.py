"""Who owes something, where a dispute is with several, or a body decides."""

from __future__ import annotations

from tui.advice.action import View
from tui.cases.deadline import Deadline
from tui.playbooks.owing import who_owes


def whose(view: View, owed: Deadline) -> str | dict[str, str]:
    """The company with that role, by its name; a body, or one that has no name in the case, by
    what it is, in each language."""
    card = view.card

    def name_of(role: str) -> str:
        named = (share.company for share in card.figures.shares if role in share.roles)
        return next(named, "") or ("" if role in view.playbook.parties else card.company)

    return who_owes(view.playbook, owed, card.step, name_of)
