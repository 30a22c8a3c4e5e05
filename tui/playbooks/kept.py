"""What opened a step once keeps it open: to take another way beside or above it gives no right up.

What ends it is its own time, its window, and nothing else that I do. A practice and no law. It
needs no calendar.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tui.cases.came_of import Came
from tui.cases.card import Card
from tui.cases.deadline import Deadline
from tui.cases.words import Answer, DeadlineKind
from tui.deadlines.days import DAY
from tui.playbooks.steps import FINAL, MISSED, Playbook, Step


def follows(step: Step, lower: Step) -> bool:
    """Whether what comes of a lower step decides about a step.

    What a body or a bank says opens no step that follows the answer of the company alone.
    """
    if lower.id in step.after:
        return True
    return not lower.is_body and not step.is_body and lower.party == step.party


def kept_since(
    card: Card, playbook: Playbook, step: Step, current: str, today: date, passed: frozenset[str]
) -> date | None:
    """Since when what came of another step than the one where the case stands keeps this one open.

    `passed`: see `Playbook.passed`.
    None where nothing does: not while something of theirs is unread, which may be the answer, nor
    when all is solved.
    """
    if card.unread or card.last_answer is Answer.SOLVED:
        return None
    others = (came for came in _came(card, today) if came[0] != current and playbook.place(came[0]))
    in_turn = not passed.isdisjoint(step.after)
    opened = (on for lower, what, on in others if _opens(step, playbook.step(lower), what, in_turn))
    return min(opened, default=None)


def has_time(card: Card, step: Step, today: date) -> Deadline | None:
    """Of those whose silence would open the step, the time of the first to run out."""
    owed = (d for d in card.deadlines if d.kind is DeadlineKind.ANSWER and d.step in step.after)
    running = (d for d in owed if not d.paused_on and not d.unsure and not d.past_on(today))
    return min(running, key=lambda d: d.late_after, default=None)


def _opens(step: Step, lower: Step, what: str, in_turn: bool) -> bool:
    if what not in step.opens_on:
        return False
    if lower.id in step.after or (what == FINAL and step.jump):
        return True
    beside = bool(step.branch) and step.branch == lower.branch  # silence there is silence here
    return in_turn and (what != MISSED or beside) and follows(step, lower)


def _came(card: Card, today: date) -> Iterator[Came]:
    """Steps and what came of them; so far, too: who was not waited for may have become late."""
    yield from card.came
    late = (d for d in card.late(today) if _is_silence(card, d, today))
    yield from ((d.step, MISSED, min(d.late_after + DAY, today)) for d in late)


def _is_silence(card: Card, owed: Deadline, today: date) -> bool:
    """Whether they let their time pass, and have not promised something for a day to come."""
    if owed.kind is not DeadlineKind.ANSWER:
        return False
    promised = (d for d in card.deadlines if d.kind is DeadlineKind.PROMISE)
    return owed.by_law or all(d.late_on(today) for d in promised if d.party == owed.party)
