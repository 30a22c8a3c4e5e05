"""What is left of their time when I answer what they asked: the clock goes on, none begins anew."""

from __future__ import annotations

from tui.cases.case import Case
from tui.cases.errors import UpheldError
from tui.cases.event import Event
from tui.cases.words import DeadlineKind, EventKind
from tui.desk.letters.letter_answer import AnswerTime
from tui.desk.letters.letter_drafts import Draft
from tui.desk.office import Office

_REPLIES = frozenset({"reply", "higher_reply"})


def rest_of_term(office: Office, case: Case, draft: Draft) -> AnswerTime | None:
    """Until when they would have to answer if the reply went out now; None for other letters, and
    where no time of theirs runs.

    It is tried: what recording the reply would do to their clock is what the letter says.
    """
    party = office.playbook(case).step(draft.step).party
    if draft.template not in _REPLIES or not case.open_deadline(DeadlineKind.ANSWER, party):
        return None
    from tui.desk.cases.recording import appended

    sent = Event(at=office.now(case), kind=EventKind.SENT, step=draft.step, party=party)
    try:
        then = appended(office, case, sent).open_deadline(DeadlineKind.ANSWER, party)
    except UpheldError:
        return None
    if then is None or then.late_on(office.today(case)):
        return None
    return AnswerTime(then.due, then.due_at)
