"""Which step of its ladder an event belongs to, with whom, and until when steps may be taken."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from tui.cases.card import card_of
from tui.cases.case import I_WRITE, Case
from tui.cases.errors import BadInput, NotOpen, TooLate
from tui.cases.event import Event
from tui.cases.sentence import Sentence, say
from tui.cases.words import EventKind, Stage
from tui.desk.ladder.outside import BODY, COMPANY, beside, body_of
from tui.desk.office import Office
from tui.playbooks.ladder import Rung, RungState, ladder, next_rung
from tui.playbooks.steps import Step
from tui.playbooks.windows import windows

_OPEN = (RungState.OPEN, RungState.BACK)


def placed(office: Office, case: Case, event: Event, anyway: bool) -> Event:
    """The event with its step and with whom it was.

    A climb takes the step that it names, and so does the first letter of a case; what I write
    later belongs to the step on which the case stands with them; what they do to none. Raises
    BadInput for a step that is not open, and for what rests on a ladder that is faulty.
    """
    if event.kind in I_WRITE or event.step or event.party:
        office.require_ladder(case)
    if event.kind is EventKind.ESCALATED:
        climb = _on_step(office, case, event, event.step, anyway)
        _require_once(case, climb)
        return climb
    party = _party(office, case, event.party)
    current = _standing(office, case, party)
    if case.stage is Stage.DRAFT and event.kind in I_WRITE:
        step = event.step or current
        may_jump = anyway and step == current  # no option takes a draft up the ladder
        return _on_step(office, case, replace(event, party=party), step, may_jump)
    if event.step and office.playbook(case).step(event.step).id != current:
        raise BadInput(
            "The case stands on the step “{current}”. To climb to “{step}”, record: escalated",
            current=current,
            step=event.step,
        )
    mine = event.kind in I_WRITE
    aside = mine and party in {step.id for step in beside(case, office.playbook(case))}
    return replace(event, step=current if mine else "", party=party, aside=aside)


def _party(office: Office, case: Case, typed: str) -> str:
    """The role of whom the event was with: whom I wrote to last, where nothing is typed."""
    if not typed:
        return case.party
    playbook = office.playbook(case)
    above = body_of(case, playbook)
    others = tuple(step.id for step in beside(case, playbook))
    known = (COMPANY, *((BODY,) if above else ()), *playbook.parties, *others)
    if typed not in known:
        raise BadInput(
            "“{value}” is nobody in this dispute. Known: {known}.", value=typed, known=known
        )
    if typed in (*playbook.parties, *others):
        return typed
    return COMPANY if above and typed == COMPANY else ""


def _standing(office: Office, case: Case, party: str) -> str:
    """The step on which the case stands with a party."""
    if party == case.party:
        return office.step(case)
    playbook = office.playbook(case)
    steps = [playbook.step(s) for s in case.taken if playbook.place(s)]
    with_them = [step.id for step in steps if step.whom == (party or COMPANY)]
    if not with_them:
        raise BadInput("Nothing was sent to “{party}” yet. Record first: escalated", party=party)
    return with_them[-1]


def with_windows(office: Office, case: Case) -> Case:
    """The case with the days until which its further steps may be taken, worked out anew.

    They stay as they are while its ladder is faulty.
    """
    if office.ladder_fault(case):
        return case
    playbook = office.playbook(case)
    if not any(step.window_rule for step in playbook.steps):
        return replace(case, windows=())
    return replace(case, windows=windows(case, playbook, office.clocks(case)))


def _on_step(office: Office, case: Case, event: Event, wanted: str, anyway: bool) -> Event:
    """The event on the step that it takes, the next open one where none is named.

    Taken after its time, it says so. Raises BadInput for a step that is not open: whoever takes
    one `anyway` climbs to any, and whoever says why to one whose time alone is over.
    """
    rungs = rungs_on(office, case, office.today(case))
    best = next_rung(rungs)
    if not wanted and best is None:
        raise BadInput(
            "No step of the ladder is open for #{id} now. See: upheld ladder {id}", id=case.id
        )
    step_id = office.playbook(case).step(wanted).id if wanted or best is None else best.step.id
    rung = _as_it_was(office, case, event, next(r for r in rungs if r.step.id == step_id))
    why = event.despite or case.why_despite(step_id)
    if not (rung.may_be_taken or anyway or (rung.only_late and why)):
        raise not_open(rung, rungs, _elsewhere(office, case, rung))
    ended = rung.closes if rung.state is RungState.CLOSED else None
    despite = "" if rung.state in _OPEN else why
    event = replace(event, step=step_id, despite=despite, ended=ended)
    return _to(rung.step, event) if event.kind is EventKind.ESCALATED else event


def _require_once(case: Case, climb: Event) -> None:
    """Raises BadInput where the same climb was recorded on that day: nobody climbs a step twice.

    Also of who takes it anyway, whose second letter on a step is no climb.
    """
    last = case.last_contact
    if last and last.kind is climb.kind and (last.step, last.day) == (climb.step, climb.day):
        raise BadInput(
            "The climb to “{step}” is recorded for {day} already. To take it back: undo. "
            "For another letter to them, record: sent",
            step=climb.step,
            day=climb.day,
        )


def _to(step: Step, event: Event) -> Event:
    """A climb, with whom it goes to."""
    if step.aside:
        return replace(event, party=step.id, aside=True)
    return replace(event, party=step.party, addressee="" if step.party else step.whom)


def _as_it_was(office: Office, case: Case, event: Event, rung: Rung) -> Rung:
    """What is recorded later than it happened is too late only if it was so on its day."""
    if rung.state is not RungState.CLOSED or event.day >= office.today(case):
        return rung
    then = rungs_on(office, case, event.day)
    return next((r for r in then if r.step.id == rung.step.id and r.state in _OPEN), rung)


def rungs_on(office: Office, case: Case, day: date) -> tuple[Rung, ...]:
    """The ladder of a case as it is on a day of the company."""
    card = office.at_present(card_of(case))
    return ladder(card, office.playbook(case), day, office.clocks(case))


def _elsewhere(office: Office, case: Case, rung: Rung) -> Sentence | None:
    """What is still open beside a ladder, one step of which is too late."""
    if not rung.only_late:
        return None
    from tui.desk.ladder.other_ladders import others_said

    return others_said(office, case)


def not_open(rung: Rung, rungs: tuple[Rung, ...], elsewhere: Sentence | None = None) -> NotOpen:
    """Why a step may not be taken, and which may; where none may, on which other ladders."""
    fault = TooLate if rung.only_late else NotOpen
    still = tuple(r.step.id for r in rungs if r.state is RungState.OPEN)
    if still:
        told = say(
            "The step “{step}” is not open. {reason} Open now: {still}.",
            step=rung.step.id,
            reason=rung.reason,
            still=still,
        )
        return fault(told)
    if elsewhere:
        told = say(
            "The step “{step}” is not open. {reason} {more}",
            step=rung.step.id,
            reason=rung.reason,
            more=elsewhere,
        )
        return fault(told)
    why = rung.reason
    return fault(say("The step “{step}” is not open. {reason}", step=rung.step.id, reason=why))
