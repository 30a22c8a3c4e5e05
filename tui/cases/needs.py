"""What an event cannot do without."""

from __future__ import annotations

from tui.cases.case import I_WRITE, gives_promise
from tui.cases.errors import BadInput
from tui.cases.event import Event
from tui.cases.judging import IS_ANSWER
from tui.cases.words import Answer, DeadlineKind, EventKind, Outcome

_SAYS_ANSWER = I_WRITE | {EventKind.RECEIVED, EventKind.ANSWERED}
# A note, because money may come after the case was closed.
_BRINGS_MONEY = frozenset(
    {EventKind.RECEIVED, EventKind.ANSWERED, EventKind.CLOSED, EventKind.NOTE}
)


def require_needs(event: Event) -> None:
    """Raises BadInput, because an event that lacks its matter would be a wrong fact for ever."""
    _require_fitting_answer(event)
    _require_fitting_end(event)
    if event.kind is EventKind.ANSWERED and event.answer is None and not event.automatic:
        raise BadInput("Say what they answered: {answers}.", answers=tuple(Answer))
    if gives_promise(event) and event.promise is None and not _starts(event, DeadlineKind.PROMISE):
        raise BadInput("Say which date they promised.")
    if event.kind is EventKind.CLOSED and event.outcome is None:
        raise BadInput("Say how the case ended: {outcomes}.", outcomes=tuple(Outcome))
    until = event.due or event.promise or _starts(event, DeadlineKind.ANSWER)
    if event.kind is EventKind.EXTENDED and not until:
        raise BadInput("Say until when they extended the time.")
    if event.kind is EventKind.ESCALATED and not event.step:
        raise BadInput("Say to which step the case climbs.")


def _require_fitting_answer(event: Event) -> None:
    """An answer on a note would move a draft, and one on a closing would open it again."""
    if event.answer is None or event.kind in _SAYS_ANSWER:
        return
    if event.kind not in IS_ANSWER or event.answer != event.kind.value:
        raise BadInput(
            "“{kind}” cannot carry the answer “{answer}”. Record that as an event of its own.",
            kind=event.kind,
            answer=event.answer,
        )


def _require_fitting_end(event: Event) -> None:
    """Money that came back, and how content I was."""
    if event.refund is not None and event.kind not in _BRINGS_MONEY:
        raise BadInput(
            "“{kind}” brings no money back. Record it with their answer, as a note, or when you "
            "close the case.",
            kind=event.kind,
        )
    if event.refund is not None and event.refund.value <= 0:
        raise BadInput("Money back must be more than nothing.")
    if event.satisfaction is not None and event.kind is not EventKind.CLOSED:
        raise BadInput("How content you are is asked when you close the case.")


def _starts(event: Event, kind: DeadlineKind) -> bool:
    """Whether a rule gives the date that nobody named."""
    return any(deadline.kind is kind for deadline in event.starts)
