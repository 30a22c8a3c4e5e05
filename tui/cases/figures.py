"""What statistics need of a case: the days, promises and sums that its timeline tells."""

from __future__ import annotations

from datetime import date

import msgspec

from tui.cases.case import I_WRITE, Case, answer_of
from tui.cases.event import Event
from tui.cases.money import Money, summed
from tui.cases.words import Answer, DeadlineKind, DeadlineState, EventKind


class Figures(msgspec.Struct, frozen=True, array_like=True):
    """A case as numbers. A card carries them, so that no case has to be read for statistics.

    `asked_on`: the company's day on which I first wrote or called; `answered_on`: that of their
    first answer after it, which no receipt is; `kept`: promises kept in time; `back`: money
    that came back, a sum for each currency; `satisfaction`: 1 (bad) to 5, as it was said last.
    """

    asked_on: date | None = None
    answered_on: date | None = None
    kept: int = 0
    back: tuple[Money, ...] = ()
    satisfaction: int | None = None


def figures_of(case: Case) -> Figures:
    """The figures of a case; all empty while nothing was sent."""
    asked = next((n for n, e in enumerate(case.timeline) if e.kind in I_WRITE), None)
    if asked is None:
        return Figures()
    answers = (e.day for e in case.timeline[asked:] if is_answer(e))
    said = reversed(case.timeline)
    met = (d for d in case.deadlines if d.state is DeadlineState.MET)
    return Figures(
        asked_on=case.timeline[asked].day,
        answered_on=next(answers, None),
        kept=sum(d.kind is DeadlineKind.PROMISE for d in met),
        back=summed(e.refund for e in case.timeline if e.refund),
        satisfaction=next((e.satisfaction for e in said if e.satisfaction), None),
    )


def is_answer(event: Event) -> bool:
    """Somebody there said something: no receipt, and no note of mine."""
    answer = answer_of(event)
    if event.kind is EventKind.RECEIVED:
        return answer is not Answer.RECEIPT
    return answer not in (None, Answer.RECEIPT)
