"""Letter, ladder and clock name one day: what is asked for is what runs, and was shown before."""

from __future__ import annotations

from datetime import date

import pytest
from dispute_story import Dispute

from tui.cases.words import DeadlineKind
from tui.wording.wording import Wording

ENGLISH = Wording("en")


def days(dispute: Dispute, step: str) -> tuple[str, date | None, date | None]:
    """The letter of a step, its day on the ladder, and the day that runs once it is sent."""
    letter, shown = dispute.letter(step), dispute.rung(step).due
    dispute.writes(step, "form")
    runs = dispute.desk.case(dispute.id).open_deadline(DeadlineKind.ANSWER)
    return letter, shown, runs.due if runs else None


def test_a_body_has_its_days_from_the_entry_in_its_books() -> None:
    dispute = Dispute("ru-shop", "2026-11-13", country="RU").writes("request")
    dispute.on("2026-11-23").writes("claim").on("2026-12-15")
    letter, shown, runs = days(dispute, "regulator")
    assert shown == runs == date(2027, 1, 15)  # entered on 18 December; 17 January is a Sunday
    assert "by 15 January 2027" in letter


@pytest.mark.parametrize("step", ["second-line", "severity"])
def test_near_an_urgent_ticket_its_hours_run_and_are_asked_for(step: str) -> None:
    dispute = Dispute("vendor-support", "2026-11-02", problem="technical", urgency="critical")
    letter, shown, runs = days(dispute.writes("ticket").on("2026-11-04"), step)
    assert shown == runs == date(2026, 11, 4)
    assert "by 13:00 on 4 November 2026" in letter
    deadline = dispute.desk.case(dispute.id).open_deadline(DeadlineKind.ANSWER)
    assert deadline
    assert not deadline.by_law
    assert f"{deadline.due_at:%H:%M}" == "13:00"
