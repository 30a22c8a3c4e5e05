"""What to do next: the step, the one next action, the ladders that fit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace as with_

from tui.advice.action import Action, View
from tui.advice.next_action import NextAction, next_action
from tui.advice.waiting.tied import tied
from tui.cases.card import Card
from tui.cases.case import Case
from tui.desk.cases.linked import waits_for
from tui.desk.mail.beside_case import seen_to_first
from tui.desk.office import Office

if TYPE_CHECKING:
    from tui.deadlines.rule import StartsOn
    from tui.playbooks.ladder import Rung
    from tui.playbooks.steps import Playbook

ENDS = frozenset({Action.CLOSE, Action.COMPOSE})


def next_of(office: Office, card: Card) -> NextAction:
    """The one next action. Its words are clean if the card is."""
    return next_on(office, office.at_present(card), office.today(card))


def next_on(office: Office, card: Card, day: date) -> NextAction:
    """The same of a card as it stands on a day, whatever its case waits for."""
    playbook = office.playbook(card)
    action = next_action(card, playbook, day)
    if office.playbooks.seen(card.playbook) is None:  # seldom
        from tui.desk.ladder.faulty_ladders import without_ladder

        action = without_ladder(action, card, office.ladder_fault(card))
    if card.links:
        action = tied(action, View(card, playbook, day), waits_for(office, card))
    if action.action in ENDS:  # seldom: then other ladders are looked through
        from tui.desk.ladder.other_ladders import with_others

        action = with_others(office, action, card, day)
    return seen_to_first(office, action, card, day)


def rungs_of(office: Office, case: Case) -> tuple[Rung, ...]:
    """The ladder of a case, projected, with what is told of steps taken after their time."""
    ended = {e.step: e.ended for e in case.timeline if e.step and e.ended}
    why = {e.step: e.despite for e in case.timeline if e.step and e.despite}
    from tui.desk.ladder.climbing import rungs_on

    rungs = rungs_on(office, case, office.today(case))
    return tuple(
        with_(
            rung,
            despite=why.get(rung.step.id, case.why_despite(rung.step.id)),
            ended=ended.get(rung.step.id),
        )
        for rung in rungs
    )


def ladders_of(office: Office, case: Case) -> tuple[tuple[Playbook, ...], tuple[Playbook, ...]]:
    """The ladders made for the country and problem of a case, and all others.

    Where the country is not told, the currency of the amount speaks for one.
    """
    from tui.desk.amounts import country_of_money
    from tui.playbooks.fitting import fitting

    country = case.country or country_of_money(case.amount)
    every = office.playbooks.every()
    made_for_some = (one for one in every if one.countries or one.problems)
    fit = fitting(made_for_some, country, case.problem)
    return fit, tuple(one for one in every if one not in fit)


def untold_of(office: Office, case: Case, step: str) -> StartsOn | None:
    """What the person has to tell before the window of a step is known."""
    from tui.playbooks.windows import untold

    playbook = office.playbook(case)
    return untold(playbook.step(step), case, playbook, office.clocks(case))
