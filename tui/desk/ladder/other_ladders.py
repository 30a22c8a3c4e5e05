"""What is left where the ladder of a case has no step more: others that fit it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace as with_

from tui.advice.action import Action, NextAction
from tui.cases.card import Card, card_of
from tui.cases.case import Case
from tui.cases.sentence import Sentence, say
from tui.cases.words import Answer, Problem, Stage
from tui.desk.office import Office
from tui.playbooks.opening import openings
from tui.playbooks.rung import RungState
from tui.playbooks.steps import LANGUAGES, Playbook

MOST = 6  # names in one sentence


def with_others(office: Office, action: NextAction, card: Card, day: date) -> NextAction:
    """The next action; where no step is left, or none can begin, with the ladders that fit."""
    is_end = action.action is Action.CLOSE and card.last_answer is not Answer.SOLVED
    if not is_end and not _is_shut(card, action, day):
        return action
    told = others_said(office, office.store.get(card.id))
    if told is None:
        return action
    reason = say("{reason} {more}", reason=action.reason, more=told)
    if not is_end:
        return with_(action, reason=reason)
    return with_(
        action,
        reason=reason,
        sentence=say("take another ladder, or close the case: no step is left here"),
    )


def others_said(office: Office, case: Case) -> Sentence | None:
    """Which ladders fit a case besides its own; None where there is none."""
    found = tuple(_others(office, case))[:MOST]
    if not found:
        return None
    names = {language: ", ".join(p.title[language] for p in found) for language in LANGUAGES}
    return say("Other ladders for such a case: {ladders}.", ladders=names)


def _is_shut(card: Card, action: NextAction, day: date) -> bool:
    """A draft whose first step is too late, and that can begin with no other."""
    if card.stage is not Stage.DRAFT or action.action is not Action.COMPOSE:
        return False
    window = card.window_of(action.step)
    is_over = window is not None and not window.unsure and window.past_on(day)
    return is_over and action.step not in card.despite


def _others(office: Office, case: Case) -> Iterator[Playbook]:
    """Those made for the country and the problem, on which something may be done now."""
    from tui.desk.ladder.advising import ladders_of

    for playbook in ladders_of(office, case)[0]:
        if playbook.id == case.playbook or _is_of_vendors(playbook, case):
            continue
        if _is_open(office, case, playbook):
            yield playbook


def _is_of_vendors(playbook: Playbook, case: Case) -> bool:
    """A ladder for faults, wherever they are, has nothing for other disputes."""
    is_for_faults = not playbook.countries and Problem.TECHNICAL in playbook.problems
    return is_for_faults and case.problem is not Problem.TECHNICAL


def _is_open(office: Office, case: Case, playbook: Playbook) -> bool:
    """Whether a case that began on that ladder today had a step to take."""
    from tui.playbooks.windows import windows  # what reckons them comes with it

    fresh = with_(case, playbook=playbook.id, timeline=(), stage=Stage.DRAFT, step="", deadlines=())
    fresh = with_(fresh, windows=windows(fresh, playbook, office.clocks(case)))
    rungs = openings(card_of(fresh), playbook, office.today(case))
    return any(rung.state is RungState.OPEN for rung in rungs)
