"""What happens to the deadlines of a case. Each function gives the new deadlines."""

from __future__ import annotations

from collections.abc import Set
from datetime import date

from msgspec.structs import replace

from tui.cases.deadline import Deadline
from tui.cases.words import DeadlineKind, DeadlineState, Owner

Deadlines = tuple[Deadline, ...]


def start(deadlines: Deadlines, new: Deadline, day: date) -> Deadlines:
    """Start `new`. An open one of its kind was missed if it is past, else it has moved."""
    return (*waive(deadlines, {new.kind}, day), new)


def move(deadlines: Deadlines, new: Deadline) -> Deadlines:
    """Put `new` in the place of the open one of its kind, which was never the true date."""
    return (*(d for d in deadlines if not (d.is_open and d.kind is new.kind)), new)


def settle(deadlines: Deadlines, kinds: Set[DeadlineKind], day: date) -> Deadlines:
    """Close the open ones of `kinds`: met on or before the last lawful day, else missed."""
    return tuple(_closed(d, day) if d.is_open and d.kind in kinds else d for d in deadlines)


def waive(deadlines: Deadlines, kinds: Set[DeadlineKind], day: date) -> Deadlines:
    """Drop the open ones of `kinds` that no longer matter. A missed one stays missed."""
    pointless = [d for d in deadlines if d.is_open and d.kind in kinds and not d.late_on(day)]
    return settle(tuple(d for d in deadlines if d not in pointless), kinds, day)


def pause(deadlines: Deadlines, day: date) -> Deadlines:
    """Their time to answer stands still while they wait for me, unless it was over."""
    return tuple(
        replace(d, paused_on=day) if _runs_for_them(d) and not d.past_on(day) else d
        for d in deadlines
    )


def resume(deadlines: Deadlines) -> Deadlines:
    """Their time runs again. The event that resumes brings the moved date, if it moved."""
    return tuple(replace(d, paused_on=None) if d.paused_on else d for d in deadlines)


def _runs_for_them(deadline: Deadline) -> bool:
    answer_due = deadline.kind is DeadlineKind.ANSWER and deadline.owner is Owner.THEIRS
    return deadline.is_open and answer_due and deadline.paused_on is None


def _closed(deadline: Deadline, day: date) -> Deadline:
    never_late = deadline.paused_on is not None or bool(deadline.unsure)
    in_time = never_late or day <= deadline.late_after
    state = DeadlineState.MET if in_time else DeadlineState.MISSED
    return replace(deadline, state=state, settled_on=day, paused_on=None)
