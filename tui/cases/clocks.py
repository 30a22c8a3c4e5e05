"""What happens to the deadlines of a case. Each function gives the new deadlines.

Lateness is asked of the day; of a time counted in hours, where `at` is given, of the moment.
"""

from __future__ import annotations

from collections.abc import Set
from datetime import date, datetime, timedelta

from msgspec.structs import replace

from tui.cases.deadline import Deadline
from tui.cases.words import DeadlineKind, DeadlineState, Owes, Owner

Deadlines = tuple[Deadline, ...]
_DEEDS = frozenset({Owes.MONEY, Owes.DEED})


def start(deadlines: Deadlines, new: Deadline, day: date, at: datetime | None = None) -> Deadlines:
    """Start `new`. An open one of its kind was missed if it is past, else it has moved.

    A promise puts off what they owe by custom, and nothing that a rule gives.
    """
    started = (*waive(deadlines, {new.kind}, day, at), new)
    if new.kind is not DeadlineKind.PROMISE:
        return started
    before = next((d for d in deadlines if d.is_open and d.kind is new.kind), None)
    late = lapsed(started, day, at) if at else started
    both = zip(started, late, strict=True)
    return tuple(d if now.past_on(day) else _put_off(d, new, before) for d, now in both)


def move(deadlines: Deadlines, new: Deadline) -> Deadlines:
    """Put `new` in the place of the open one of its kind, which was never the true date."""
    return (*(d for d in deadlines if not (d.is_open and d.kind is new.kind)), new)


def settle(
    deadlines: Deadlines, kinds: Set[DeadlineKind], day: date, at: datetime | None = None
) -> Deadlines:
    """Close the open ones of `kinds`: met on or before the last lawful day, else missed."""
    return tuple(_closed(d, day, at) if d.is_open and d.kind in kinds else d for d in deadlines)


def waive(
    deadlines: Deadlines, kinds: Set[DeadlineKind], day: date, at: datetime | None = None
) -> Deadlines:
    """Drop the open ones of `kinds` that no longer matter. A missed one stays missed."""
    late = lapsed(deadlines, day, at) if at else deadlines
    pointless = [
        d
        for d, now in zip(deadlines, late, strict=True)
        if d.is_open and d.kind in kinds and not now.late_on(day)
    ]
    return settle(tuple(d for d in deadlines if d not in pointless), kinds, day, at)


def left_undone(deadlines: Deadlines, day: date, at: datetime) -> Deadlines:
    """What they have yet to do in the time of a rule that no answer keeps, though they answered.

    Where their time was over, it was missed, and where it stood still nobody knows its end.
    """
    running = (d for d in lapsed(deadlines, day, at) if d.is_open and not d.past_on(day))
    owed = (d for d in running if d.kind is DeadlineKind.ANSWER and d.paused_on is None)
    return tuple(replace(d, kind=DeadlineKind.DEED) for d in owed if d.owes in _DEEDS)


def confirm(deadlines: Deadlines, day: date, at: datetime) -> Deadlines:
    """They have it: that keeps a time which asks for no more than to be told so."""
    return tuple(
        _closed(d, day, at) if d.is_open and d.owes is Owes.RECEIPT else d for d in deadlines
    )


def pause(deadlines: Deadlines, day: date, at: datetime) -> Deadlines:
    """Their time to answer stands still while they wait for me, unless it was over.

    Hours stand still from the moment, days from the day.
    """
    both = zip(deadlines, lapsed(deadlines, day, at), strict=True)
    return tuple(
        replace(d, paused_on=day, paused_at=at if d.due_at else None)
        if _runs_for_them(d) and not now.past_on(day)
        else d
        for d, now in both
    )


def resume(deadlines: Deadlines) -> Deadlines:
    """Their time runs again. The event that resumes brings the moved date, if it moved."""
    return tuple(
        replace(d, paused_on=None, paused_at=None) if d.paused_on else d for d in deadlines
    )


def _put_off(deadline: Deadline, promise: Deadline, before: Deadline | None) -> Deadline:
    """A customary time to answer, which ends no sooner than the promise. `before`: the one that
    put it off until now."""
    if not deadline.is_open or deadline.kind is not DeadlineKind.ANSWER or deadline.by_law:
        return deadline
    held = before is not None and deadline.due < deadline.late_after == before.late_after
    until = max(deadline.due if held else deadline.late_after, promise.late_after)
    due_at = deadline.due_at if until == deadline.late_after else None
    return replace(deadline, late_after=until, due_at=due_at)


def _runs_for_them(deadline: Deadline) -> bool:
    answer_due = deadline.kind is DeadlineKind.ANSWER and deadline.owner is Owner.THEIRS
    return deadline.is_open and answer_due and deadline.paused_on is None


def lapsed(deadlines: Deadlines, day: date, at: datetime) -> Deadlines:
    """The deadlines as they stand `at` a moment of `day`: hours that are over make late at once.

    What ends at a moment of the clock is late when that has passed, and not only the day after.
    """
    if not any(d.due_at for d in deadlines):
        return deadlines
    return tuple(
        replace(d, late_after=min(d.late_after, day - timedelta(days=1))) if _is_over(d, at) else d
        for d in deadlines
    )


def _is_over(deadline: Deadline, at: datetime) -> bool:
    return deadline.is_open and deadline.due_at is not None and at > deadline.due_at


def _closed(deadline: Deadline, day: date, at: datetime | None) -> Deadline:
    never_late = deadline.paused_on is not None or bool(deadline.unsure)
    in_time = never_late or day <= deadline.late_after
    if deadline.due_at and at and not never_late:
        in_time = at <= deadline.due_at
    state = DeadlineState.MET if in_time else DeadlineState.MISSED
    return replace(deadline, state=state, settled_on=day, paused_on=None, paused_at=None)
