"""Windows of steps, other ways, one's last word, going back, and several companies at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from desk_story import happens, opened, shelve

from tui.advice.next_action import Action
from tui.cases.errors import BadInput
from tui.cases.words import DeadlineKind, DeadlineState, Stage
from tui.desk.desk import Desk
from tui.playbooks.rung import RungState
from tui.playbooks.steps import Step

STEP = """
[[step]]
id = "{id}"
title = {{en = "{id}", ru = "{id}"}}
addressee = {{en = "them", ru = "они"}}
opens_on = {opens_on}
after = {after}
answer_within = "{within}"
channels = ["email"]
checklist = {{en = ["Copies"], ru = ["Копии"]}}
letter = "claim"
certainty = "practice"
{more}
"""


def step(some_id: str, opens_on: str, after: str = "", within: str = "10wd", more: str = "") -> str:
    lower = f'["{after}"]' if after else "[]"
    opens = "[" + ", ".join(f'"{word}"' for word in opens_on.split()) + "]"
    return STEP.format(id=some_id, opens_on=opens, after=lower, within=within, more=more)


FOS = 'window = "uk.fos.6m"\nbranch = "out"\njump = true'
BOOK = (
    'id = "mine"\ntitle = {en = "Mine", ru = "Моя"}\n'
    '[party.bank]\ntitle = {en = "the bank", ru = "банк"}\n'
    + step("ask", "start")
    + step("manager", "refused partly missed", "ask")
    + step(
        "fos", "refused missed", "manager", "", 'window = "uk.fos.6m"\nbranch = "out"\njump = true'
    )
    + step("court", "refused missed", "manager", "", 'branch = "out"')
    + step("card", "at_once", "ask", "15cal", 'party = "bank"\nwindow = "cards.chargeback"')
)


@pytest.fixture
def case_id(own_desk: Desk, tmp_path: Path) -> int:
    shelve(tmp_path, "mine", BOOK)
    return opened(own_desk, playbook="mine", country="GB-ENG", parties="bank=Northbank").id


def states(own_desk: Desk, case_id: int) -> dict[str, str]:
    return {rung.step.id: rung.state.value for rung in own_desk.ladder(case_id)}


def test_a_window_opens_with_their_last_word_and_closes(own_desk: Desk, case_id: int) -> None:
    happens(own_desk, case_id, "sent", at="2026-02-02")
    assert own_desk.case(case_id).windows == ()
    happens(own_desk, case_id, "refused", at="2026-04-20")
    happens(own_desk, case_id, "escalated", step="manager", at="2026-04-21")
    case = happens(own_desk, case_id, "refused", at="2026-05-04", final="yes")
    (window,) = case.windows
    assert (window.step, window.due, window.rule) == ("fos", date(2026, 11, 4), "uk.fos.6m")
    assert window.working is not None
    assert states(own_desk, case_id)["fos"] == "closed"  # today is 22 November
    with pytest.raises(BadInput) as late:
        happens(own_desk, case_id, "escalated", step="fos")
    assert late.value.sentence.values["still"] == ("court", "card")


def test_their_last_word_opens_a_step_over_others(own_desk: Desk, case_id: int) -> None:
    happens(own_desk, case_id, "sent", at="2026-11-02")
    happens(own_desk, case_id, "refused", at="2026-11-10")
    assert states(own_desk, case_id)["fos"] == "ahead"
    happens(own_desk, case_id, "answered", answer="refused", at="2026-11-11", final="yes")
    assert states(own_desk, case_id)["fos"] == "open"
    assert states(own_desk, case_id)["court"] == "ahead"
    assert happens(own_desk, case_id, "escalated", step="fos").step == "fos"


def test_other_ways_are_named_with_the_climb(own_desk: Desk, case_id: int) -> None:
    happens(own_desk, case_id, "sent", at="2026-11-02")
    happens(own_desk, case_id, "refused", at="2026-11-10")
    happens(own_desk, case_id, "escalated", step="manager", at="2026-11-11")
    happens(own_desk, case_id, "refused", at="2026-11-20")
    action = own_desk.next_action(case_id)
    assert (action.action, action.step) == (Action.ESCALATE, "fos")
    assert action.reason.values["others"] == ("4",)


def test_when_they_answered_one_may_go_back(own_desk: Desk, case_id: int) -> None:
    happens(own_desk, case_id, "sent", at="2026-11-02")
    happens(own_desk, case_id, "refused", at="2026-11-10")
    happens(own_desk, case_id, "escalated", step="manager", at="2026-11-11")
    assert states(own_desk, case_id)["ask"] == "done"
    with pytest.raises(BadInput):
        happens(own_desk, case_id, "escalated", step="ask")
    happens(own_desk, case_id, "answered", answer="partly", at="2026-11-20")
    assert states(own_desk, case_id)["ask"] == "back"
    case = happens(own_desk, case_id, "escalated", step="ask")
    assert (case.step, case.climbed) == ("ask", False)
    assert states(own_desk, case_id)["ask"] == "current"


def test_shop_and_bank_have_a_clock_each(own_desk: Desk, case_id: int) -> None:
    happens(own_desk, case_id, "sent", at="2026-11-16")
    assert own_desk.untold(case_id, "card") == "knowledge"
    own_desk.edit(case_id, {"dates": "knowledge 10.11.2026, payment 1.10.2026"})
    card = own_desk.card(case_id).window_of("card")
    assert card is not None
    assert (card.due, card.party) == (date(2027, 3, 10), "bank")
    case = happens(own_desk, case_id, "escalated", step="card", at="2026-11-17")
    assert case.party == "bank"
    owed = {d.party: d for d in case.open_deadlines if d.kind is DeadlineKind.ANSWER}
    assert {party: str(d.due) for party, d in owed.items()} == {
        "": "2026-11-30", "bank": "2026-12-02",
    }  # fmt: skip
    case = happens(own_desk, case_id, "refused", at="2026-11-20", party="company")
    settled = {d.party: d.state for d in case.deadlines}
    assert settled == {"": DeadlineState.MET, "bank": DeadlineState.OPEN}
    assert case.last_answer is None  # whom I wrote to last has not answered
    assert happens(own_desk, case_id, "sent", party="company").step == "ask"
    with pytest.raises(BadInput, match="nobody"):
        happens(own_desk, case_id, "received", party="court")


def test_one_of_two_that_is_late_is_told_while_the_other_has_time(
    own_desk: Desk, case_id: int
) -> None:
    happens(own_desk, case_id, "sent", at="2026-11-02")
    happens(own_desk, case_id, "escalated", step="card", at="2026-11-12")
    action = own_desk.next_action(case_id)
    assert (action.action, action.step) == (Action.REMIND, "ask")
    assert own_desk.today().broken[0].card.id == case_id


def test_a_reminder_counts_for_those_who_got_it(own_desk: Desk, case_id: int) -> None:
    """Both are late: the shop since 17 October, the bank since 28 October."""
    happens(own_desk, case_id, "sent", at="2026-10-02")
    happens(own_desk, case_id, "escalated", step="card", at="2026-10-12")

    def next_step() -> tuple[Action, str]:
        action = own_desk.next_action(case_id)
        return action.action, action.step

    assert next_step() == (Action.REMIND, "card")
    happens(own_desk, case_id, "sent", party="bank", at="2026-11-20", due="2026-12-01")
    assert next_step() == (Action.REMIND, "ask"), "the shop has heard nothing of it"
    happens(own_desk, case_id, "sent", party="company", at="2026-11-21", due="2026-12-01")
    happens(own_desk, case_id, "sent", party="bank", at="2026-11-21")
    assert next_step() == (Action.WAIT, "card")


def test_a_closed_case_has_no_windows_and_settles_with_all(own_desk: Desk, case_id: int) -> None:
    own_desk.edit(case_id, {"dates": "knowledge 10.11.2026"})
    happens(own_desk, case_id, "sent", at="2026-11-16")
    happens(own_desk, case_id, "escalated", step="card", at="2026-11-17")
    case = happens(own_desk, case_id, "closed", outcome="upheld")
    assert (case.stage, case.windows, case.open_deadlines) == (Stage.CLOSED, (), ())


def test_the_plan_goes_from_the_first_step_to_the_last(own_desk: Desk, case_id: int) -> None:
    happens(own_desk, case_id, "sent", at="2026-11-16")
    plan = own_desk.plan(case_id)
    told = {p.rung.step.id: (str(p.starts), str(p.ends)) for p in plan.steps}
    assert told["ask"] == ("2026-11-16", "2026-11-30")
    assert told["manager"] == ("2026-12-01", "2026-12-15")
    assert told["fos"] == ("2026-12-16", "None")
    closes = next(p.closes for p in plan.steps if p.rung.step.id == "fos")
    assert closes is None  # who stays silent says no last word, and from that alone it counts
    assert plan.first == date(2026, 11, 16)
    assert plan.steps[0].rung.state is RungState.CURRENT


def test_what_the_company_says_while_a_regulator_looks_is_no_answer_of_the_regulator(
    own_desk: Desk,
) -> None:
    case_id = opened(own_desk, country="RU", playbook="ru-telecom").id
    body = _body(own_desk, case_id).id
    happens(own_desk, case_id, "sent", at="2026-09-01")
    happens(own_desk, case_id, "refused", at="2026-09-10")
    assert own_desk.body(case_id) is None
    happens(own_desk, case_id, "escalated", step=body, at="2026-11-02", anyway=True)
    told = own_desk.body(case_id)
    assert told is not None
    theirs = own_desk.case(case_id).open_deadline(DeadlineKind.ANSWER)
    case = happens(own_desk, case_id, "answered", answer="partly", party="company", at="2026-11-10")
    assert case.open_deadline(DeadlineKind.ANSWER) == theirs
    assert case.last_answer is None
    assert case.company_of(case.timeline[-1].party) == case.company
    letter = own_desk.compose(case_id, step="court", language="en").letter.text()
    assert "10 November" in letter
    assert f"answer from {told['en']}" not in letter
    assert happens(own_desk, case_id, "sent", party="company").timeline[-1].step != body


def test_to_go_to_a_regulator_closes_no_other_way(own_desk: Desk) -> None:
    case_id = opened(own_desk, country="RU", playbook="ru-shop").id
    happens(own_desk, case_id, "sent", at="2026-10-01")
    happens(own_desk, case_id, "escalated", step="claim", at="2026-10-12", channel="email")
    assert states(own_desk, case_id)["court"] == "open"
    happens(own_desk, case_id, "escalated", step="regulator", at="2026-11-16")
    assert states(own_desk, case_id)["court"] == "open"


def _body(desk: Desk, case_id: int) -> Step:
    return next(rung.step for rung in desk.ladder(case_id) if rung.step.is_body)
