"""Recording what happened."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.errors import BadInput
from tui.cases.event import Event, Evidence
from tui.cases.lifecycle import apply
from tui.cases.words import Answer, Channel, EventKind, Outcome
from tui.deadlines.typed import parse_day
from tui.desk.cases import facts
from tui.desk.cases.chasing import with_chase
from tui.desk.cases.event_clocks import started
from tui.desk.cases.event_time import moment_of
from tui.desk.cases.plausible import require_rest, require_sense
from tui.desk.labels import label
from tui.desk.ladder.climbing import placed, with_windows
from tui.desk.ladder.money import typed_end
from tui.desk.office import Office
from tui.desk.opening import change
from tui.store.book_contract import Book
from tui.terminal.clean import clean_line

E = TypeVar("E", bound=StrEnum)

_TEXTS = (
    "to", "text", "reference", "url", "agent", "step", "rule", "override", "party", "despite",
    "message_id", "letter",
)  # fmt: skip
_DAYS = ("promise", "due", "next_contact")
_WITHOUT_CALENDAR = frozenset({EventKind.NOTE, EventKind.EVIDENCE, EventKind.CLOSED})


class Happening(Struct, frozen=True):
    """What a person says happened, as typed: field -> text, and files to copy in.

    Fields: at, channel, to, text, reference, reference_refused, url, agent, promise, due,
    next_contact, answer, automatic, final, outcome, refund, satisfaction, step, party, rule,
    override, despite, message_id, letter. Dates are what `parse_day` reads, sums what `money_of`
    does. `judges`: the id of the message of theirs of which this tells what it was; 0: of none.
    """

    kind: EventKind
    texts: Mapping[str, str] = field(default_factory=dict)
    files: tuple[Path, ...] = ()
    anyway: bool = False
    judges: int = 0


def record(office: Office, case_id: int, happening: Happening) -> Case:
    """Append an event to a case, with the deadlines that it starts.

    A file that the case has already is not enclosed twice. Raises BadInput for unusable texts and
    for evidence that is nothing new, NotLawful for an event that does not fit the stage.
    """
    if happening.kind is EventKind.EVIDENCE and not happening.files:
        raise BadInput("Say which file is the evidence.")
    with office.store.writing(change(office, "record", case_id, happening.kind)) as book:
        return book.put(happened(office, book, book.case(case_id), happening))


def happened(
    office: Office, book: Book, case: Case, happening: Happening, of: Event | None = None
) -> Case:
    """The case as it is then, not stored yet. `of`: see `happening_as_event`. Raises as `record`
    does.
    """
    event = happening_as_event(office, case, happening, of)
    require_sense(case, event)
    if not happening.anyway:
        require_rest(case, event)
    event = placed(office, case, event, happening.anyway)
    event = replace(event, evidence=taken_in(book, case, happening))
    return _appended(office, case, event)


def appended(office: Office, case: Case, event: Event) -> Case:
    """The case with an event of theirs that nobody typed, such as a mail that came.

    Raises as `record` does.
    """
    return _appended(office, case, placed(office, case, event, anyway=False))


def _appended(office: Office, case: Case, event: Event) -> Case:
    event = replace(event, starts=started(office, case, event))
    return with_chase(office, with_windows(office, apply(case, event)))


def happening_as_event(
    office: Office, case: Case, happening: Happening, of: Event | None = None
) -> Event:
    """The event as it is typed. `of`: a message of theirs that told it, from which comes what is
    not typed; it happened when that came.
    """
    event = _typed(office, case, happening, of)
    if event.day < office.now(case).date():
        event = replace(event, noted=office.now(case).date())
    if of is None:
        return event
    return replace(
        event,
        channel=event.channel or of.channel,
        agent=event.agent or of.agent,
        text=event.text or of.text,
        party=event.party or of.party,
        mail=of.mail,
        # Of a letter that came back it is that of the letter.
        message_id="" if event.kind is EventKind.UNDELIVERED else of.message_id,
    )


def _typed(office: Office, case: Case, happening: Happening, of: Event | None) -> Event:
    given = {name: text.strip() for name, text in happening.texts.items() if text.strip()}
    at = of.at if of and "at" not in given else moment_of(office, case, given.get("at", ""))
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


def taken_in(book: Book, case: Case, happening: Happening) -> tuple[Evidence, ...]:
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
