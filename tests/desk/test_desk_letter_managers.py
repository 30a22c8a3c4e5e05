"""Each manager of a supplier gets a letter of his own, as the checklist of the step says."""

from __future__ import annotations

import pytest
from desk_story import Place, happens, opened

from tui.cases.words import Part
from tui.desk.desk import Desk
from tui.playbooks.playbook import load_playbook, playbook_ids

FAULT = {
    "problem": "technical",
    "subject": "Production database 4821 is down",
    "details": "Since 08:10 the primary does not start: error 5021.",
    "expected_result": "Restore the service",
    "urgency": "critical",
    "playbook": "vendor-support",
    "amount": "4000 EUR",
    "language": "en",
}


@pytest.fixture
def climbed() -> tuple[Desk, int]:
    """A broken promise of support, and a manager on duty with whom I spoke."""
    desk = Place().desk()
    case = opened(desk, **FAULT).id
    happens(desk, case, "sent", channel="form", reference="KS-991", at="2026-11-16 08:20")
    happens(desk, case, "promise", promise="2026-11-17", agent="Rob", at="2026-11-16 08:30")
    happens(desk, case, "escalated", step="manager", channel="phone", agent="Mary Poll",
            at="2026-11-18 09:00")  # fmt: skip
    return desk, case


def test_the_account_manager_hears_of_the_work_the_renewal_and_the_duty_manager(
    climbed: tuple[Desk, int],
) -> None:
    parts = climbed[0].compose(climbed[1], "account").letter.parts
    work, renewal = parts[Part.PROBLEM].splitlines()[:2]
    assert work == "Work has stopped because of this."
    assert renewal == "It will bear on our decision to renew the contract, too."
    assert "ticket no. KS-991, opened on 16 November 2026." in parts[Part.GREETING]
    assert "Mary Poll, has known of it since 18 November 2026." in parts[Part.GREETING]
    assert (
        "take charge of the ticket" not in climbed[0].compose(climbed[1], "account").letter.text()
    )


def test_the_sponsor_reads_the_cost_the_promises_one_wish_and_one_day(
    climbed: tuple[Desk, int],
) -> None:
    desk, case = climbed
    happens(desk, case, "escalated", step="account", channel="email", at="2026-11-19")
    made = desk.compose(case, "sponsor")
    parts, day = made.letter.parts, made.answer_by
    assert "error 5021" not in made.letter.text()  # no technical detail
    assert parts[Part.PROBLEM].endswith("What it costs us: €4,000.")
    assert "by the date given: 17 November 2026 (Rob)." in parts[Part.DONE]
    assert "Passed without an answer: 10:00 on 18 November 2026" in parts[Part.DONE]
    assert "Restore the service" in parts[Part.RESULT]
    assert day is not None
    assert parts[Part.RESULT].count(" by ") == 1
    assert f"tell me your decision by {day.day} November 2026." in parts[Part.RESULT]
    history = desk.compose(case, template="reminder").letter.parts[Part.DONE]
    assert "19 November 2026 — my letter to the account manager (e-mail)." in history


@pytest.mark.parametrize("book", [name for name in playbook_ids() if name.startswith("vendor-")])
def test_no_two_steps_of_a_suppliers_ladder_have_the_same_letter(book: str) -> None:
    letters = [step.letter for step in load_playbook(book).steps]
    assert len(set(letters)) == len(letters)


def test_a_credit_is_claimed_after_the_fix_and_calls_are_calls(climbed: tuple[Desk, int]) -> None:
    desk, case = climbed
    happens(desk, case, "answered", at="2026-11-18 17:00", answer="solved", text="It runs.")
    assert "sla_credit" in {kind.id for kind in desk.letter_kinds(case)}
    for language, past, called in (
        ("en", "Work stopped because of this.", "my call (to the supplier’s support manager"),
        ("ru", "Работа из-за этого стояла.", "мой звонок (кому: дежурный руководитель"),
    ):
        parts = desk.compose(case, "credit", language=language).letter.parts
        assert past in parts[Part.PROBLEM]
        assert called in parts[Part.DONE]
        assert "letter to a manager" not in parts[Part.DONE]
        assert "phone" not in parts[Part.DONE]
    assert "has stopped" not in desk.compose(case, template="complaint").letter.text()
