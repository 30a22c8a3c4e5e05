"""What happened in a case, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator

from tui.cases.event import Event
from tui.cases.sentence import Value
from tui.desk.views import CaseView
from tui.wording.late_steps import despite_lines
from tui.wording.number_text import number_label
from tui.wording.wording import Wording

INDENT = "  "


def timeline(words: Wording, view: CaseView) -> Iterator[str]:
    """What happened, each event with what else is known of it."""
    for event in view.case.timeline:
        yield _event(words, event, view.with_whom.get(event.id, ""))
        for line in _said(words, event):
            yield INDENT + line


def _event(words: Wording, event: Event, whom: Value) -> str:
    kind = words.term(event.kind)
    parts = [words.t("{kind} ({whom})", kind=kind, whom=whom) if whom else kind]
    parts += [words.term(w) for w in (event.answer, event.outcome, event.channel) if w]
    if event.automatic:
        parts.append(words.t("automatic"))
    if event.final:
        parts.append(words.t("their last word"))
    return f"{words.moment(event.at)}  {', '.join(parts)}"


def _said(words: Wording, event: Event) -> Iterator[str]:
    """What else is known of an event."""
    if event.step:
        yield words.t("Step: {step}", step=event.step)
    if event.to or event.agent:
        yield words.t("With: {whom}", whom=", ".join(filter(None, (event.to, event.agent))))
    if event.reference:
        yield f"{number_label(words, event)}: {event.reference}"
    if event.reference_refused:
        yield words.t("They refused to give a number.")
    if event.override:
        yield words.t("Went out with errors: {why}", why=event.override)
    yield from despite_lines(words, event)
    if event.promise:
        yield words.t("Promised for {day}", day=event.promise)
    if event.due:
        yield words.t("By {day}", day=event.due)
    if event.next_contact:
        yield words.t("Next contact not before {day}", day=event.next_contact)
    yield from _ended(words, event)
    for enclosed in event.evidence:
        yield words.t("Evidence {number}: {name}", number=enclosed.number, name=enclosed.name)
    yield from event.text.splitlines()


def _ended(words: Wording, event: Event) -> Iterator[str]:
    """What came back, and how content I was."""
    if event.refund:
        yield words.t("Money back: {sum}", sum=words.money(event.refund))
    if event.satisfaction:
        yield words.t("How content: {count} of 5", count=event.satisfaction)
