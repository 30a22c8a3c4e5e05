"""A right once gained stays: no step that they opened is shut by taking another one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from case_story import COMPLETE, answered, event, owed, sent, told
from msgspec.structs import replace

from tui.cases.card import card_of
from tui.cases.case import Case
from tui.cases.event import Event
from tui.cases.lifecycle import apply
from tui.cases.words import Answer, DeadlineKind, EventKind, Stage
from tui.playbooks import steps
from tui.playbooks.opening import openings
from tui.playbooks.playbook import load_playbook, playbook_ids
from tui.playbooks.rung import RungState
from tui.playbooks.steps import Playbook, Step

START = date(2026, 11, 2)
THEIR_TIME, MONTH = timedelta(days=10), timedelta(days=30)
STEPS_UP = 2
MAY_BE_TAKEN = (RungState.OPEN, RungState.BACK)


def taken(case: Case, step: Step, day: date) -> Event:
    due = replace(owed(DeadlineKind.ANSWER, day + THEIR_TIME), step=step.id)
    climb = EventKind.SENT if case.stage is Stage.DRAFT else EventKind.ESCALATED
    return replace(sent(day, step.id), kind=climb, party=step.party, starts=(due,))


def open_steps(case: Case, playbook: Playbook, day: date) -> tuple[Step, ...]:
    rungs = openings(card_of(case), playbook, day)
    return tuple(rung.step for rung in rungs if rung.state in MAY_BE_TAKEN)


def outcomes(case: Case, step: Step, day: date) -> Iterator[Case]:
    """They stay silent, refuse, answer in part, say their last word."""
    yield case
    yield apply(case, event(EventKind.REFUSED, day, party=step.party))
    yield apply(case, answered(day, Answer.PARTLY, party=step.party))
    yield apply(case, event(EventKind.REFUSED, day, party=step.party, final=True))


def climb(case: Case, playbook: Playbook, step: Step, day: date, up: int) -> None:
    """Take a step, and from all that may come of it each step that is then open."""
    before = {s.id for s in open_steps(case, playbook, day)} - {step.id}
    case = apply(case, taken(case, step, day))
    lost = before - {s.id for s in open_steps(case, playbook, day)} - set(case.taken)
    lost.discard(playbook.steps[0].id)  # left out by who began further up: to ask is no right
    assert not lost, (playbook.id, case.taken, [e.kind.value for e in case.timeline], lost)
    if up:
        later = day + MONTH
        for went in outcomes(case, step, day + timedelta(days=1)):
            for above in open_steps(went, playbook, later):
                if above.id not in went.taken:
                    climb(went, playbook, above, later, up - 1)


@pytest.mark.parametrize("book", playbook_ids())
def test_what_they_opened_stays_open_whatever_way_is_taken(book: str) -> None:
    playbook = load_playbook(book)
    problem = playbook.problems[0] if playbook.problems else COMPLETE.problem
    case = replace(COMPLETE, playbook=book, problem=problem)
    for step in playbook.steps:
        if steps.START in step.opens_on and step.fits(problem):
            climb(case, playbook, step, START, STEPS_UP)


def test_the_shop_promised_another_day_so_its_silence_opens_nothing_yet() -> None:
    playbook = load_playbook("uk-retail")
    silent = told(
        taken(COMPLETE, playbook.steps[0], START), case=replace(COMPLETE, playbook="uk-retail")
    )
    day = START + MONTH
    promise = owed(DeadlineKind.PROMISE, day + THEIR_TIME)
    waits = apply(silent, event(EventKind.PROMISE, START, promise=promise.due, starts=(promise,)))
    for case, is_open in ((silent, True), (waits, False)):
        with_bank = apply(case, taken(case, playbook.step("section75"), day))
        assert ("lba" in {s.id for s in open_steps(with_bank, playbook, day)}) is is_open
