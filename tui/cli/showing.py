"""One case whole, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from tui.cases.case import Case
from tui.cases.event import Event
from tui.cases.numbers import their_references
from tui.cases.promises import Promise, broken_of
from tui.cli.out import fitted, width
from tui.cli.rungs import rung_lines
from tui.desk.money import MoneyView
from tui.desk.views import CaseView
from tui.wording.meter_text import running_lines
from tui.wording.stake_text import MARKS, back_line, promise_line, stake_lines
from tui.wording.wording import Wording
from tui.wording.working import explain

_INDENT = "  "


def told(words: Wording, view: CaseView, known_by: tuple[str, ...]) -> Iterator[str]:
    """The case: facts, references, next action, timeline, deadlines with working, ladder.

    `known_by`: its identifiers in words.
    """
    yield from _head(words, view)
    yield from _facts(words, view.case, known_by)
    yield from _texts(words, view.case)
    if view.case.timeline:
        yield from _titled(words.t("What happened"), _timeline(words, view.case))
    if view.case.deadlines:
        yield from _titled(words.t("Deadlines"), _deadlines(words, view.case, view.today))
    yield from _money(words, view.money)
    if view.promises:
        yield from _titled(words.t("Promises"), _promises(words, view.promises))
    yield from _titled(words.t("Ladder"), rung_lines(words, view.rungs, view.today))


def _head(words: Wording, view: CaseView) -> Iterator[str]:
    case = view.case
    yield words.t("#{id} {company}: {subject}", id=case.id, company=case.company,
                  subject=case.subject)  # fmt: skip
    stage = words.term(case.stage)
    yield f"{stage}: {words.term(case.outcome)}" if case.outcome else stage
    when = f" ({words.short_day(view.next.on, view.today)})" if view.next.on else ""
    yield words.t("Next: {what}{when}. {reason}", what=view.next.sentence, when=when,
                  reason=view.next.reason)  # fmt: skip
    yield ""


def _facts(words: Wording, case: Case, known_by: tuple[str, ...]) -> Iterator[str]:
    facts = [
        (words.t("Problem"), words.term(case.problem)),
        (words.t("Urgency"), words.term(case.urgency)),
        (words.t("Formal"), words.t("yes") if case.formal else ""),
        (words.t("Amount"), words.money(case.amount) if case.amount else ""),
        (words.t("They know it by"), ", ".join(known_by)),
        (words.t("Their number"), _references(words, case)),
        (words.t("Letters in"), case.language),
        (words.t("Country and zone"), " ".join(filter(None, (case.country, case.timezone)))),
        (words.t("Playbook"), case.playbook),
        (words.t("Tags"), ", ".join(case.tags)),
        (words.t("Evidence"), ", ".join(f"{e.number}. {e.name}" for e in case.evidence)),
    ]
    given = [(label, text) for label, text in facts if text]
    column = max(width(label) for label, _ in given)
    for label, text in given:
        yield f"{fitted(label, column)}  {text}"


def _references(words: Wording, case: Case) -> str:
    return ", ".join(
        " ".join(filter(None, (r.number, f"({words.term(r.channel)})" if r.channel else "", r.url)))
        for r in their_references(case)
    )


def _texts(words: Wording, case: Case) -> Iterator[str]:
    """The parts of the letter in the person's own words."""
    texts = (
        (words.t("The problem in detail"), case.details),
        (words.t("What I have done already"), case.done_already),
        (words.t("What I expect"), case.expected_result),
    )
    for title, text in texts:
        if text.strip():
            yield from _titled(title, text.splitlines())


def _timeline(words: Wording, case: Case) -> Iterator[str]:
    for event in case.timeline:
        yield _event(words, event)
        for line in _said(words, event):
            yield _INDENT + line


def _event(words: Wording, event: Event) -> str:
    parts = [words.term(event.kind)]
    parts += [words.term(w) for w in (event.answer, event.outcome, event.channel) if w]
    if event.automatic:
        parts.append(words.t("automatic"))
    return f"{words.moment(event.at)}  {', '.join(parts)}"


def _said(words: Wording, event: Event) -> Iterator[str]:
    """What else is known of an event."""
    if event.step:
        yield words.t("Step: {step}", step=event.step)
    if event.to or event.agent:
        yield words.t("With: {whom}", whom=", ".join(filter(None, (event.to, event.agent))))
    if event.reference:
        yield words.t("Their number: {number}", number=event.reference)
    if event.reference_refused:
        yield words.t("They refused to give a number.")
    if event.override:
        yield words.t("Went out with errors: {why}", why=event.override)
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


def _deadlines(words: Wording, case: Case, today: date) -> Iterator[str]:
    for deadline in case.deadlines:
        first, *working = explain(words, deadline)
        state = words.until(deadline, today) if deadline.is_open else words.term(deadline.state)
        yield f"{first} [{state}]"
        if deadline.is_open:
            for line in working:
                yield _INDENT + line


def _money(words: Wording, money: MoneyView) -> Iterator[str]:
    """What is at stake, what came back, and what the delay costs them, with its working."""
    lines = [*stake_lines(words, money.at_stake, money.meters)] if money.meters else []
    lines += filter(None, [back_line(words, money.at_stake, money.back)])
    for running in money.meters:
        first, *working = running_lines(words, running)
        lines += [first, *(_INDENT + line for line in working)]
    if lines:
        yield from _titled(words.t("Money"), lines)


def _promises(words: Wording, promises: Sequence[Promise]) -> Iterator[str]:
    for promise in promises:
        yield f"{MARKS[promise.state]} {promise_line(words, promise)}"
    if broken := len(broken_of(promises)):
        yield words.n("{count} broken", "{count} broken", broken)


def _titled(title: str, lines: Iterator[str] | Sequence[str]) -> Iterator[str]:
    yield ""
    yield title
    for line in lines:
        yield _INDENT + line
