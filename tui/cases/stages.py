"""The stage in which an event leaves a case, by the rows of the table that it obeys."""

from __future__ import annotations

from tui.cases.case import Case, answer_of
from tui.cases.event import Event
from tui.cases.judging import is_message
from tui.cases.table import AGAIN, ANSWERS, BESIDE, JUDGED, TABLE, WAITS, Rule
from tui.cases.words import DeadlineKind, EventKind, Stage


def rules_of(event: Event) -> list[Rule]:
    """The row of the event's kind, then the row of what they answered in it."""
    answer, row = answer_of(event), BESIDE if event.aside else TABLE[event.kind]
    if answer is None:
        return [] if event.told else [row]
    if event.kind is EventKind.RECEIVED:
        return [ANSWERS[answer]]
    return [row, ANSWERS[answer]]


def stage_after(case: Case, rule: Rule, event: Event) -> Stage:
    """The stage of a case, as it was before the event and with its deadlines of after it."""
    to = WAITS if _is_said_beside(case, rule, event) else rule.to
    if to is None:
        return case.stage
    if to == WAITS:
        return _waiting(case)
    if to == JUDGED:
        return _stood(case)
    if to == AGAIN:
        return Stage.MY_MOVE if case.last_contact else Stage.DRAFT
    return Stage(to)


def _is_said_beside(case: Case, rule: Rule, event: Event) -> bool:
    """Whether one answered, short of what was asked, while the case waits for another.

    Who has gone on to a body, or to the bank, goes on waiting for these.
    """
    if not rule.undone or event.party == case.party:
        return False
    return case.open_deadline(DeadlineKind.ANSWER) is not None


def _waiting(case: Case) -> Stage:
    if any(d.kind is DeadlineKind.DATA for d in case.open_deadlines):
        return Stage.MY_MOVE
    return Stage.ESCALATED if case.climbed else Stage.WAITING


def _stood(case: Case) -> Stage:
    """The stage of the case without its unjudged messages."""
    told = (event for event in reversed(case.timeline) if not is_message(event))
    obeyed = ((rule, event) for event in told for rule in reversed(rules_of(event)))
    last = next((one for one in obeyed if one[0].to not in (None, JUDGED)), None)
    return stage_after(case, *last) if last else case.stage
