"""The parts of a bundle: facts, chronology, deadlines with their working, promises."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from tui.cases.case import Case
from tui.cases.deadline import Deadline
from tui.cases.errors import NotFound
from tui.cases.event import Event
from tui.cases.numbers import their_numbers
from tui.cases.promises import Promise, in_order, promises_of
from tui.cases.words import EventKind
from tui.desk.office import Office
from tui.desk.showing import known_by
from tui.terminal.clean import clean_line, clean_text
from tui.wording.wording import Wording
from tui.wording.working import explain

# Letters are loaded when a bundle is made.
if TYPE_CHECKING:
    from tui.letters.export.bundle import Entry, Fact, Promised, Term
    from tui.letters.letter import Sender


def facts(office: Office, case: Case, words: Wording, sender: Sender) -> tuple[Fact, ...]:
    """What stands on the cover; what is not known is left out."""
    from tui.letters.export.bundle import Fact

    told = (*_matter(case, words), *_standing(office, case, words), *_people(case, words, sender))
    return tuple(Fact(key, clean_text(text)) for key, text in told if text.strip())


def _matter(case: Case, words: Wording) -> Iterator[tuple[str, str]]:
    yield "company", case.company
    yield "subject", case.subject
    yield "parties", "\n".join(party.company for party in case.parties)
    yield "problem", words.term(case.problem)
    yield "amount", words.money(case.amount) if case.amount else ""
    yield "result", case.expected_result


def _standing(office: Office, case: Case, words: Wording) -> Iterator[tuple[str, str]]:
    yield "opened", words.day(case.opened_at.date()) if case.opened_at else ""
    yield "stage", words.term(case.stage)
    yield "outcome", words.term(case.outcome) if case.outcome else ""
    yield "step", step_title(office, case, case.step, words) if case.step else ""


def _people(case: Case, words: Wording, sender: Sender) -> Iterator[tuple[str, str]]:
    yield "known_by", "\n".join(known_by(case, words.language))
    yield "their_numbers", "\n".join(their_numbers(case))
    yield "person", sender.name
    yield "represented", sender.principal.name
    yield "contacts", "\n".join(filter(None, (sender.email, sender.phone, sender.address)))


def step_title(office: Office, case: Case, step: str, words: Wording) -> str:
    """What a step of the ladder is called; its id where the playbook no longer has it."""
    try:
        return office.playbook(case).step(step).title[words.language]
    except NotFound:
        return step


def chronology(office: Office, case: Case, words: Wording) -> tuple[Entry, ...]:
    """Every event but my own notes, which are nobody else's matter; the oldest first."""
    told = (event for event in in_order(case) if event.kind is not EventKind.NOTE)
    return tuple(_entry(office, case, event, words) for event in told)


def _entry(office: Office, case: Case, event: Event, words: Wording) -> Entry:
    from tui.letters.export.bundle import Entry

    step = step_title(office, case, event.step, words) if event.step else ""
    what = (words.term(event.kind), event.answer and words.term(event.answer),
            event.outcome and words.term(event.outcome), step)  # fmt: skip
    party = clean_line(case.company_of(event.party) or event.party) if event.party else ""
    channel = words.term(event.channel) if event.channel else ""
    return Entry(
        at=event.at,
        day=words.day(event.day),
        kind=event.kind.value,
        what=": ".join(filter(None, what)),
        how=", ".join(filter(None, (channel, party))),
        text=clean_text(event.text),
        channel=event.channel.value if event.channel else "",
        to=clean_line(event.to),
        agent=clean_line(event.agent),
        reference=clean_line(event.reference),
        step=event.step,
        answer=event.answer.value if event.answer else "",
        outcome=event.outcome.value if event.outcome else "",
        party=party,
        refund=words.money(event.refund) if event.refund else "",
        final=event.final,
        promise=event.promise,
        due=event.due,
        enclosures=tuple(piece.number for piece in event.evidence),
    )


def terms(case: Case, words: Wording, today: date) -> tuple[Term, ...]:
    """The deadlines, the open ones first, each with its working."""
    found = sorted(case.deadlines, key=lambda d: (not d.is_open, d.due))
    return tuple(_term(deadline, words, today) for deadline in found)


def _term(deadline: Deadline, words: Wording, today: date) -> Term:
    from tui.letters.export.bundle import Term

    result, *working = map(clean_line, explain(words, deadline))
    if deadline.is_open:
        stands = words.t("open, {when}", when=words.until(deadline, today))
    else:
        stands = words.term(deadline.state)
    return Term(
        head=f"{result} [{stands}]",
        working=tuple(working),
        owner=deadline.owner.value,
        kind=deadline.kind.value,
        rule=clean_line(deadline.rule),
        state=deadline.state.value,
        due=deadline.due,
        late_after=deadline.late_after,
    )


def promises(case: Case, words: Wording, today: date) -> tuple[Promised, ...]:
    """Every date that they gave, and what became of it."""
    return tuple(_promised(promise, words) for promise in promises_of(case, today))


def _promised(promise: Promise, words: Wording) -> Promised:
    from tui.letters.export.bundle import Promised
    from tui.letters.export.labels import label

    return Promised(
        given=words.day(promise.made_on),
        who=clean_line(promise.agent),
        what=clean_text(promise.text),
        by=words.day(promise.due),
        became=label(words.language, f"bundle.{promise.state}"),
        state=promise.state.value,
        given_on=promise.made_on,
        by_on=promise.due,
    )
