"""What came of each step that was taken: what a right to go on rests on, and is never lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TypeAlias

from tui.cases.case import Case, answer_of
from tui.cases.deadline import Deadline
from tui.cases.on_steps import on_steps
from tui.cases.words import Answer, DeadlineKind, DeadlineState

_NO = {Answer.REFUSED: "refused", Answer.PARTLY: "partly"}


Came: TypeAlias = tuple[str, str, date]


def came_of(case: Case) -> tuple[Came, ...]:
    """A step, what came of it, and since when it is so: "missed", "refused", "partly" or "final".

    Of each the first time.
    """
    first: dict[tuple[str, str], Came] = {}
    for came in (*_missed(case), *_answered(case)):
        first.setdefault(came[:2], came)
    return tuple(first.values())


def missed_by_law(case: Case) -> Deadline | None:
    """The time of a lawful answer on this step that never came; None where there is none.

    A right that was gained stays, whatever is agreed or asked afterwards.
    """
    missed = (d for d in case.deadlines if d.by_law and d.state is DeadlineState.MISSED)
    answers = (d for d in missed if d.kind is DeadlineKind.ANSWER and d.step == case.step)
    return max(answers, key=lambda d: d.late_after, default=None)


def may_go_on(case: Case) -> date | None:
    """From when a rule lets me go on, also after an answer that is not their last word."""
    answers = (d for d in case.deadlines if d.kind is DeadlineKind.ANSWER)
    return max((d.working.opens for d in answers if d.working and d.working.opens), default=None)


def first_clock_of(case: Case) -> str:
    """The id of the rule whose time first ran for those to whom the first letter went."""
    begun = (d.rule for e in case.timeline if e.step in case.taken[:1] for d in e.starts)
    return next(filter(None, begun), "")


def _missed(case: Case) -> Iterator[Came]:
    for deadline in case.deadlines:
        is_answer = deadline.kind is DeadlineKind.ANSWER and deadline.step
        if is_answer and deadline.state is DeadlineState.MISSED:
            yield deadline.step, "missed", deadline.late_after + timedelta(days=1)


def _answered(case: Case) -> Iterator[Came]:
    for event, step in on_steps(case):
        answer = answer_of(event)
        if step and answer in _NO:
            yield step, _NO[answer], event.day
        if step and event.final:
            yield step, "final", event.day
