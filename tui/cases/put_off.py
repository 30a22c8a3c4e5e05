"""Whether a snooze and regular reminders are still in force, as the timeline tells."""

from __future__ import annotations

from tui.cases.case import Case, answers
from tui.cases.snooze import Chase, Snooze
from tui.cases.words import EventKind, Stage


def snooze_of(case: Case) -> Snooze | None:
    """The snooze of a case, whatever the day; None where something that happened ended it."""
    snooze = case.snooze
    if snooze is None or _closed_since(case, snooze.after):
        return None
    return None if snooze.reply and _answered_since(case, snooze.after) else snooze


def chase_of(case: Case) -> Chase | None:
    """The regular reminders of a case; None where they answered since, or it was closed."""
    chase = case.chase
    if chase is None or _closed_since(case, chase.after):
        return None
    return None if _answered_since(case, chase.after) else chase


def _answered_since(case: Case, events: int) -> bool:
    return any(map(answers, case.timeline[events:]))


def _closed_since(case: Case, events: int) -> bool:
    """A case that is opened again begins anew."""
    closings = (event.kind is EventKind.CLOSED for event in case.timeline[events:])
    return case.stage is Stage.CLOSED or any(closings)
