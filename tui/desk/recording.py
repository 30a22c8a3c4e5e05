"""Recording what happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from dataclasses import replace as with_
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from msgspec.structs import replace

from tui.cases.case import I_WRITE, Case
from tui.cases.deadline import Deadline
from tui.cases.errors import BadInput
from tui.cases.event import Event, Evidence
from tui.cases.lifecycle import apply
from tui.cases.words import Answer, Channel, DeadlineKind, EventKind, Outcome
from tui.deadlines.applying import Terms
from tui.deadlines.calendars import WeekendsOnly
from tui.deadlines.starting import can_start, has_clocks, started_by
from tui.deadlines.typed import parse_day
from tui.desk import facts
from tui.desk.climbing import placed, with_windows
from tui.desk.labels import label
from tui.desk.moments import moment_of
from tui.desk.money import typed_end
from tui.desk.office import Office
from tui.desk.opening import change
from tui.desk.plausible import require_sense
from tui.desk.reckoning import other_start
from tui.playbooks.clocks import Clocks
from tui.store.contract import Book
from tui.terminal.clean import clean_line

E = TypeVar("E", bound=StrEnum)

_TEXTS = ("to", "text", "reference", "url", "agent", "step", "rule", "override", "party")
_DAYS = ("promise", "due", "next_contact")
_WITHOUT_CALENDAR = frozenset({EventKind.NOTE, EventKind.EVIDENCE, EventKind.CLOSED})


@dataclass(frozen=True, slots=True)
class Happening:
    """What a person says happened, as typed: field -> text, and files to copy in.

    Fields: at, channel, to, text, reference, reference_refused, url, agent, promise, due,
    next_contact, answer, automatic, final, outcome, refund, satisfaction, step, party, rule,
    override. Dates are what `parse_day` reads, sums what `money_of` does.
    """

    kind: EventKind
    texts: Mapping[str, str] = field(default_factory=dict)
    files: tuple[Path, ...] = ()
    anyway: bool = False


def record(office: Office, case_id: int, happening: Happening) -> Case:
    """Append an event to a case, with the deadlines that it starts.

    A file that the case has already is not enclosed twice. Raises BadInput for unusable texts and
    for evidence that is nothing new, NotLawful for an event that does not fit the stage.
    """
    if happening.kind is EventKind.EVIDENCE and not happening.files:
        raise BadInput("Say which file is the evidence.")
    with office.store.writing(change(office, "record", case_id, happening.kind)) as book:
        case = book.case(case_id)
        event = _event(office, case, happening)
        require_sense(case, event)
        event = placed(office, case, event, happening.anyway)
        event = replace(event, evidence=_evidence(book, case, happening))
        event = replace(event, starts=_started(office, case, event))
        return book.put(with_windows(office, apply(case, event)))


def _event(office: Office, case: Case, happening: Happening) -> Event:
    given = {name: text.strip() for name, text in happening.texts.items() if text.strip()}
    at = moment_of(office, case, given.get("at", ""))
    texts: dict[str, Any] = {name: given.get(name, "") for name in _TEXTS}
    days: dict[str, Any] = {name: _day(office, case, at, given, name) for name in _DAYS}
    return Event(
        at=at,
        kind=happening.kind,
        channel=_word(Channel, given, "channel"),
        answer=_word(Answer, given, "answer"),
        outcome=_word(Outcome, given, "outcome"),
        automatic=facts.yes_or_no(given.get("automatic", ""), "automatic"),
        final=facts.yes_or_no(given.get("final", ""), "final"),
        reference_refused=facts.yes_or_no(given.get("reference_refused", ""), "reference_refused"),
        **typed_end(case, given),
        **texts,
        **days,
    )


def _word(kind: type[E], given: Mapping[str, str], name: str) -> E | None:
    return facts.word_of(kind, given[name], name) if name in given else None


def _day(
    office: Office, case: Case, at: datetime, given: Mapping[str, str], name: str
) -> date | None:
    if name not in given:
        return None
    day = parse_day(given[name], at.date(), office.calendar(case))
    if day < at.date():
        raise BadInput(
            "{field}: {day} lies before the event itself.", field=label(name), day=day, name=name
        )
    return day


def _started(office: Office, case: Case, event: Event) -> tuple[Deadline, ...]:
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
    runs_already = (
        case.open_deadline(DeadlineKind.ANSWER, event.party)
        and event.kind is not EventKind.ESCALATED
    )
    if not step_id or event.kind not in I_WRITE or runs_already:
        return None
    return clocks.of_step(playbook.id, playbook.step(step_id), event.day, case.urgency)


def _evidence(book: Book, case: Case, happening: Happening) -> tuple[Evidence, ...]:
    """What of the files is new. Evidence has to be: else it is said where it is already."""
    known = {piece.sha256: piece for piece in case.evidence}
    number = max((e.number for e in case.evidence), default=0)
    new: list[Evidence] = []
    for path in happening.files:
        piece = book.put_evidence(path, number + len(new) + 1)
        if known.setdefault(piece.sha256, piece) is piece:
            new.append(piece)
    if happening.kind is EventKind.EVIDENCE and not new:
        there = known[piece.sha256]
        raise BadInput(
            "“{file}” is here already: enclosure {number}, {name}.",
            file=clean_line(happening.files[-1].name),
            number=there.number,
            name=clean_line(there.name),
        )
    return tuple(new)
