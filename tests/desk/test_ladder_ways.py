"""Another way of the same branch is beside the step where a case stands, and not above it."""

from __future__ import annotations

import pytest
from desk_story import happens, opened

from tui.desk.desk import Desk
from tui.wording.wording import Wording


def _after_a_refused(desk: Desk, playbook: str, step: str) -> tuple[str, str]:
    """The next step, and the sentence that tells of it."""
    case = opened(desk, playbook=playbook, country="RU").id
    happens(desk, case, "sent", at="2026-11-02")
    happens(desk, case, "refused", at="2026-11-05")
    happens(desk, case, "escalated", step=step, at="2026-11-06")
    happens(desk, case, "refused", at="2026-11-12")
    action = desk.next_action(case)
    return action.step, Wording("en").say(action.sentence)


def test_after_a_claim_to_the_shop_comes_the_regulator_and_not_a_return(desk: Desk) -> None:
    step, told = _after_a_refused(desk, "ru-shop", "claim")
    assert (step, told) == ("regulator", "climb to step 5 of 6")


@pytest.mark.parametrize(("step", "following"), [("regulator", "claim"), ("claim", "ombudsman")])
def test_after_the_central_bank_the_ombudsman_is_still_to_come(
    desk: Desk, step: str, following: str
) -> None:
    """They are two ways, and between them stands the claim that the ombudsman asks for."""
    assert _after_a_refused(desk, "ru-bank", step)[0] == following
