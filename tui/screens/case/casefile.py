"""A case as rows: what stands in its left and in its right pane."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tui.cases.event import Event
from tui.cases.numbers import their_references
from tui.cases.words import DeadlineKind, DeadlineState, EventKind
from tui.desk.cases.dated import Dated
from tui.desk.cases.put_off_words import chase_said, snooze_said
from tui.desk.views import CaseView
from tui.screens.board.linked_lines import link_rows
from tui.screens.case.ledger import end_facts, money_lines, promise_rows
from tui.screens.ladder.rungs import rung_row, rung_title
from tui.widgets.rows import BLANK, Row, heading
from tui.widgets.spans import Span, Tone, wrapped
from tui.wording.late_steps import despite_lines
from tui.wording.owed import what_is_due
from tui.wording.wording import Wording

_MOST_TOLD = 4  # lines of an event; Enter shows all of it


def file_rows(
    words: Wording, view: CaseView, known_by: tuple[str, ...], width: int
) -> tuple[Row, ...]:
    """Facts, numbers, deadlines, promises, ladder. `known_by`: the identifiers in words."""
    groups = (
        [_text(line, width) for line in _facts(words, view, known_by)],
        [heading(words.t("Deadlines")), *_deadlines(words, view)],
        [*link_rows(words, view, width)],
        [*promise_rows(words, view.promises, view.today, width)],
        [heading(words.t("Ladder")), *(rung_row(words, rung, view.today) for rung in view.rungs)],
        [heading(words.t("Details")), _text(view.case.details or words.t("nothing yet"), width)],
    )
    return tuple(row for group in groups if group for row in (*group, BLANK))


def timeline_rows(words: Wording, view: CaseView, width: int) -> tuple[Row, ...]:
    """What happened, the newest first, on whichever day it was recorded."""
    case, steps = view.case, {rung.step.id: rung_title(words, rung) for rung in view.rungs}
    if not case.timeline:
        return (heading(words.t("Timeline")), _text(words.t("Nothing has happened yet."), width))
    newest = sorted(case.timeline, key=lambda event: (event.at, event.id), reverse=True)
    rows = (_event(words, view, event, steps, width) for event in newest)
    return (heading(words.t("Timeline")), *rows)


def _facts(words: Wording, view: CaseView, known_by: tuple[str, ...]) -> Iterator[str]:
    case = view.case
    yield case.subject
    yield f"{words.term(case.problem)}, {words.t('urgency')}: {words.term(case.urgency)}"
    yield from money_lines(words, view.money)
    if view.card.snooze:
        yield snooze_said(words, view.card.snooze)
    if view.card.chase:
        yield words.t("reminders {what}", what=chase_said(words, view.card.chase))
    if case.outcome:
        yield words.t("Outcome: {outcome}", outcome=case.outcome)
    yield from known_by
    for reference in their_references(case):
        number = words.t("their number {number}", number=reference.number)
        yield f"{number} {reference.url}".strip()
    for number in view.offered:
        yield words.t("their reply names {number}: Enter on it, then a digit", number=number)
    if case.evidence:
        yield words.n("{count} enclosure", "{count} enclosures", len(case.evidence))


def _deadlines(words: Wording, view: CaseView) -> Iterator[Row]:
    dates = [dated for dated in view.dates if not dated.is_over]
    if not dates:
        yield Row(((Span(words.t("none runs"), Tone.DIM),),))
    for dated in sorted(dates, key=lambda d: (not d.deadline.is_open, d.deadline.due)):
        yield _deadline(words, view, dated)


def _deadline(words: Wording, view: CaseView, dated: Dated) -> Row:
    deadline = dated.deadline
    what = f" {words.term(deadline.owner)}: {what_is_due(words, deadline)} "
    if deadline.is_open:
        late = deadline.late_on(view.today)
        mark, tone = ("!", Tone.LATE) if late else (" ", Tone.PLAIN)
        when = words.until(deadline, view.today)
    else:
        missed = deadline.state is DeadlineState.MISSED
        mark, tone = ("x", Tone.DIM) if missed else ("+", Tone.DIM)
        day = deadline.due if missed else deadline.settled_on or deadline.due
        when = f"{words.term(deadline.state)} {words.short_day(day, view.today)}"
    return Row(
        ((Span(mark + what, tone),), (Span(f"   {when}{_whose(words, view, dated)}", tone),))
    )


def _whose(words: Wording, view: CaseView, dated: Dated) -> str:
    """Of my own time the step; of theirs whose it is, where that is not plain."""
    if dated.deadline.kind is not DeadlineKind.WINDOW:
        return words.t(", {whose}", whose=dated.whose) if dated.whose else ""
    titles = (rung_title(words, r) for r in view.rungs if r.step.id == dated.deadline.step)
    return next((f", {title}" for title in titles), "")


def _event(words: Wording, view: CaseView, event: Event, steps: dict[str, str], width: int) -> Row:
    what = words.term(event.kind) + (f": {words.term(event.answer)}" if event.answer else "")
    if event.kind is EventKind.ESCALATED:
        what += f": {steps.get(event.step, event.step)}"
    if event.automatic:
        what += ", " + words.t("automatic")
    if event.final:
        what += ", " + words.t("their last word")
    if whom := view.with_whom.get(event.id, ""):
        what = words.t("{kind} ({whom})", kind=what, whom=whom)
    channel = f"  {words.term(event.channel)}" if event.channel else ""
    first = (
        Span(f"{words.short_day(event.day, view.today):<10} ", Tone.DIM),
        Span(what, Tone.STRONG),
        Span(channel, Tone.DIM),
    )
    told = [
        line
        for text in _told(words, event, view.today)
        for line in wrapped(text, width - 3, indent="   ")
    ]
    if len(told) > _MOST_TOLD:
        told[_MOST_TOLD - 1 :] = [(*told[_MOST_TOLD - 1], Span(" …", Tone.DIM))]
    return Row((first, *told), str(event.id))


def _told(words: Wording, event: Event, today: date) -> Iterator[str]:
    """What else an event says, shortest first."""
    facts = [event.agent, event.reference and words.t("no. {number}", number=event.reference)]
    if event.promise:
        facts.append(words.t("promised for {day}", day=words.short_day(event.promise, today)))
    if event.outcome:
        facts.append(words.term(event.outcome))
    facts += end_facts(words, event)
    if event.next_contact:
        facts.append(words.t("not before {day}", day=words.short_day(event.next_contact, today)))
    facts += [evidence.name for evidence in event.evidence]
    if any(facts):
        yield ", ".join(filter(None, facts))
    if event.override:
        yield words.t("Went out with errors: {why}", why=event.override)
    yield from despite_lines(words, event)
    if event.text:
        yield event.text


def _text(text: str, width: int) -> Row:
    return Row(tuple(wrapped(text, width)))
