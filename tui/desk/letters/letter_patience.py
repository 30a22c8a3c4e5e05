"""Whether a letter chases somebody before their time is over: whoever it goes to."""

from __future__ import annotations

from msgspec import Struct

from tui.advice.patience import WAITS, holding
from tui.cases.case import Case
from tui.cases.deadline import Deadline
from tui.cases.sentence import Sentence
from tui.cases.words import Answer, DeadlineKind
from tui.desk.ladder.outside import COMPANY, body_of
from tui.desk.office import Office
from tui.playbooks.their_time import agreed_until, too_early

# These ask for what is late.
CHASES = frozenset({"reminder", "higher_reminder", "data_reminder", "last_notice"})
_ASKS_BACK = frozenset({Answer.REFUSED, Answer.ASKED})


class _With(Struct, frozen=True):
    """A case as one of those sees it who have to do with it."""

    case: Case
    party: str

    def open_deadline(self, kind: DeadlineKind) -> Deadline | None:
        return self.case.open_deadline(kind, self.party)


def held_off(office: Office, case: Case, step: str) -> Deadline | None:
    """The date that asks for patience with whoever the step goes to; the company where there is
    none. None where chasing is fair."""
    case = office.at_present(case)
    return holding(_With(case, party_of(office, case, step)), office.today(case))


def chased_too_early(office: Office, case: Case, step: str, template: str) -> Sentence | None:
    """Why a letter comes too early; an answer to their refusal or question never does."""
    if template not in CHASES:
        return None
    is_theirs = party_of(office, case, step) == case.party
    if is_theirs and case.stage not in WAITS and case.last_answer in _ASKS_BACK:
        return None
    held = held_off(office, case, step)
    if held is None:
        return None
    return agreed_until(held.due) if held.kind is DeadlineKind.CONTACT else too_early(held)


def party_of(office: Office, case: Case, step: str) -> str:
    """How deadlines name whoever a step goes to: empty for those with whom the case stands."""
    playbook = office.playbook(case)
    whom = playbook.step(step).whom if playbook.place(step) else COMPANY
    body = body_of(case, playbook)
    return "" if whom == (body.id if body else COMPANY) else whom
