"""The one next action in a dispute with several: whose number, whose answer, whose turn."""

from __future__ import annotations

from dispute_story import Dispute

from tui.advice.action import Action
from tui.advice.figures.urgency_parts import Why
from tui.cases.words import EventKind
from tui.wording.wording import Wording

ENGLISH = Wording("en")


def order() -> Dispute:
    """Asked for by chat, where the marketplace gave a number; then of its seller."""
    dispute = Dispute("ru-marketplace", "2026-11-13", country="RU", parties="seller=Lampa")
    first = {"step": "request", "channel": "chat", "reference": "55-10"}
    dispute.happens(EventKind.SENT, **first)
    return dispute.on("2026-11-23").writes("claim")


def told(dispute: Dispute) -> str:
    return ENGLISH.say(dispute.desk.next_action(dispute.id).sentence)


def at_stake(dispute: Dispute) -> list[str]:
    parts = dispute.desk.urgency(dispute.id)
    return [f"{p.value.value} {p.value.currency}" for p in parts if p.why is Why.MONEY]


def test_a_reminder_quotes_the_number_of_those_whom_it_goes_to() -> None:
    dispute = order().on("2026-12-10")
    assert told(dispute) == "remind them and ask for a number"
    dispute.happens(EventKind.REGISTERED, reference="S-7", at="2026-12-10")
    dispute.on("2027-01-12").writes("regulator", "form")
    assert "55-10" not in told(dispute.on("2027-03-20"))
    assert "S-7" not in told(dispute)
    dispute.happens(EventKind.NOTE, reference="RPN-3", text="By phone.")
    assert told(dispute) == "remind them, quoting RPN-3"


def test_the_company_is_quoted_its_own_number_at_each_step() -> None:
    dispute = Dispute("general", "2026-11-02")
    dispute.happens(EventKind.SENT, step="request", channel="email", reference="T-1")
    dispute.on("2026-11-17").writes("complaint")
    assert told(dispute.on("2026-12-02")) == "remind them, quoting T-1"


def test_who_else_is_to_be_reminded_is_named() -> None:
    dispute = Dispute("uk-retail", "2026-11-02", parties="bank=Northbank").writes("request")
    dispute.on("2026-11-03").writes("section75", "letter")
    assert told(dispute.on("2026-11-17")) == "remind those of step 1: Severmart"
    dispute.on("2026-11-18").writes("lba")
    whom = "the bank that issued the card"
    assert told(dispute.on("2026-12-02")) == f"remind those of step 3: {whom}"


def test_where_one_of_them_paid_it_all_the_other_is_asked_for_nothing() -> None:
    dispute = Dispute("uk-retail", "2026-11-02", parties="bank=Northbank", amount="300 GBP")
    dispute.writes("request").on("2026-11-17").writes("section75", "letter")
    part = {"answer": "partly", "refund": "120 GBP", "party": "bank"}
    dispute.on("2026-11-20").happens(EventKind.ANSWERED, **part)
    assert dispute.desk.next_action(dispute.id).action is Action.ESCALATE
    assert at_stake(dispute) == ["180 GBP"]
    paid = {"answer": "solved", "refund": "180 GBP", "party": "company"}
    dispute.on("2026-11-23").happens(EventKind.ANSWERED, **paid)
    assert dispute.desk.next_action(dispute.id).action is Action.CLOSE
    assert at_stake(dispute) == []
    dispute.on("2026-11-24").happens(EventKind.ANSWERED, answer="partly", party="bank")
    assert dispute.desk.next_action(dispute.id).action is Action.CLOSE
    dispute.writes("chargeback")
    assert dispute.desk.next_action(dispute.id).action is Action.WAIT


def test_a_draft_begins_with_the_step_whose_time_runs_out() -> None:
    dispute = Dispute("ru-shop", "2026-11-16", country="RU", dates="delivery=2026-11-14")
    action = dispute.desk.next_action(dispute.id)  # 7 days end on a Saturday: 23 November
    assert (action.action, action.step, str(action.on)) == (Action.SEND, "refusal", "2026-11-16")
    assert told(dispute) == "begin with step 3 of 6: its time ends on 23 November 2026"
    assert ENGLISH.say(action.reason) == "To be safe, act by 20 November 2026."
    assert dispute.desk.compose(dispute.id).draft.step == "refusal"
    dispute.on("2026-11-24")
    assert dispute.desk.next_action(dispute.id).step == "request"
    assert dispute.desk.compose(dispute.id).draft.step == "request"


def test_a_draft_whose_time_is_long_begins_as_it_usually_does() -> None:
    dispute = Dispute("uk-retail", "2026-11-02", dates="delivery=2026-10-30")
    assert dispute.desk.next_action(dispute.id).step == "request"
    dispute.on("2026-11-21")  # 30 days with that of delivery: 28 November, a Saturday
    assert dispute.desk.next_action(dispute.id).step == "reject"


def test_what_is_missing_is_told_of_the_letter_whose_time_runs_out() -> None:
    facts = {"country": "RU", "dates": "delivery=2026-11-16", "identifiers": ""}
    dispute = Dispute("ru-shop", "2026-11-20", **facts)
    action = dispute.desk.next_action(dispute.id)
    assert (action.action, action.step) == (Action.COMPOSE, "refusal")
    assert told(dispute) == "complete the letter of step 3: a number they know it by"
    why = "The time for step 3 ends on 23 November 2026, and the case may start there."
    assert ENGLISH.say(action.reason) == why


def test_on_the_last_day_no_day_is_named_that_is_past() -> None:
    dispute = Dispute("ru-shop", "2026-11-06", country="RU", dates="delivery=2026-11-01")
    told = dispute.writes("request").on("2026-11-09").desk.next_action(dispute.id)
    assert (told.action, told.step, str(told.on)) == (Action.ESCALATE, "refusal", "2026-11-09")
    assert ENGLISH.say(told.reason) == "To be safe, act by 9 November 2026."
