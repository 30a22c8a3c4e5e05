"""On which step a letter belongs where none is named, and whether somebody there reads it."""

from __future__ import annotations

from collections.abc import Iterator

from tui.advice.next_action import Action, next_action
from tui.cases.card import card_of
from tui.cases.case import Case
from tui.cases.errors import BadInput
from tui.cases.leaving import whom_of
from tui.cases.settled import is_settled, last_refund
from tui.cases.words import Stage
from tui.desk.ladder.advising import rungs_of
from tui.desk.ladder.outside import COMPANY
from tui.desk.letters.letter_usual import COURT, usual_letter
from tui.desk.office import Office
from tui.playbooks.steps import Playbook, Step

_TAKES_A_STEP = frozenset({Action.COMPOSE, Action.SEND, Action.ESCALATE})
# These speak of a complaint that lies with somebody above the company, or with a court.
_TO_COURTS = frozenset({f"{COURT}_reminder"})
OF_COMPLAINTS = frozenset({"higher_reminder", "higher_reply"}) | _TO_COURTS


def step_to_write(office: Office, case: Case) -> str:
    """The step to begin with or to climb to if that is next, else where the case stands.

    Of what is settled, the last step with whoever settled it: they are thanked.
    """
    if case.stage is Stage.CLOSED or is_settled(case):
        return _of_who_settled(office, case)
    following = next_action(card_of(case), office.playbook(case), office.today(case))
    takes = following.action in _TAKES_A_STEP
    return following.step if takes and following.step else office.step(case)


def step_of_kind(office: Office, case: Case, template: str) -> str:
    """The step to which a letter of that name belongs; empty where it belongs to any.

    A step of which it is the letter: the one that is next, one that is open, one that lies ahead,
    the last that was taken. Whoever has to have a complaint already is one who was written to.
    """
    playbook = office.playbook(case)
    if template in OF_COMPLAINTS:
        return next(_with_papers(case, playbook, template), "")
    steps = [s for s in playbook.steps if template == usual_letter(case, s.letter)]
    ids = [step.id for step in steps if step.fits(case.problem)]
    if len(ids) < 2 or (following := step_to_write(office, case)) not in ids:
        return _nearest(office, case, ids) if len(ids) > 1 else "".join(ids)
    return following


def step_for_kind(office: Office, case: Case, template: str, here: str) -> str:
    """On which step a letter is written that a person at the step `here` chooses: its own where
    that may be taken now, or goes to a body, which reads nothing that is meant for another."""
    own = step_of_kind(office, case, template)
    if not own or own == here or office.playbook(case).step(own).is_body:
        return own or here
    may_be_taken = {rung.step.id for rung in rungs_of(office, case) if rung.may_be_taken}
    return own if own in may_be_taken else here


def require_reader(case: Case, playbook: Playbook, step: Step, template: str) -> None:
    """Raises BadInput where a letter speaks of a complaint that the reader never got."""
    if template not in OF_COMPLAINTS:
        return
    if step.id not in _with_papers(case, playbook, template):
        raise BadInput(
            "Nobody above {company} has a complaint of yours yet: there is nothing to remind "
            "them of. To whom you can turn: upheld ladder {id}",
            company=case.company,
            id=case.id,
        )


def _with_papers(case: Case, playbook: Playbook, template: str) -> Iterator[str]:
    """The steps on which somebody above the company was written to, the last one first."""
    for taken in reversed(case.taken):
        step = playbook.step(taken) if playbook.place(taken) else None
        if step and step.is_body and (step.letter == COURT) is (template in _TO_COURTS):
            yield taken


def _nearest(office: Office, case: Case, ids: list[str]) -> str:
    rungs = [rung for rung in rungs_of(office, case) if rung.step.id in ids]
    ahead = [rung.step.id for rung in rungs if rung.step.id not in case.taken]
    open_now = [rung.step.id for rung in rungs if rung.may_be_taken]
    taken = [step for step in reversed(case.taken) if step in ids]
    return next(iter((*open_now, *ahead, *taken)))


def _of_who_settled(office: Office, case: Case) -> str:
    """The last step on which they were written to; where a body did it, that of the company."""
    playbook = office.playbook(case)
    steps = [playbook.step(taken) for taken in case.taken if playbook.place(taken)]
    own = [step for step in steps if not (step.is_body or step.aside)]
    settled = case.last_answering or last_refund(case)
    whom = {event.id: by for event, by in whom_of(case)}.get(settled.id, "") if settled else ""
    theirs = [step.id for step in own if step.whom == whom]
    company = [step.id for step in own if step.whom == COMPANY]
    return next(reversed((*company, *theirs) if theirs else company), office.step(case))
