"""Taking a step after its time: only that, only with a reason, and undone like any change."""

from __future__ import annotations

import pytest
from dispute_story import Dispute

from tui.cases.errors import BadInput, NotOpen, TooLate
from tui.cases.words import Channel, EventKind
from tui.playbooks.rung import RungState

WHY = "They took it back from others."


def late_to_send_back() -> Dispute:
    """Delivered on Monday 2 March 2026: seven days are over on the 10th, for the 9th is off."""
    dispute = Dispute("ru-shop", "2026-03-02", "RU", dates="delivery=2026-03-02")
    return dispute.writes("request", "form").on("2026-03-11")


def found(dispute: Dispute) -> set[str]:
    findings = dispute.desk.compose(dispute.id, "refusal", channel=Channel.LETTER).findings
    return {finding.id for finding in findings}


def test_a_reason_is_kept_and_its_letter_is_no_wrong_step() -> None:
    dispute = late_to_send_back()
    assert "L24" in found(dispute)
    dispute.desk.insist(dispute.id, "refusal", f"  {WHY}\n")
    assert dispute.desk.case(dispute.id).why_despite("refusal") == WHY
    assert "L24" not in found(dispute)
    dispute.desk.undo()
    with pytest.raises(TooLate):
        dispute.writes("refusal")


@pytest.mark.parametrize("step", ["claim", "regulator", "court", "request"])
def test_nothing_else_is_taken_by_a_reason(step: str) -> None:
    """The claim is open until 10 March is over, the others wait, the first was taken."""
    dispute = late_to_send_back()
    before = dispute.desk.case(dispute.id)
    with pytest.raises(NotOpen) as closed:
        dispute.desk.insist(dispute.id, step, WHY)
    assert not isinstance(closed.value, TooLate)
    assert dispute.desk.case(dispute.id) == before
    if step in ("regulator", "court"):
        with pytest.raises(NotOpen):
            dispute.happens(EventKind.ESCALATED, step=step, despite=WHY)


def test_a_step_after_its_time_that_is_not_in_turn_either_is_no_mere_lateness() -> None:
    bank = {"dates": "breach=2026-03-02", "parties": "bank=Northbank"}
    dispute = Dispute("uk-retail", "2033-01-11", **bank)
    assert dispute.rung("section75").state is RungState.CLOSED
    with pytest.raises(NotOpen):
        dispute.desk.insist(dispute.id, "section75", WHY)


@pytest.mark.parametrize("why", ["", "  \n "])
def test_no_reason_is_none(why: str) -> None:
    dispute = late_to_send_back()
    with pytest.raises(BadInput, match="one sentence"):
        dispute.desk.insist(dispute.id, "refusal", why)
