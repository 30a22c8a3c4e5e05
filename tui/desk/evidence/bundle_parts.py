"""The parts of a bundle: facts, chronology, deadlines with their working, promises."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from tui.cases.case import I_WRITE, Case
from tui.cases.event import Event
from tui.cases.money import summed
from tui.cases.numbers import has_postal
from tui.cases.order import in_order
from tui.cases.promises import Promise, promises_of
from tui.cases.settled import is_settled
from tui.cases.words import EventKind
from tui.desk.cases.dated import Dated, dates_of
from tui.desk.cases.identifiers import known_by
from tui.desk.evidence.bundle_words import (
    day_of,
    numbers_by_giver,
    step_title,
    titles_of,
)
from tui.desk.office import Office
from tui.terminal.clean import clean_line, clean_text
from tui.wording.for_others import explain_to_others
from tui.wording.wording import Wording

# Letters are loaded when a bundle is made.
if TYPE_CHECKING:
    from tui.letters.export.bundle import Entry, Fact, Promised, Term
    from tui.letters.letter import Sender


def facts(office: Office, case: Case, words: Wording, sender: Sender) -> tuple[Fact, ...]:
    """What stands on the cover; what is not known is left out."""
    from tui.letters.export.bundle import Fact

    people = _people(office, case, words, sender)
    told = (*_matter(case, words), *_standing(office, case, words), *people)
    return tuple(Fact(key, clean_text(text)) for key, text in told if text.strip())


def _matter(case: Case, words: Wording) -> Iterator[tuple[str, str]]:
    yield "company", case.company
    yield "subject", case.subject
    yield "parties", "\n".join(party.company for party in case.parties)
    yield "problem", words.term(case.problem)
    yield "amount", words.money(case.amount) if case.amount else ""
    yield "back", ", ".join(map(words.money, summed(case.refunds)))
    yield "story", case.details
    yield "tried", case.done_already
    yield "result", case.expected_result


def _standing(office: Office, case: Case, words: Wording) -> Iterator[tuple[str, str]]:
    """For one who does not know this program: since when, and where it stands."""
    from tui.letters.export.labels import label

    began = [event.day for event in case.timeline]
    began += [case.opened_at.date()] if case.opened_at else []
    yield "opened", words.day(min(began)) if began else ""
    is_solved = case.stage.is_live and is_settled(case)
    yield "stage", label(words.language, f"bundle.stage_{'solved' if is_solved else case.stage}")
    yield "outcome", words.term(case.outcome) if case.outcome else ""
    yield "step", step_title(office, case, case.step, words) if case.step else ""


def _people(
    office: Office, case: Case, words: Wording, sender: Sender
) -> Iterator[tuple[str, str]]:
    yield "known_by", "\n".join(known_by(case, words.language))
    yield "their_numbers", numbers_by_giver(office, case, words.language)
    yield "person", sender.name
    yield "represented", sender.principal.name
    yield "contacts", "\n".join(filter(None, (sender.email, sender.phone, sender.address)))


def chronology(office: Office, case: Case, words: Wording) -> tuple[Entry, ...]:
    """Every event but my own notes, which are nobody else's matter; the oldest first."""
    titles = titles_of(office, case, words)
    told = (event for event in in_order(case) if event.kind is not EventKind.NOTE)
    return tuple(_entry(office, case, event, titles.get(event.id, ""), words) for event in told)


def _entry(office: Office, case: Case, event: Event, title: str, words: Wording) -> Entry:
    from tui.letters.export.bundle import Entry

    what = (words.term(event.kind), event.answer and words.term(event.answer),
            event.outcome and words.term(event.outcome), title)  # fmt: skip
    party = _with_whom(office, case, event)
    channel = words.term(event.channel) if event.channel else ""
    return Entry(
        at=event.at,
        day=day_of(case, event, words),
        kind=event.kind.value,
        what=": ".join(filter(None, what)),
        how=", ".join(filter(None, (channel, party))),
        text=clean_text(event.text),
        channel=event.channel.value if event.channel else "",
        to=clean_line(event.to),
        agent=clean_line(event.agent),
        reference=clean_line(event.reference),
        by_post=has_postal(event),
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


def _with_whom(office: Office, case: Case, event: Event) -> str:
    """Whom of several it was with; nobody is named where there is one company only."""
    if event.party:
        return clean_line(case.company_of(event.party) or event.party)
    playbook, before = office.playbook(case), case.timeline[: case.timeline.index(event) + 1]
    taken = [e.step for e in before if e.kind in I_WRITE and not e.party and playbook.place(e.step)]
    is_above = bool(taken) and playbook.step(taken[-1]).is_body
    return clean_line(case.company) if case.parties and not is_above else ""


def terms(office: Office, case: Case, words: Wording, today: date) -> tuple[Term, ...]:
    """The deadlines and my own time to go on, the open ones first, each with its working."""
    found = (d for d in dates_of(case, office.playbook(case), today) if not d.is_over)
    in_order = sorted(found, key=lambda d: (not d.deadline.is_open, d.deadline.due))
    return tuple(_term(dated, words, today) for dated in in_order)


def _term(dated: Dated, words: Wording, today: date) -> Term:
    from tui.letters.export.bundle import Term

    deadline = dated.deadline
    result, *working = map(clean_line, explain_to_others(words, deadline, dated.whose))
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
