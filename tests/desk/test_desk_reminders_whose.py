"""A reminder names whoever is late: of a dispute with several the right one, and a body."""

from __future__ import annotations

from dispute_story import Dispute

from tui.cases.words import EventKind
from tui.desk.reminders.reminders import Message, in_brief, message_of, standing
from tui.wording.wording import Wording

ENGLISH = Wording("en")


def told(dispute: Dispute) -> Message:
    return message_of(ENGLISH, standing(dispute.desk._office))


def with_a_bank() -> Dispute:
    """The shop has until 15 October, the bank until 10 November."""
    dispute = Dispute("uk-retail", "2026-10-01", parties="bank=Northbank")
    dispute.happens(EventKind.SENT, step="request", channel="email", due="2026-10-15")
    dispute.on("2026-10-08")
    return dispute.happens(EventKind.ESCALATED, step="section75", channel="email", due="2026-11-10")


def test_each_company_that_is_late_is_named() -> None:
    dispute = with_a_bank().on("2026-11-12")
    assert told(dispute).lines[:3] == (
        "#1 Severmart, Northbank: Order 4821-77",
        "   ! Severmart: They did not answer by 15 October 2026.",
        "   ! Northbank: They did not answer by 10 November 2026.",
    )


def test_the_one_that_is_late_stands_in_place_of_the_first() -> None:
    dispute = with_a_bank()
    dispute.happens(EventKind.REFUSED, party="company", text="No.").on("2026-11-12")
    assert told(dispute).lines[:2] == (
        "#1 Northbank: Order 4821-77",
        "   ! They did not answer by 10 November 2026.",
    )
    brief = in_brief(standing(dispute.desk._office)[:1])
    assert brief
    assert ENGLISH.say(brief) == "#1 Northbank: They did not answer by 10 November 2026."


def test_a_body_is_told_from_the_company() -> None:
    dispute = Dispute("uk-finance", "2026-10-01")
    dispute.happens(EventKind.SENT, step="complaint", channel="email")
    dispute.happens(EventKind.REFUSED, text="No.", final="yes").on("2026-10-05")
    dispute.happens(EventKind.ESCALATED, step="ombudsman", channel="form", due="2026-11-10")
    dispute.on("2026-11-12")
    (line,) = (line for line in told(dispute).lines if "!" in line)
    assert line == "   ! the Financial Ombudsman Service: They did not answer by 10 November 2026."
    assert told(dispute).lines[0] == "#1 Severmart: Order 4821-77"
