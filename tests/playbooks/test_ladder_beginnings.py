"""A case begins with its first step, or with one for which nobody has to be asked before."""

from __future__ import annotations

import pytest
from dispute_story import Dispute

from tui.advice.action import Action
from tui.cases.words import Stage
from tui.playbooks.playbook import load_playbook, playbook_ids
from tui.playbooks.rung import RungState
from tui.playbooks.steps import AT_ONCE, START, Step

FURTHER_UP = [
    (book, step)
    for book in playbook_ids()
    for step in load_playbook(book).steps[1:]
    if START in step.opens_on
]


@pytest.mark.parametrize("playbook_id", playbook_ids())
def test_where_my_time_runs_and_nobody_is_waited_for_a_case_may_begin(playbook_id: str) -> None:
    """Such a step can be too late before anybody has answered a request."""
    for step in load_playbook(playbook_id).steps[1:]:
        waits_for_none = bool(step.window) and AT_ONCE in step.opens_on
        to_the_company = not step.party and not step.is_body
        assert (START in step.opens_on) is (waits_for_none and to_the_company), step.id


@pytest.mark.parametrize(("playbook_id", "step"), FURTHER_UP)
def test_the_first_letter_may_be_that_of_a_step_further_up(playbook_id: str, step: Step) -> None:
    dispute = _begun(playbook_id, step)
    desk, case = dispute.desk, dispute.id
    assert dispute.rung(step.id).state is RungState.OPEN
    assert desk.compose(case, step.id).draft.step == step.id
    assert not desk.is_climb(case, step.id)  # Send records it as sent
    dispute.writes(step.id, step.channels[0].value)
    now = desk.case(case)
    assert (now.stage, now.step, now.taken) == (Stage.WAITING, step.id, (step.id,))
    assert desk.next_action(case).action is Action.WAIT
    left_out = {load_playbook(playbook_id).steps[0].id}
    ahead = {r.step.id for r in desk.ladder(case) if r.state is RungState.AHEAD and not r.opens}
    assert left_out <= ahead


def _begun(playbook_id: str, step: Step) -> Dispute:
    playbook = load_playbook(playbook_id)
    problem = step.problems[0] if step.problems else "refund"
    country = next(iter(playbook.countries), "")
    parties = ", ".join(f"{role}=Northbank" for role in playbook.parties)
    facts = {"problem": problem, "dates": "delivery=2026-03-02, purchase=2026-03-02"}
    return Dispute(playbook_id, "2026-03-03", country, parties=parties, **facts)
