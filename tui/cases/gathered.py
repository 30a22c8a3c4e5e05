"""What an event adds to a case besides its stage and deadlines."""

from __future__ import annotations

from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.event import Event
from tui.cases.particulars import Reference
from tui.cases.words import EventKind


def with_facts(case: Case, event: Event) -> Case:
    """The case with the event in its timeline, and with what that tells."""
    decided = {EventKind.CLOSED: event.outcome, EventKind.REOPENED: None}
    return replace(
        case,
        timeline=(*case.timeline, event),
        references=with_reference(case, event).references,
        evidence=(*case.evidence, *event.evidence),
        outcome=decided.get(event.kind, case.outcome),
        step=case.step if event.aside else event.step or case.step,
    )


def with_reference(case: Case, event: Event) -> Case:
    """With their number of an event; a number heard again may bring its page."""
    if not event.reference:
        return case
    others = tuple(r for r in case.references if r.number != event.reference)
    known = next((r for r in case.references if r.number == event.reference), None)
    url = event.url or (known.url if known else "")
    channel = (known.channel if known else None) or event.channel
    heard = Reference(number=event.reference, channel=channel, url=url)
    return replace(case, references=(*others, heard))
