"""Which deadlines an event starts, by the rule that it names or the clock of its step."""

from __future__ import annotations

from msgspec.structs import replace as with_

from tui.cases.case import I_WRITE, Case
from tui.cases.deadline import Deadline
from tui.cases.errors import BadInput, NotInForce
from tui.cases.event import Event
from tui.cases.judging import confirms
from tui.cases.words import DeadlineKind, DeadlineState, EventKind, Owes
from tui.deadlines.calendars import WeekendsOnly
from tui.deadlines.starting import can_start, has_clocks, started_by
from tui.deadlines.terms import Terms
from tui.desk.ladder.reckoning import other_start
from tui.desk.office import Office
from tui.playbooks.clocks import Clocks

_WITHOUT_CALENDAR = frozenset({EventKind.NOTE, EventKind.EVIDENCE, EventKind.CLOSED})


def started(office: Office, case: Case, event: Event) -> tuple[Deadline, ...]:
    """The deadlines of the event, by the rule it names, else by the clock of its step."""
    if not event.rule and event.kind in _WITHOUT_CALENDAR and not event.answer:
        # So that a mistake in a file of rules never keeps a note from being taken.
        return started_by(event, case, None, WeekendsOnly())
    clocks = office.clocks(case, event.party)
    terms = _named(clocks, case, event) if event.rule else _of_the_step(office, clocks, case, event)
    return started_by(event, case, terms, clocks.here, office.law.calendar)


def _named(clocks: Clocks, case: Case, event: Event) -> Terms:
    """The rule that the person relies on, with other starts: `cards.chargeback payment=05.01`.

    Raises BadInput where this event cannot start it.
    """
    rule_id, *others = event.rule.split()
    terms = clocks.of_rule(rule_id, event.day)
    starts = dict(other_start(terms.rule, text, event.day, clocks.here) for text in others)
    terms = with_(terms, others=starts)
    if not has_clocks(event, case):
        raise BadInput(
            "No time runs in a case that is a draft or closed. To see a date all the same: "
            "upheld calc {day} {rule}",
            day=event.day,
            rule=rule_id,
        )
    if not can_start(event, terms):
        raise BadInput(
            "The rule {rule} is not started by “{kind}”. See: upheld rules {rule}",
            rule=rule_id,
            kind=event.kind,
        )
    return terms


def _of_the_step(office: Office, clocks: Clocks, case: Case, event: Event) -> Terms | None:
    """How long they have on the step, if it has a clock and the event can start it."""
    step_id, playbook = event.step or case.step, office.playbook(case)
    running = case.open_deadline(DeadlineKind.ANSWER, event.party)
    if running and running.owes is Owes.RECEIPT and confirms(event):
        return clocks.of_answer(playbook, running, event.day)
    if not step_id or event.kind not in I_WRITE:
        return None
    if event.kind is not EventKind.ESCALATED and (running or _confirmed(case, event, step_id)):
        return None
    try:
        return clocks.of_step(playbook, playbook.step(step_id), event.day, case.urgency)
    except NotInForce:
        return None  # it happened before there was such a time: then none runs


def _confirmed(case: Case, event: Event, step: str) -> bool:
    """Whether they have told already that they have what that step asks for: once is enough."""
    told = (d for d in case.deadlines if d.owes is Owes.RECEIPT and d.state is DeadlineState.MET)
    return any((d.step, d.party) == (step, event.party) for d in told)
