"""The ladders of suppliers and of card payments, in any country."""

from __future__ import annotations

import pytest
from dispute_story import Dispute

from tui.cases.words import Urgency
from tui.playbooks.law import Law
from tui.playbooks.playbook import load_playbook
from tui.playbooks.rung import RungState
from tui.wording.playbook_text import playbook_lines
from tui.wording.wording import Wording

LAW = Law()
OPEN = RungState.OPEN

TIMES = {
    "vendor-support": ("1h", "12h", "15cal", "30cal"),
    "vendor-redhat-premium": ("1h", "2h", "4bh", "8bh"),
    "vendor-redhat-standard": ("1bh", "4bh", "1wd", "2wd"),
    "vendor-aws": ("1h", "4h", "12h", "24h"),
    "vendor-aws-enterprise": ("15min", "4h", "12h", "24h"),
    "vendor-timeweb": ("1h", "1h", "1h", "1h"),
}


@pytest.mark.parametrize("playbook_id", TIMES)
def test_a_ticket_is_answered_by_its_urgency_and_an_answer_is_no_solution(playbook_id: str) -> None:
    step = load_playbook(playbook_id).steps[0]
    falling = (Urgency.CRITICAL, Urgency.HIGH, Urgency.NORMAL, Urgency.LOW)
    times = tuple(str(LAW.rule(step.clock(urgency)).period) for urgency in falling)
    assert times == TIMES[playbook_id]
    assert "vendors.b2b.response" in step.basis
    assert any("not a solution" in line for line in step.checklist["en"])
    assert any("ещё не решение" in line for line in step.checklist["ru"])


def test_a_severity_is_raised_by_what_it_does_to_the_work() -> None:
    case = Dispute("vendor-support", "2026-11-02", "", problem="technical", urgency="critical")
    case.writes("ticket", "form")
    assert "Work has stopped because of this." in case.letter("severity")
    case.desk.edit(case.id, {"urgency": "low"})
    assert "because of this" not in case.letter("severity")


def test_a_letter_is_written_where_their_hours_are_not_known() -> None:
    case = Dispute("vendor-redhat-premium", "2026-11-02", "", problem="technical")
    made = case.desk.compose(case.id)
    assert made.answer_by is None
    assert "It is broken." in made.letter.text()


def test_a_chargeback_is_no_law() -> None:
    case = Dispute("card-chargeback", "2026-11-02", "").writes("merchant")
    assert case.rung("chargeback").state is OPEN
    letter = case.letter("chargeback")
    assert "under the rules of the card scheme" in letter
    assert "My request rests on" not in letter


def test_the_list_of_rules_shows_the_clock_of_each_urgency() -> None:
    lines = playbook_lines(Wording("en"), load_playbook("vendor-aws"))
    assert lines[3] == "   Urgency critical: the rule vendors.aws.p1."
    billing = playbook_lines(Wording("en"), load_playbook("us-billing"))
    assert "   It may be taken until a day, by the rule us.fcba." in billing
