"""Another way of the same branch is beside the step where a case stands, and not above it."""

from __future__ import annotations

from datetime import date

import pytest
from desk_story import happens, opened

from tui.desk.desk import Desk
from tui.playbooks.rung import steps_left
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


def _bank(desk: Desk) -> int:
    """Refused by the bank; the three years of the ombudsman end on 4 December."""
    case = opened(desk, playbook="ru-bank", country="RU", dates="knowledge=2023-12-04").id
    happens(desk, case, "sent", at="2026-10-01")
    happens(desk, case, "refused", at="2026-10-12")
    return case


def test_who_went_to_the_central_bank_is_not_urged_to_the_ombudsman(desk: Desk) -> None:
    """The law says one or the other; who makes the claim has chosen the ombudsman."""
    case = _bank(desk)
    assert _windows(desk, case) == ["ombudsman"]
    happens(desk, case, "escalated", step="regulator", at="2026-10-13")
    assert _windows(desk, case) == []
    assert all(line.owner == "theirs" for line in desk.case_view(case).card.deadlines)
    happens(desk, case, "escalated", step="claim", at="2026-10-20")
    assert _windows(desk, case) == ["ombudsman"]


def _windows(desk: Desk, case: int) -> list[str]:
    card = desk.card(case)
    return [window.step for window in card.windows_on(date(2026, 11, 22))]


def test_after_the_platform_comes_the_claim_to_the_seller_and_then_the_regulator(
    desk: Desk,
) -> None:
    assert _after_a_refused(desk, "ru-marketplace", "platform")[0] == "claim"
    assert _after_a_refused(desk, "ru-marketplace", "refusal")[0] == "regulator"


@pytest.mark.parametrize(
    ("playbook", "problem", "step", "state"),
    [
        ("uk-retail", "delivery", "reject", "ahead"),
        ("uk-retail", "defect", "reject", "open"),
        ("ru-airline", "refund", "baggage", "ahead"),
        ("ru-airline", "defect", "baggage", "open"),
        ("ru-shop", "defect", "exchange", "ahead"),
        ("ru-shop", "refund", "exchange", "open"),
    ],
)
def test_a_step_that_is_for_another_kind_of_problem_is_not_offered(
    desk: Desk, playbook: str, problem: str, step: str, state: str
) -> None:
    """Nor does its time run, and in the plan it has no day."""
    days = {"dates": "delivery=2026-11-20, purchase=2026-11-20"}
    case = opened(desk, playbook=playbook, problem=problem, country="RU", **days).id
    (ahead,) = (r for r in desk.ladder(case) if r.step.id == step)
    assert bool(ahead.opens) is (state == "open")
    happens(desk, case, "sent", at="2026-11-21")
    current, *above = desk.ladder(case)
    (rung,) = (r for r in above if r.step.id == step)
    assert steps_left((current, rung)) is (state == "open")
    assert (rung.state.value, bool(rung.opens)) == (state, state == "open")
    assert (step in _windows(desk, case)) is (state == "open")
    assert desk.next_action(case).step != step or state == "open"


def test_who_got_a_part_is_told_of_the_other_ways(desk: Desk) -> None:
    case = opened(desk, playbook="ru-bank", country="RU").id
    happens(desk, case, "sent", at="2026-11-02")
    happens(desk, case, "answered", answer="partly", at="2026-11-05")
    said = Wording("en").say(desk.next_action(case).reason)
    assert said == "They answered only in part. Another way: step 3."


@pytest.mark.parametrize(
    ("playbook", "final", "step", "others"),
    [
        ("uk-finance", "", "final-response", ("3", "4")),
        ("uk-finance", "yes", "ombudsman", ("4",)),
        ("uk-energy", "", "deadlock", ("3", "4")),
        ("uk-energy", "yes", "ombudsman", ("4",)),
        ("uk-telecom", "", "deadlock", ("3", "4")),
    ],
)
def test_when_the_weeks_are_over_a_last_word_is_only_one_of_the_ways(
    desk: Desk, playbook: str, final: str, step: str, others: tuple[str, ...]
) -> None:
    """Once it was said, nobody is sent to ask for it."""
    case = opened(desk, playbook=playbook, country="GB-ENG").id
    happens(desk, case, "sent", at="2026-08-03")
    happens(desk, case, "refused", at="2026-08-20", final=final)
    action = desk.next_action(case)
    assert (action.step, action.reason.values["others"]) == (step, others)
