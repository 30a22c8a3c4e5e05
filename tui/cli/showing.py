"""One case whole, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from tui.advice.figures.urgency_parts import Part
from tui.cases.case import Case
from tui.cases.numbers import their_references
from tui.cases.promises import Promise, broken_of
from tui.cli.out import fitted, width
from tui.cli.rungs import rung_lines
from tui.cli.showing_events import INDENT, timeline
from tui.desk.cases.dated import Dated
from tui.desk.cases.put_off_words import chase_said, snooze_said
from tui.desk.ladder.dispute import dates_text, parties_text
from tui.desk.ladder.money import MoneyView
from tui.desk.ladder.next_said import next_of_rungs
from tui.desk.views import CaseView, LinkView
from tui.wording.meter_text import running_lines
from tui.wording.stake_text import MARKS, back_line, promise_line, stake_lines
from tui.wording.wording import Wording
from tui.wording.working import explain


def told(
    words: Wording, view: CaseView, known_by: tuple[str, ...], *, whole: bool = False
) -> Iterator[str]:
    """The case: facts, references, next action, timeline, deadlines with working, ladder.

    `known_by`: its identifiers in words. `whole`: the working also of dates that are settled.
    """
    yield from _head(words, view)
    yield from _facts(words, view, known_by)
    yield from _texts(words, view.case)
    if view.case.timeline:
        yield from _titled(words.t("What happened"), timeline(words, view))
    if dates := list(_deadlines(words, view, whole=whole)):
        yield from _titled(words.t("Deadlines"), dates)
    yield from _money(words, view.money)
    if view.promises:
        yield from _titled(words.t("Promises"), _promises(words, view.promises, view.today))
    if view.links:
        yield from _titled(words.t("Linked cases"), [_link(words, link) for link in view.links])
    if view.urgency:
        points = sum(part.points for part in view.urgency)
        title = words.t("Urgency in the order of the board: {points}", points=points)
        yield from _titled(title, _urgency(words, view.urgency))
    if view.fault:
        yield words.say(view.fault)
        yield words.t("Until it is mended, the general ladder is shown.")
    yield from _titled(words.t("Ladder"), rung_lines(words, view.rungs, view.today))


def _head(words: Wording, view: CaseView) -> Iterator[str]:
    case = view.case
    yield words.t("#{id} {company}: {subject}", id=case.id, company=case.company,
                  subject=case.subject)  # fmt: skip
    stage = words.term(case.stage)
    yield f"{stage}: {words.term(case.outcome)}" if case.outcome else stage
    when = f" ({words.short_day(view.next.on, view.today)})" if view.next.on else ""
    what = next_of_rungs(words, view.rungs, view.next)
    yield words.t("Next: {what}{when}. {reason}", what=what, when=when, reason=view.next.reason)
    yield ""


def _facts(words: Wording, view: CaseView, known_by: tuple[str, ...]) -> Iterator[str]:
    case = view.case
    facts = [
        (words.t("Problem"), words.term(case.problem)),
        (words.t("Urgency"), words.term(case.urgency)),
        (words.t("Formal"), words.t("yes") if case.formal else ""),
        (words.t("Amount"), words.money(case.amount) if case.amount else ""),
        (words.t("They know it by"), ", ".join(known_by)),
        (words.t("Their number"), _references(words, case)),
        (words.t("Named in their reply"), _offered(words, view)),
        (words.t("Letters in"), case.language),
        (words.t("Country and zone"), " ".join(filter(None, (case.country, case.timezone)))),
        (words.t("Playbook"), case.playbook),
        (words.t("Others in the dispute"), parties_text(case.parties, words.language)),
        (words.t("Days that count"), dates_text(case.dates, words.language)),
        (words.t("Tags"), ", ".join(case.tags)),
        (words.t("Snoozed"), snooze_said(words, view.card.snooze) if view.card.snooze else ""),
        (words.t("Reminders"), chase_said(words, view.card.chase) if view.card.chase else ""),
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


def _offered(words: Wording, view: CaseView) -> str:
    if not view.offered:
        return ""
    line = f"upheld record {view.case.id} received --answer receipt --reference {view.offered[0]}"
    return words.t("{numbers}; to record it: {line}", numbers=view.offered, line=line)


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


def _deadlines(words: Wording, view: CaseView, *, whole: bool) -> Iterator[str]:
    for dated in view.dates:
        deadline = dated.deadline
        if dated.is_over and not whole:
            continue  # the ladder says that it is too late
        first, *working = explain(words, deadline, dated.whose)
        yield f"{first} [{_state(words, dated, view.today)}]"
        if deadline.is_open or whole:
            for line in working:
                yield INDENT + line


def _state(words: Wording, dated: Dated, today: date) -> str:
    if dated.is_over:
        return words.t("over")
    deadline = dated.deadline
    return words.until(deadline, today) if deadline.is_open else words.term(deadline.state)


def _money(words: Wording, money: MoneyView) -> Iterator[str]:
    """What is at stake, what came back, and what the delay costs them, with its working."""
    lines = [*stake_lines(words, money.at_stake, money.meters)] if money.meters else []
    lines += filter(None, [back_line(words, money.at_stake, money.back)])
    for running in money.meters:
        first, *working = running_lines(words, running)
        lines += [first, *(INDENT + line for line in working)]
    if lines:
        yield from _titled(words.t("Money"), lines)


def _promises(words: Wording, promises: Sequence[Promise], today: date) -> Iterator[str]:
    for promise in promises:
        yield f"{MARKS[promise.state]} {promise_line(words, promise, today)}"
    if broken := len(broken_of(promises)):
        yield words.n("{count} broken", "{count} broken", broken)


def _link(words: Wording, link: LinkView) -> str:
    kind, card = words.term(link.kind), link.card
    if card is None:
        gone = words.t("a case that is not in this book ({uid})", uid=link.uid[:8])
        return f"{kind}: {gone}"
    return f"{kind} #{card.id} {card.company}: {card.subject} ({words.term(card.stage)})"


def _urgency(words: Wording, parts: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        yield f"{part.points:+4}  {words.say(part.sentence)}"


def _titled(title: str, lines: Iterator[str] | Sequence[str]) -> Iterator[str]:
    yield ""
    yield title
    for line in lines:
        yield INDENT + line
