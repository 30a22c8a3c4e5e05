"""The dates of a case, each with who has to keep it: theirs, and until when I may go on."""

from __future__ import annotations

from collections import Counter
from datetime import date

from msgspec import Struct

from tui.cases.case import Case
from tui.cases.deadline import Deadline
from tui.cases.leaving import whom_of
from tui.cases.sentence import Value, say
from tui.cases.words import EventKind, Owner
from tui.playbooks.owing import who_owes
from tui.playbooks.steps import Playbook

_WITH_NOBODY = frozenset({EventKind.NOTE, EventKind.EVIDENCE, EventKind.CLOSED, EventKind.REOPENED})


class Dated(Struct, frozen=True):
    """A deadline. `whose`: who has to keep it, of my own time for which step; empty where only the
    company of the case can be meant. `is_over`: my own time for a step, which has run out."""

    deadline: Deadline
    whose: Value = ""
    is_over: bool = False


def dates_of(case: Case, playbook: Playbook, today: date) -> tuple[Dated, ...]:
    """The deadlines, then my own time for each step that was not taken yet, over or not.

    A window that nobody is urged to use is left out.
    """
    taken = [playbook.step(name) for name in case.taken if playbook.place(name)]
    often = Counter(step.whom for step in taken)
    is_told = len(taken) > 1 or bool(case.parties)
    told = (Dated(d, _whose(case, playbook, d, often) if is_told else "") for d in case.deadlines)
    mine = (_mine(playbook, window, today) for window in case.windows if not window.idle)
    return (*told, *mine)


def names_of(case: Case, playbook: Playbook) -> dict[int, Value]:
    """With whom of several each event was, by its id; nothing where all was with one."""
    told = [(event, whom) for event, whom in whom_of(case) if event.kind not in _WITH_NOBODY]
    if len({whom for _, whom in told}) < 2:
        return {}
    climbs = {e.id for e, _ in told if e.kind is EventKind.ESCALATED and not e.party}
    return {e.id: _name(case, playbook, whom) for e, whom in told if e.id not in climbs}


def _name(case: Case, playbook: Playbook, whom: str) -> Value:
    """A body by the name of its step, a company by its own."""
    if playbook.place(whom):
        step = playbook.step(whom)
        return step.title if step.is_body else step.addressee
    return case.company_of(whom) or playbook.parties.get(whom) or case.company


def _whose(case: Case, playbook: Playbook, owed: Deadline, often: Counter[str]) -> Value:
    """Who owes it; of those who were asked on several steps, on which."""
    if owed.owner is Owner.MINE:
        return ""
    name = who_owes(playbook, owed, case.step, case.company_of)
    number = playbook.place(owed.step)
    if not number:
        return name
    step = playbook.step(owed.step)
    if step.is_body:
        return step.title
    return say("{name}, step {number}", name=name, number=number) if often[step.whom] > 1 else name


def _mine(playbook: Playbook, window: Deadline, today: date) -> Dated:
    step = playbook.step(window.step)
    whose = say("step {number}, {title}", number=playbook.place(window.step), title=step.title)
    return Dated(window, whose, window.past_on(today))
