"""What came of each step that was taken: what a right to go on rests on, and is never lost."""

from __future__ import annotations

from collections.abc import Iterator

from tui.cases.case import I_WRITE, Case, answer_of
from tui.cases.words import Answer, DeadlineKind, DeadlineState

_NO = {Answer.REFUSED: "refused", Answer.PARTLY: "partly"}


def came_of(case: Case) -> tuple[tuple[str, str], ...]:
    """Pairs of a step and what came of it: "missed", "refused", "partly" or "final"."""
    return tuple(dict.fromkeys((*_missed(case), *_answered(case))))


def _missed(case: Case) -> Iterator[tuple[str, str]]:
    for deadline in case.deadlines:
        is_answer = deadline.kind is DeadlineKind.ANSWER and deadline.step
        if is_answer and deadline.state is DeadlineState.MISSED:
            yield deadline.step, "missed"


def _answered(case: Case) -> Iterator[tuple[str, str]]:
    steps: dict[str, str] = {}
    for event in case.timeline:
        if event.kind in I_WRITE and event.step:
            steps[event.party] = event.step
        step, answer = steps.get(event.party, ""), answer_of(event)
        if step and answer in _NO:
            yield step, _NO[answer]
        if step and event.final:
            yield step, "final"
