"""Recording what happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from msgspec.structs import replace

from tui.cases.card import card_of
from tui.cases.case import Case
from tui.cases.errors import BadInput
from tui.cases.event import Event, Evidence
from tui.cases.lifecycle import apply
from tui.cases.words import Answer, Channel, EventKind, Outcome
from tui.deadlines.period import Period, parse_day, parse_period
from tui.deadlines.starting import started_by
from tui.desk import facts
from tui.desk.office import Office, zone_of
from tui.desk.opening import change
from tui.playbooks.ladder import RungState, ladder, next_rung
from tui.store.contract import Book

_DAYS = ("promise", "due", "next_contact")


@dataclass(frozen=True, slots=True)
class Happening:
    """What a person says happened, as typed: field -> text, and files to copy in.

    Fields: at, channel, to, text, reference, reference_refused, url, agent, promise, due,
    next_contact, answer, automatic, outcome, step. Dates are ISO or +10wd, +3d, +2w, +1m.
    """

    kind: EventKind
    texts: Mapping[str, str] = field(default_factory=dict)
    files: tuple[Path, ...] = ()
    anyway: bool = False


def record(office: Office, case_id: int, happening: Happening) -> Case:
    """Append an event to a case, with the deadlines that it starts.

    Raises BadInput for unusable texts, NotLawful for an event that does not fit the stage.
    """
    said = _event(office, office.store.get(case_id), happening)
    with office.store.writing(change(office, "record", case_id, said.kind)) as book:
        case = book.case(case_id)
        event = replace(said, step=_step(office, case, said, happening.anyway))
        event = replace(event, evidence=_evidence(book, case, happening.files))
        apply(case, event)
        started = started_by(
            event, case, _answer_within(office, case, event), office.calendar(case)
        )
        return book.put(apply(case, replace(event, starts=started)))


def _event(office: Office, case: Case, happening: Happening) -> Event:
    given = {name: text.strip() for name, text in happening.texts.items() if text.strip()}
    at = _moment(office, case, given.get("at", ""))
    days = {name: _day(office, case, at, given, name) for name in _DAYS}
    return Event(
        at=at,
        kind=happening.kind,
        channel=facts.word_of(Channel, given["channel"], "channel") if "channel" in given else None,
        answer=facts.word_of(Answer, given["answer"], "answer") if "answer" in given else None,
        outcome=facts.word_of(Outcome, given["outcome"], "outcome") if "outcome" in given else None,
        automatic=facts.yes_or_no(given.get("automatic", ""), "automatic"),
        reference_refused=facts.yes_or_no(given.get("reference_refused", ""), "reference_refused"),
        to=given.get("to", ""),
        text=given.get("text", ""),
        reference=given.get("reference", ""),
        url=given.get("url", ""),
        agent=given.get("agent", ""),
        step=given.get("step", ""),
        promise=days["promise"],
        due=days["due"],
        next_contact=days["next_contact"],
    )


def _moment(office: Office, case: Case, text: str) -> datetime:
    """When it happened, in the company's zone: now, a day (its noon), or a day and a time."""
    now = office.now(case)
    if not text:
        return now
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise BadInput(
            "“{value}” is not a date. Write 2026-11-22 or 2026-11-22 14:05.", value=text
        ) from None
    if len(text) <= len("2026-11-22"):
        at = now if at.date() == now.date() else at.replace(hour=12)
    zone = zone_of(case) or now.tzinfo
    at = at.replace(tzinfo=zone) if at.tzinfo is None else at.astimezone(zone)
    if at > now:
        raise BadInput("{day} lies ahead: record it when it has happened.", day=at.date())
    if case.opened_at and at.year < 2000:
        raise BadInput("{day} is too long ago for a case of today.", day=at.date())
    return at


def _day(
    office: Office, case: Case, at: datetime, given: Mapping[str, str], name: str
) -> date | None:
    if name not in given:
        return None
    day = parse_day(given[name], at.date(), office.calendar(case))
    if day < at.date():
        raise BadInput("{name} {day} lies before the event itself.", name=name, day=day)
    return day


def _step(office: Office, case: Case, event: Event, anyway: bool) -> str:
    """The step an event belongs to: the first for the first contact, the next for a climb."""
    playbook = office.playbook(case)
    if event.kind is EventKind.ESCALATED:
        return _open_step(office, case, event.step, anyway)
    if event.step:
        return playbook.step(event.step).id
    mine = event.kind in (EventKind.SENT, EventKind.CALL)
    return (case.step or playbook.steps[0].id) if mine else ""


def _open_step(office: Office, case: Case, wanted: str, anyway: bool) -> str:
    card = card_of(case)
    rungs = ladder(card, office.playbook(case), office.today(case), office.calendar(case))
    if not wanted:
        rung = next_rung(rungs)
        if rung is None:
            raise BadInput(
                "No step of the ladder is open for #{id} now. See: upheld ladder {id}", id=case.id
            )
        return rung.step.id
    step = office.playbook(case).step(wanted)
    rung = next(r for r in rungs if r.step.id == step.id)
    if rung.state is not RungState.OPEN and not anyway:
        raise BadInput(
            "The step “{step}” is not open: {reason}. To climb all the same: --anyway",
            step=step.id,
            reason=rung.reason,
        )
    return step.id


def _answer_within(office: Office, case: Case, event: Event) -> Period | None:
    """How long they usually have on the step, if it has a clock."""
    step_id = event.step or case.step
    if not step_id:
        return None
    period = office.playbook(case).step(step_id).answer_within
    return parse_period(period) if period else None


def _evidence(book: Book, case: Case, files: tuple[Path, ...]) -> tuple[Evidence, ...]:
    first = max((e.number for e in case.evidence), default=0) + 1
    return tuple(book.put_evidence(path, number) for number, path in enumerate(files, first))
