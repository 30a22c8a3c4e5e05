"""Recording with the options that take a step which is not open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cases.errors import BadInput, NotLawful, NotOpen, TooLate, TooMuchBack
from tui.cases.words import EventKind, Stage
from tui.cli.session import Session

if TYPE_CHECKING:
    from tui.cases.case import Case
    from tui.desk.cases.recording import Happening


def recorded(session: Session, case_id: int, happening: Happening) -> Case:
    """The case with the event. Raises BadInput, which names the option that would help, and
    NotLawful."""
    try:
        return session.desk.record(case_id, happening)
    except NotOpen as closed:
        raise _what_helps(session, case_id, happening.kind, closed) from closed
    except TooMuchBack as much:
        raise BadInput("{said} If it did all the same: --anyway", said=much.sentence) from much
    except NotLawful:
        is_draft = session.desk.card(case_id).stage is Stage.DRAFT
        if not is_draft or happening.kind is not EventKind.ESCALATED:
            raise
        line = f"upheld record {case_id} sent --step {happening.texts.get('step', '')}"
        raise BadInput(
            "The first letter of a case is recorded as sent: {line}", line=line
        ) from None


def _what_helps(session: Session, case_id: int, kind: EventKind, closed: NotOpen) -> BadInput:
    """What there is to do; no option takes a draft up the ladder."""
    said = closed.sentence
    is_draft = session.desk.card(case_id).stage is Stage.DRAFT
    if is_draft and kind is EventKind.ESCALATED:
        return BadInput("{said} First send the request, and record: sent", said=said)
    if isinstance(closed, TooLate):
        return BadInput("{said} To take it all the same, say why: --why TEXT", said=said)
    return BadInput("{said} To climb all the same: --anyway", said=said)
