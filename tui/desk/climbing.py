"""Which step of its ladder an event belongs to, with whom, and until when steps may be taken."""

from __future__ import annotations

from msgspec.structs import replace

from tui.cases.card import card_of
from tui.cases.case import I_WRITE, Case
from tui.cases.errors import BadInput
from tui.cases.event import Event
from tui.cases.words import EventKind
from tui.desk.office import Office
from tui.desk.outside import BODY, COMPANY, body_of
from tui.playbooks.ladder import Rung, RungState, ladder, next_rung
from tui.playbooks.windows import windows


def placed(office: Office, case: Case, event: Event, anyway: bool) -> Event:
    """The event with its step and with whom it was.

    A climb takes the step that it names; what I write belongs to the step on which the case
    stands with them; what they do to none. Raises BadInput for a step that is not open.
    """
    if event.kind is EventKind.ESCALATED:
        step = _open_step(office, case, event.step, anyway)
        return replace(event, step=step, party=office.playbook(case).step(step).party)
    party = _party(office, case, event.party)
    current = _standing(office, case, party)
    if event.step and office.playbook(case).step(event.step).id != current:
        raise BadInput(
            "The case stands on the step “{current}”. To climb to “{step}”, record: escalated",
            current=current,
            step=event.step,
        )
    return replace(event, step=current if event.kind in I_WRITE else "", party=party)


def _party(office: Office, case: Case, typed: str) -> str:
    """The role of whom the event was with: whom I wrote to last, where nothing is typed."""
    if not typed:
        return case.party
    playbook = office.playbook(case)
    above = body_of(case, playbook)
    known = (COMPANY, *((BODY,) if above else ()), *playbook.parties)
    if typed not in known:
        raise BadInput(
            "“{value}” is nobody in this dispute. Known: {known}.", value=typed, known=known
        )
    if typed in playbook.parties:
        return typed
    return COMPANY if above and typed == COMPANY else ""


def _standing(office: Office, case: Case, party: str) -> str:
    """The step on which the case stands with a party."""
    if party == case.party:
        return office.step(case)
    playbook = office.playbook(case)
    steps = [playbook.step(s) for s in case.taken if playbook.place(s)]
    if party == COMPANY:
        with_them = [step.id for step in steps if not step.party and not step.is_body]
    else:
        with_them = [step.id for step in steps if step.party == party]
    if not with_them:
        raise BadInput("Nothing was sent to “{party}” yet. Record first: escalated", party=party)
    return with_them[-1]


def with_windows(office: Office, case: Case) -> Case:
    """The case with the days until which its further steps may be taken, worked out anew."""
    playbook = office.playbook(case)
    if not any(step.window for step in playbook.steps):
        return replace(case, windows=())
    return replace(case, windows=windows(case, playbook, office.clocks(case)))


def _open_step(office: Office, case: Case, wanted: str, anyway: bool) -> str:
    playbook, today = office.playbook(case), office.today(case)
    rungs = ladder(office.at_present(card_of(case)), playbook, today, office.clocks(case))
    if not wanted:
        rung = next_rung(rungs)
        if rung is None:
            raise BadInput(
                "No step of the ladder is open for #{id} now. See: upheld ladder {id}", id=case.id
            )
        return rung.step.id
    step = playbook.step(wanted)
    rung = next(r for r in rungs if r.step.id == step.id)
    if rung.state not in (RungState.OPEN, RungState.BACK) and not anyway:
        raise _not_open(rung, rungs)
    return step.id


def _not_open(rung: Rung, rungs: tuple[Rung, ...]) -> BadInput:
    """Why a step may not be taken, and which may."""
    still = tuple(r.step.id for r in rungs if r.state is RungState.OPEN)
    if still:
        return BadInput(
            "The step “{step}” is not open. {reason} Open now: {still}. "
            "To climb all the same: --anyway",
            step=rung.step.id,
            reason=rung.reason,
            still=still,
        )
    return BadInput(
        "The step “{step}” is not open. {reason} To climb all the same: --anyway",
        step=rung.step.id,
        reason=rung.reason,
    )
