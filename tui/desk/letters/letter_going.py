"""As what a letter is recorded when it is out: a climb, a second letter to somebody, or thanks."""

from __future__ import annotations

from typing import NamedTuple

from tui.cases.case import Case
from tui.cases.words import Answer, EventKind, Stage
from tui.desk.ladder.outside import BODY, COMPANY, body_of
from tui.desk.letters.composing import is_climb
from tui.desk.letters.letter_drafts import Draft
from tui.desk.letters.letter_usual import THANKS
from tui.desk.office import Office

# They follow a letter of their step, and take no step themselves.
_FOLLOWS = frozenset({THANKS, "higher_reminder", "higher_reply", "court_reminder"})


class Going(NamedTuple):
    """The event: its kind, the step that it takes, with whom it is where that is to be told, and
    what they answered before. Empty: as it follows from the case."""

    kind: EventKind
    step: str = ""
    party: str = ""
    answer: str = ""

    @property
    def texts(self) -> dict[str, str]:
        """As a form of an event has them."""
        told = {"step": self.step, "party": self.party, "answer": self.answer}
        return {name: text for name, text in told.items() if text}


def going_of(office: Office, case: Case, draft: Draft) -> Going:
    """As what the letter of a draft is recorded.

    Thanks begin no time for an answer: the matter stays as solved as it was. A case that is closed
    takes them as a note.
    """
    if draft.template == THANKS and case.stage is Stage.CLOSED:
        return Going(EventKind.NOTE)
    if draft.template in _FOLLOWS and draft.step in case.taken:
        answer = Answer.SOLVED.value if draft.template == THANKS else ""
        step = draft.step if _is_last(office, case, draft) else ""
        return Going(EventKind.SENT, step, _party(office, case, draft), answer)
    climbs = is_climb(office, case, draft.step)
    return Going(EventKind.ESCALATED if climbs else EventKind.SENT, draft.step)


def _whom(office: Office, case: Case, draft: Draft) -> str:
    step = office.playbook(case).step(draft.step)
    return COMPANY if draft.template == THANKS and step.is_body else step.whom


def _is_last(office: Office, case: Case, draft: Draft) -> bool:
    """Whether it is the last step that was taken with them: what is sent now belongs to that."""
    playbook, whom = office.playbook(case), _whom(office, case, draft)
    taken = (playbook.step(step) for step in reversed(case.taken) if playbook.place(step))
    return next((step.id for step in taken if step.whom == whom), "") == draft.step


def _party(office: Office, case: Case, draft: Draft) -> str:
    """With whom it is, as a person would type it; empty for those with whom the case stands."""
    whom, body = _whom(office, case, draft), body_of(case, office.playbook(case))
    if body and whom == body.id:
        return BODY
    if whom == COMPANY and not (body or case.party):
        return ""
    return "" if whom == case.party else whom
